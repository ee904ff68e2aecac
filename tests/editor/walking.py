"""Every field that staff fill in: those of all pages and snippets, of the rows below them, and of the blocks in them."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

Field = tuple[str, str, str]


def handlers() -> Iterator[Panel]:
    """The form of each model that staff can create, bound to it."""
    for model in get_page_models():
        if model is not Page:
            yield model.get_edit_handler()
    for model in get_snippet_models():
        yield model.snippet_viewset.get_edit_handler()


def fields_of(panel: Panel) -> Iterator[Field]:
    """The model's label, the field's name and its help, for each field of a form."""
    if isinstance(panel, InlinePanel):
        yield from fields_of(panel.child_edit_handler)
    elif isinstance(panel, FieldPanel):
        label, name = panel.model._meta.label, panel.field_name
        yield label, name, help_of(panel)
        if isinstance(panel.db_field, StreamField):
            for path, said in fields_within(panel.db_field.stream_block, name):
                yield label, path, said
    else:
        for child in getattr(panel, "children", ()):
            yield from fields_of(child)


def fields_within(block: Any, path: str) -> Iterator[tuple[str, str]]:
    """Where each field of a block stands and its help: `body.quote.text`."""
    if isinstance(block, blocks.BaseStreamBlock | blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from fields_within(child, f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        yield from fields_within(block.child_block, path)
    elif isinstance(block, TypedTableBlock):
        # Wagtail repeats in every cell what a cell says; it stands above the table.
        yield path, str(getattr(block.meta, "help_text", ""))
    else:
        # What is a block by itself is explained where one chooses it.
        yield path, str(block.field.help_text or block.get_description())


def help_of(panel: FieldPanel) -> str:
    """As it stands beside the field: the panel's own words, or the model's."""
    if panel.help_text:
        return str(panel.help_text)
    return str(getattr(panel.db_field, "help_text", ""))


def every_field() -> dict[tuple[str, str], Any]:
    """Help by model and field."""
    return {(label, name): helping for form in handlers() for label, name, helping in fields_of(form)}
