"""News, each piece under its day."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from campaigns.opening.state import moment
from campaigns.opening.timetable import MIDNIGHT
from campaigns.whole_addresses import whole
from home.feeds.sources import Item, Source
from home.news.published import published
from home.sharing.kinds import path_of

#: Pieces of news in a feed.
MOST = 30


def newest_news(language: str) -> list[Item]:
    """The last published first; what has been mended comes up again under its old day."""
    pages = published(language).filter(last_published_at__isnull=False)
    return [
        Item(
            title=page.title,
            url=whole(path_of(page)),
            summary=page.lead,
            published=moment(datetime.combine(page.date, MIDNIGHT)),
            updated=page.last_published_at,
        )
        for page in pages.order_by("-last_published_at", "-date", "-pk")[:MOST]
    ]


NEWS = Source("news", _("News"), newest_news)
