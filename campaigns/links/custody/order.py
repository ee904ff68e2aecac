"""In which order pages are tried for a code, and which of them it is: what `resolution.destination` does, shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from campaigns.current import current_campaign
from campaigns.links.custody.states import Hidden
from campaigns.links.models import ShortLink
from campaigns.links.resolution import destination, intended
from campaigns.links.successors import successors_of

WHAT = {
    "meant": _("The page it is meant for"),
    "successor": _("Its successor"),
    "campaign": _("Its campaign"),
    "current": _("The current campaign"),
    "home": _("The home page"),
}


@dataclass(frozen=True)
class Step:
    """A page that is tried. `is_it` marks the one to which the code leads."""

    what: Any
    page: Page | None
    obstacle: Any = ""
    is_it: bool = False


def steps(link: ShortLink) -> list[Step]:
    """All that are tried, each page once, in their order."""
    goal, found = destination(link), list(once(candidates(link)))
    first = next((number for number, step in enumerate(found) if is_goal(step, goal)), None)
    if first is None:
        found.insert(0, Step(_("The page in another language"), goal))
        first = 0
    return [replace(step, is_it=number == first) for number, step in enumerate(found)]


def is_goal(step: Step, goal: Page | None) -> bool:
    if goal is None:
        return bool(step.what == WHAT["home"])
    return step.page is not None and step.page.pk == goal.pk


def candidates(link: ShortLink) -> Iterator[Step]:
    meant, hidden = intended(link), Hidden.now()
    if meant is None and link.target is None:
        yield Step(WHAT["meant"], None, _("was deleted"))
    elif meant is not None:
        yield step("meant", meant, hidden)
        for page in successors_of(meant):
            yield step("successor", page, hidden)
    if link.campaign is not None:
        yield step("campaign", link.campaign, hidden)
    current = current_campaign()
    if current is not None:
        yield step("current", current, hidden)
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    yield Step(WHAT["home"], site.root_page if site is not None else None)


def step(what: str, page: Page, hidden: Hidden) -> Step:
    return Step(WHAT[what], page, obstacle(page, hidden))


def obstacle(page: Page, hidden: Hidden) -> Any:
    """Why nobody is led to a page; nothing when it is public."""
    if page.pk in hidden.unpublished:
        return _("is not published")
    return _("is not open to everybody") if page.pk in hidden.restricted else ""


def once(steps: Iterator[Step]) -> Iterator[Step]:
    """Without pages that were there before."""
    seen: set[int] = set()
    for each in steps:
        if each.page is None or each.page.pk not in seen:
            yield each
        if each.page is not None:
            seen.add(each.page.pk)
