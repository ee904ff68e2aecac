"""What a page or snippet says to residents, whichever fields it has."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.html import strip_tags
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from campaigns.votes import Vote

#: Fields that residents do not read, or that others have written: addresses, sources, notes of staff.
NOT_READ = frozenset(
    [
        "slug",
        "url_path",
        "draft_title",
        "path",
        "source",
        "quote",
        "quote_role",
        "reading",
        "reason",
        "label",
        "website",
        "phone",
    ]
)
#: What hangs on a page but is not shown on it.
NOT_SHOWN = (Vote,)


def texts_of(thing: Any) -> Iterator[str]:
    """Its own fields, then the rows below it."""
    yield from in_fields(thing)
    for name in rows_below(type(thing)):
        for row in getattr(thing, name).all():
            yield from in_fields(row)


def fetch_texts(things: Iterable[Any]) -> None:
    """What `texts_of` asks for of many things, in one query for each kind of rows below them."""
    by_class: dict[type[models.Model], list[Any]] = {}
    for thing in things:
        by_class.setdefault(type(thing), []).append(thing)
    for model, of_class in by_class.items():
        prefetch_related_objects(of_class, *rows_below(model))


def rows_below(model: type[models.Model]) -> list[str]:
    return [
        relation.get_accessor_name()
        for relation in get_all_child_relations(model)
        if not issubclass(relation.related_model, NOT_SHOWN)
    ]


def in_fields(thing: Any) -> Iterator[str]:
    for field in thing._meta.get_fields():
        if isinstance(field, StreamField):
            yield from map(plain, field.get_searchable_content(getattr(thing, field.name)))
        elif is_read(thing, field):
            yield plain(str(getattr(thing, field.name) or ""))


def is_read(thing: Any, field: Any) -> bool:
    if field.name in NOT_READ or getattr(field, "choices", None):
        return False
    # The history of a page is Wagtail's own.
    if isinstance(thing, Page) and field.model is Page:
        return field.name in {"title", "seo_title", "search_description"}
    return isinstance(field, (models.CharField, models.TextField, RichTextField))


def plain(html: str) -> str:
    return str(strip_tags(get_text_for_indexing(html))).strip()
