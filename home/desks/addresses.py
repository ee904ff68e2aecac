"""Where a desk is shown: below the list, in the reader's language."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from campaigns.desks.models import Desk
from home.written import address_below, list_page

if TYPE_CHECKING:
    from home.desks.models import DeskIndexPage


def index_of(language: str) -> "DeskIndexPage | None":
    """The public list of desks: see `list_page`."""
    found: DeskIndexPage | None = list_page("desk_pages.DeskIndexPage", language)
    return found


def address_of(desk: Desk, index: "DeskIndexPage | None", request: HttpRequest | None = None) -> str:
    """The path of a desk; empty where there is no list to stand below."""
    return address_below(index, desk.slug, request)
