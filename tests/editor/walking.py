"""Every field that staff fill in: those of all pages and snippets, and of the rows below them."""

from collections.abc import Iterator
from typing import Any

from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models


def handlers() -> Iterator[Panel]:
    """The form of each model that staff can create, bound to it."""
    for model in get_page_models():
        if model is not Page:
            yield model.get_edit_handler()
    for model in get_snippet_models():
        yield model.snippet_viewset.get_edit_handler()


def fields_of(panel: Panel) -> Iterator[tuple[str, str, str]]:
    """The model's label, the field's name and its help, for each field of a form."""
    if isinstance(panel, InlinePanel):
        yield from fields_of(panel.child_edit_handler)
    elif isinstance(panel, FieldPanel):
        yield panel.model._meta.label, panel.field_name, help_of(panel)
    else:
        for child in getattr(panel, "children", ()):
            yield from fields_of(child)


def help_of(panel: FieldPanel) -> str:
    """As it stands beside the field: the panel's own words, or the model's."""
    if panel.help_text:
        return str(panel.help_text)
    return str(getattr(panel.db_field, "help_text", ""))


def every_field() -> dict[tuple[str, str], Any]:
    """Help by model and field."""
    return {(label, name): helping for form in handlers() for label, name, helping in fields_of(form)}
