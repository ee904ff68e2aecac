"""In which order pages are tried for a code, and which of them it is: the steps of `resolution`, shown with obstacles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from campaigns.links import resolution
from campaigns.links.custody.states import Hidden
from campaigns.links.models import ShortLink

WHAT = {
    resolution.MEANT: _("The page it is meant for"),
    resolution.SUCCESSOR: _("Its successor"),
    resolution.TRANSLATION: _("The page in another language"),
    resolution.CAMPAIGN: _("Its campaign"),
    resolution.CURRENT: _("The current campaign"),
    resolution.HOME: _("The home page"),
}
TYPE_IN = _("The page to type a code")


@dataclass(frozen=True)
class Step:
    """A page that is tried. `is_it` marks the one to which the code leads."""

    what: Any
    page: Page | None
    obstacle: Any = ""
    is_it: bool = False


def steps(link: ShortLink) -> list[Step]:
    """All that are tried, each page once, in their order; at last the page to type a code, which is always there."""
    tried = list(once(resolution.steps(link)))
    first = next((step for step in tried if step.found), None)
    hidden = Hidden.now()
    shown = [Step(WHAT[each.role], each.page, obstacle(each.page, hidden), each is first) for each in tried]
    if link.target is None and all(each.role != resolution.MEANT for each in tried):
        shown.insert(0, Step(WHAT[resolution.MEANT], None, _("was deleted")))
    return shown if first is not None else [*shown, Step(TYPE_IN, None, is_it=True)]


def obstacle(page: Page, hidden: Hidden) -> Any:
    """Why nobody is led to a page; nothing when it is public."""
    if page.pk in hidden.unpublished:
        return _("is not published")
    if page.pk in hidden.restricted:
        return _("is not open to everybody")
    return _("is outside the site") if page.pk in hidden.outside else ""


def once(steps: Iterable[resolution.Step]) -> Iterator[resolution.Step]:
    """Without pages that were there before."""
    seen: set[int] = set()
    for each in steps:
        if each.page.pk not in seen:
            yield each
        seen.add(each.page.pk)
