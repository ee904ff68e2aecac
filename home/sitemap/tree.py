"""Pages as a tree, from one query however many there are."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest
from wagtail.models import Page

from campaigns.languages.addresses import readers_address
from campaigns.languages.codes import language_of
from home.events.models import EventPage
from home.news.models import NewsPage


@dataclass
class Branch:
    """A page and the branches below it."""

    title: str
    url: str
    language: str = ""
    below: list[Branch] = field(default_factory=list)


def tree(home: Page, request: HttpRequest) -> list[Branch]:
    """The home page's live public descendants; what is below a page that cannot be read is left out with it.

    So are events and news, which grow without end and have lists and archives of their own.
    """
    below = home.get_descendants().live().public().not_type(EventPage, NewsPage)
    pages = below.select_related("locale").order_by("path")
    root = Branch(home.title, "")
    known = {home.path: root}
    for page in pages:
        above = known.get(page.path[: -page.steplen])
        if above is not None:
            known[page.path] = Branch(page.title, readers_address(page, request), language_of(page))
            above.below.append(known[page.path])
    return root.below
