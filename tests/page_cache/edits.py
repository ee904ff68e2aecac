"""Every edit there is of what residents can be shown: one field of a model at a time, in all its rows."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.db.models import Field, Model
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from campaigns.freshness import not_shown
from campaigns.pictures.models import Rendition
from tests.page_cache import bodies
from tests.page_cache.unseen import is_unseen

#: No field's own matter: which class a row is of, and where treebeard has a page.
NOT_EDITED = frozenset({"content_type", "path", "depth", "numchild"})
#: Other values of fields for which most values mean nothing, by label and name, or by name.
MEANT: dict[str, Callable[[Any], Any]] = {
    "sort_order": lambda row: 9 - (row.sort_order or 0),
    "reading": lambda row: "べつのよみ",
    "weekdays": lambda row: row.weekdays[1:],
    "campaigns.Catchphrase.theme": lambda row: "rounds" if row.theme != "rounds" else "coast",
    "campaigns.Edition.lettering": lambda row: bytes(row.lettering) + b".",
    "campaigns.Edition.number": lambda row: 9 - row.number,
    "campaigns.Edition.words": lambda row: {**row.words, "theme": "rounds"},
    "desks.Desk.languages": lambda row: [*row.languages, "pt"],
    "wagtailcore.Locale.language_code": lambda row: {"ja": "ko", "ja-x-easy": "ne"}.get(
        row.language_code, "id"
    ),
    # Where the site begins stays as it is.
    "wagtailcore.Page.locale": lambda row: next_pk(Locale, row.locale_id) if row.depth > 2 else row.locale_id,
    "wagtailcore.Page.url_path": lambda row: f"{row.url_path}x/" if row.depth > 2 else row.url_path,
}


@dataclass(frozen=True)
class Edit:
    """Something that somebody may change; `name` says what, such as cases.Case.name."""

    model: type[Model]
    name: str
    make: Callable[[], object]
    is_seen: bool = True


def edits() -> Iterator[Edit]:
    for model in filter(is_edited, shown_models()):
        label, unseen = model._meta.label, []
        for field in model._meta.local_concrete_fields:
            if field.primary_key or field.name in NOT_EDITED:
                continue
            if is_unseen(label, field.name):
                unseen.append(field)
            elif isinstance(field, StreamField):
                yield from block_edits(model, field)
            else:
                yield Edit(
                    model, f"{label}.{field.name}", lambda model=model, field=field: change(model, field)
                )
        if unseen:
            yield Edit(
                model, f"{label}: {unseen}", lambda model=model, unseen=unseen: change(model, *unseen), False
            )
        if model._meta.auto_created and not is_unseen(label, ""):
            yield Edit(model, f"{label}: none", lambda model=model: emptied(model))
    yield Edit(Page, "wagtailcore.Page: moved", moved)
    yield Edit(
        Rendition, "pictures.Rendition: none", lambda: [each.delete() for each in Rendition.objects.all()]
    )


def shown_models() -> list[type[Model]]:
    """Without content types, which are the program's own and change with it."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.db_table not in not_shown.tables()
        and not model._meta.proxy
        and model is not ContentType
    ]


def is_edited(model: type[Model]) -> bool:
    """A picture in a size is made by the program and taken away, never changed."""
    return model is not Rendition


def block_edits(model: type[Model], field: Field[Any, Any]) -> Iterator[Edit]:
    """Each kind of block by itself."""
    for kind, edited in bodies.edited(model, field.name):
        name = f"{model._meta.label}.{field.name}: {kind}"
        yield Edit(model, name, lambda edited=edited: model._base_manager.update(**{field.name: edited}))


def change(model: type[Model], *fields: Field[Any, Any]) -> None:
    """Past all that `save` does. Of rows that must not be alike, some are left as they are."""
    for row in model._base_manager.all():
        with suppress(IntegrityError), transaction.atomic():
            values = {field.name: other_value(field, row) for field in fields}
            model._base_manager.filter(pk=row.pk).update(**values)
        if model in {Locale, Site}:
            # Wagtail keeps where sites begin in which language, and is told so.
            post_save.send(model, instance=row, created=False, raw=True)


def emptied(model: type[Model]) -> None:
    """What joins two models is mostly not changed but put anew."""
    model._base_manager.all().delete()


def moved() -> None:
    """The first page of the menu becomes its last."""
    pages = Page.objects.filter(depth=3)
    pages.order_by("path")[0].move(pages.order_by("-path")[0], pos="right")


def other_value(field: Field[Any, Any], row: Any) -> Any:
    """Something else that the field may hold."""
    meant = MEANT.get(f"{field.model._meta.label}.{field.name}") or MEANT.get(field.name)
    if meant is not None:
        return meant(row)
    value = field.value_from_object(row)
    if field.name == "alias_of":
        # Of the page of text, which is nobody's translation itself.
        return Page.objects.exclude(pk=row.pk).filter(slug="about").values_list("pk", flat=True).first()
    if isinstance(field, models.ForeignKey):
        other = next_pk(field.remote_field.model, value)
        return value if other is None and not field.null else other
    if field.choices:
        return next(key for key, _name in field.flatchoices if key not in ("", value))
    return other_plain(field, value)


def next_pk(model: Any, pk: Any) -> Any:
    """The next row, behind the last one the first; None where there is no other."""
    others = model._base_manager.exclude(pk=pk).order_by("pk").values_list("pk", flat=True)
    return others.filter(pk__gt=pk or 0).first() or others.first()


def other_plain(field: Field[Any, Any], value: Any) -> Any:
    for kinds, other in PLAIN:
        if isinstance(field, kinds):
            found = other(value)
            return found[: field.max_length] if isinstance(found, str) else found
    raise TypeError(f"no other value is known for {field}")


def later(value: time | None) -> time:
    return (datetime.combine(date.min, value or time(1)) + timedelta(minutes=1)).time()


DAY = timedelta(days=1)
#: The first kind of field that fits, and what it may hold instead.
PLAIN: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (models.BooleanField, lambda value: not value),
    (models.UUIDField, lambda _value: uuid4()),
    (models.DateTimeField, lambda value: (value or timezone.now()) + DAY),
    (models.DateField, lambda value: (value or timezone.localdate()) + DAY),
    (models.TimeField, later),
    ((models.IntegerField, models.DecimalField), lambda value: (value or 0) + 1),
    ((models.SlugField, models.FileField, models.URLField, models.EmailField), lambda value: f"x{value}"),
    ((models.CharField, models.TextField), lambda value: f"改{value}"),
)
