"""Which news residents see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.http import HttpRequest

from home.written import list_page, written

if TYPE_CHECKING:
    from home.news.models import NewsIndexPage, NewsPage

#: What no list says.
UNSAID = ("body", "search_description", "seo_title", "draft_title")


@dataclass(frozen=True)
class Item:
    """A piece of news as lists name it, with its address."""

    written: "NewsPage"
    url: str

    @property
    def title(self) -> str:
        return self.written.title

    @property
    def lead(self) -> str:
        return self.written.lead

    @property
    def date(self) -> date:
        return self.written.date


def published(language: str) -> "QuerySet[NewsPage]":
    """Each public piece once, in the best language for a reader, the latest first."""
    from home.news.models import NewsPage

    return written(NewsPage, language).defer(*UNSAID).order_by("-date", "-pk")


def shown(pages: "Iterable[NewsPage]", request: HttpRequest | None) -> list[Item]:
    return [Item(page, page.get_url(request) or "") for page in pages]


def index_of(language: str) -> "NewsIndexPage | None":
    """The public list of news: see `list_page`."""
    found: NewsIndexPage | None = list_page("news.NewsIndexPage", language)
    return found
