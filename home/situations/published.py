"""Which situations residents see, and the list of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.http import HttpRequest

from home.written import list_page, written

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

    return written(SituationPage, language).defer("body").order_by("path")


def shown(pages: "Iterable[SituationPage]", request: HttpRequest | None) -> list[Entry]:
    return [Entry(page, page.get_url(request) or "") for page in pages]


def index_of(language: str) -> "SituationIndexPage | None":
    """The public list of situations: see `list_page`."""
    found: SituationIndexPage | None = list_page("situations.SituationIndexPage", language)
    return found
