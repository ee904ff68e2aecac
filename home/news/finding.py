"""What a piece of news is found by."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.public import public
from home.news.models import NewsPage
from home.search.kinds import Kind, Words, register
from home.search.shown import lines, texts

#: From which a day is subtracted, so that of what fits equally well the latest stands first.
LATEST = 10**7


def register_news() -> None:
    register(Kind("news", _("News"), NewsPage, news_words, "search/news.html", 4, shown_news))


def news_words(page: NewsPage) -> Words | None:
    """A published piece's words."""
    if not page.live or page.alias_of_id is not None:
        return None
    return Words(page.title, "", page.lead, lines(texts(page)), "", str(LATEST - page.date.toordinal()))


def shown_news(keys: Iterable[int]) -> QuerySet[NewsPage]:
    return public(NewsPage.objects.filter(pk__in=keys)).select_related("locale")
