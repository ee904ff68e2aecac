"""Says that a page's successor is forgotten when the page is public again."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.models import Page

from campaigns.links.models import Successor
from campaigns.links.reach import subtree


def remember(request: HttpRequest, page: Page) -> None:
    remember_of(request, {page.pk})


def tell(request: HttpRequest, page: Page) -> None:
    tell_of(request)


def remember_many(request: HttpRequest, action_type: str, objects: Iterable[Page], action: Any) -> None:
    if action_type == "publish":
        below = action.cleaned_form.cleaned_data["include_descendants"]
        remember_of(request, subtree(objects) if below else {page.pk for page in objects})


def tell_many(request: HttpRequest, action_type: str, objects: Iterable[Page], action: Any) -> None:
    if action_type == "publish":
        tell_of(request)


def remember_of(request: HttpRequest, pages: set[int]) -> None:
    """Keep with the request which of the pages have a successor before they are published."""
    rows = Successor.objects.filter(page__in=pages)
    request.had_successor = set(rows.values_list("page", flat=True))  # type: ignore[attr-defined]


def tell_of(request: HttpRequest) -> None:
    had: set[int] = getattr(request, "had_successor", set())
    if not had:
        return
    have = Successor.objects.filter(page__in=had).values_list("page", flat=True)
    forgotten = len(had - set(have))
    if forgotten:
        said = ngettext(
            "Codes on paper lead to this page itself again; its successor is no longer needed.",
            "Codes on paper lead to %(number)d pages themselves again; their successors are no longer needed.",
            forgotten,
        )
        messages.success(request, said % {"number": forgotten})
