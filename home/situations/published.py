"""Which situations residents see, and the list of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.http import HttpRequest

from campaigns.freshness.kept import kept
from campaigns.languages.shown import best_of
from campaigns.public import public

if TYPE_CHECKING:
    from home.situations.models import SituationIndexPage, SituationPage


@dataclass(frozen=True)
class Entry:
    """A situation as lists name it."""

    written: "SituationPage"
    url: str


def published(language: str) -> "QuerySet[SituationPage]":
    """Each public situation once, in the best language for a reader, in the order of the admin's tree."""
    from home.situations.models import SituationPage

    found = best_of(public(SituationPage.objects.filter(alias_of=None)), language)
    return found.select_related("locale").defer("body").order_by("path")


def shown(pages: "Iterable[SituationPage]", request: HttpRequest | None) -> list[Entry]:
    return [Entry(page, page.get_url(request) or "") for page in pages]


def index_of(language: str) -> "SituationIndexPage | None":
    """The public list of situations in the best language for a reader; None while there is none.

    Read once until something changes, and never altered.
    """
    return kept(("list of situations", language), lambda: looked_up(language))


def looked_up(language: str) -> "SituationIndexPage | None":
    from home.situations.models import SituationIndexPage

    pages = best_of(public(SituationIndexPage.objects.filter(alias_of=None)), language)
    return pages.select_related("locale").first()
