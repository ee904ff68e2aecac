"""Where a desk is shown: below the list, in the reader's language."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from campaigns.desks.models import Desk
from campaigns.freshness.kept import kept
from campaigns.languages.shown import best_of
from campaigns.public import public

if TYPE_CHECKING:
    from home.desks.models import DeskIndexPage


def index_of(language: str) -> "DeskIndexPage | None":
    """The public list of desks in the best language for a reader; None while there is none.

    Read once until something changes, and never altered.
    """
    return kept(("list of desks", language), lambda: looked_up(language))


def looked_up(language: str) -> "DeskIndexPage | None":
    from home.desks.models import DeskIndexPage

    pages: DeskIndexPage | None = best_of(
        public(DeskIndexPage.objects.filter(alias_of=None)), language
    ).first()
    return pages


def address_of(desk: Desk, index: "DeskIndexPage | None", request: HttpRequest | None = None) -> str:
    """The path of a desk; empty where there is no list to stand below."""
    url = index.get_url(request) if index is not None else None
    return f"{url}{desk.slug}/" if url else ""
