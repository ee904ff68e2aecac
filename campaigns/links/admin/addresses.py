"""What a move does to a page's address, and whether visitors still see it there."""

from dataclasses import dataclass
from typing import Self

from django.apps import apps
from django.conf import settings
from wagtail.models import Page


@dataclass(frozen=True)
class Addresses:
    """Paths of the site; empty where a page is on no site."""

    before: str
    after: str
    #: Whether everybody may see what stands below the destination.
    is_open: bool

    @classmethod
    def of_move(cls, page: Page, destination: Page) -> Self:
        above = destination.get_url() or ""
        after = f"{above.rstrip('/')}/{page.slug}/" if above else ""
        return cls(before=page.get_url() or "", after=after, is_open=is_open(destination))


def is_open(destination: Page) -> bool:
    """Whether everybody may see what stands below."""
    return bool(destination.get_url()) and not destination.get_view_restrictions().exists()


def are_redirected() -> bool:
    """Whether a page's old address leads to its new one after a move."""
    return apps.is_installed("wagtail.contrib.redirects") and getattr(
        settings, "WAGTAILREDIRECTS_AUTO_CREATE", True
    )
