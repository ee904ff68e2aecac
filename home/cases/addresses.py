"""Where a case is shown: below the list, in the reader's language."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from campaigns.cases.models import Case
from home.written import address_below, list_page

if TYPE_CHECKING:
    from home.cases.models import CaseIndexPage


def index_of(language: str) -> "CaseIndexPage | None":
    """The public list of places: see `list_page`."""
    found: CaseIndexPage | None = list_page("case_pages.CaseIndexPage", language)
    return found


def address_of(case: Case, index: "CaseIndexPage | None", request: HttpRequest | None = None) -> str:
    """The path of a case; empty where there is no list to stand below."""
    return address_below(index, case.slug, request)
