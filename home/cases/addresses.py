"""Where a case is shown: below the list, in the reader's language."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from campaigns.cases.models import Case
from campaigns.freshness.kept import kept
from campaigns.languages.shown import best_of
from campaigns.public import public

if TYPE_CHECKING:
    from home.cases.models import CaseIndexPage


def index_of(language: str) -> "CaseIndexPage | None":
    """The public list of places in the best language for a reader; None while there is none.

    Read once until something changes, and never altered.
    """
    return kept(("list of places", language), lambda: looked_up(language))


def looked_up(language: str) -> "CaseIndexPage | None":
    from home.cases.models import CaseIndexPage

    pages: CaseIndexPage | None = best_of(
        public(CaseIndexPage.objects.filter(alias_of=None)), language
    ).first()
    return pages


def address_of(case: Case, index: "CaseIndexPage | None", request: HttpRequest | None = None) -> str:
    """The path of a case; empty where there is no list to stand below."""
    url = index.get_url(request) if index is not None else None
    return f"{url}{case.slug}/" if url else ""
