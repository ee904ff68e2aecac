"""What a page shows besides its own words, such as desks and places, in the best language for its reader."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Case, Exists, Model, OuterRef, QuerySet, Value, When
from wagtail.models import TranslatableMixin

from campaigns.languages.codes import language_of
from campaigns.languages.order import order

Shown = TypeVar("Shown", bound=TranslatableMixin)
Row = TypeVar("Row", bound=Model)


def in_language(things: Iterable[Shown], source: QuerySet[Shown], language: str) -> list[Shown]:
    """Each thing as `source` has it in the best language for a reader of `language`, in the same order.

    One query, or none where all are in that language already; what has nothing better stays as it is.
    """
    given = list(things)
    if all(language_of(thing) == language for thing in given):
        return given
    rank = {code: place for place, code in enumerate(order(language))}
    found = source.filter(
        translation_key__in=[thing.translation_key for thing in given], locale__language_code__in=rank
    )
    best = {
        thing.translation_key: thing
        for thing in sorted(found, key=lambda thing: rank[language_of(thing)], reverse=True)
    }
    return [best.get(thing.translation_key, thing) for thing in given]


def one_in_language(thing: Shown | None, source: QuerySet[Shown], language: str) -> Shown | None:
    """The same of one thing, where there is one."""
    return in_language([thing], source, language)[0] if thing is not None else None


def best_of(rows: QuerySet[Row], language: str) -> QuerySet[Row]:
    """Rows of a translatable model, each thing once: in the best language that it is written in.

    Stays one query that can be filtered, counted and cut. What hides a row from residents must be in `rows` itself.
    """
    wanted = order(language)
    if len(wanted) == 1:
        return rows.filter(locale__language_code=wanted[0])
    rank = Case(*(When(locale__language_code=code, then=Value(place)) for place, code in enumerate(wanted)))
    ranked: QuerySet[Row] = rows.filter(locale__language_code__in=wanted).annotate(language_rank=rank)  # type: ignore[assignment]
    better = ranked.order_by().filter(
        translation_key=OuterRef("translation_key"), language_rank__lt=OuterRef("language_rank")
    )
    return ranked.filter(~Exists(better))
