"""The demo's events, news, situations and page of figures, below lists of their own.

Their days are counted from the day on which the demo is loaded, so that there is always something to come.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.cases.models import CaseTag
from campaigns.desks.models import TopicTag
from cms.demo_data import body_of, read
from cms.demo_places import clock_of, usual
from home.events.models import EventIndexPage, EventPage
from home.figures.models import FigureIndexPage
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.situations.models import SituationIndexPage, SituationPage

LISTS: dict[str, type[Page]] = {
    "events": EventIndexPage,
    "situations": SituationIndexPage,
    "news": NewsIndexPage,
    "figures": FigureIndexPage,
}
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def load_programme(home: HomePage) -> None:
    """Each list with its pages on first need; what somebody has changed since stays as it is."""
    rows = read("programme")
    make = {"events": event_page, "situations": situation_page, "news": news_page}
    for row in rows["lists"]:
        kind = row.pop("type")
        if not LISTS[kind].objects.filter(locale=home.locale).exists():
            index = LISTS[kind](locale=home.locale, **row)
            home.add_child(instance=index)
            for each in rows.get(kind, ()):
                add(index, make[kind](each), home)


def add(index: Page, page: Any, home: HomePage) -> None:
    page.locale = home.locale
    index.add_child(instance=page)
    page.save_revision().publish()


def event_page(row: dict[str, Any]) -> EventPage:
    """`week` counts from this one, `day` from Monday; signing up ends some days before."""
    today = timezone.localdate()
    day = today - today.weekday() * DAY + row.pop("week") * WEEK + row.pop("day") * DAY
    starts, ends = (moment_of(day, row.pop(name)) for name in ("begins", "finishes"))
    until = row.pop("sign_up_days", None)
    area = Area.objects.get(code=row.pop("area_code")) if "area_code" in row else None
    audiences, body = usual(CaseTag, row.pop("audiences", ())), body_of(row.pop("body"))
    last_day = day - until * DAY if until is not None else None
    page = EventPage(starts=starts, ends=ends, area=area, sign_up_until=last_day, body=body, **row)
    page.audiences = audiences
    return page


def moment_of(day: date, clock: str) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock_of(clock)))


def news_page(row: dict[str, Any]) -> NewsPage:
    day = timezone.localdate() + row.pop("days") * DAY
    return NewsPage(date=day, body=body_of(row.pop("body")), **row)


def situation_page(row: dict[str, Any]) -> SituationPage:
    words, topics = usual(CaseTag, row.pop("words")), usual(TopicTag, row.pop("topics"))
    body = [*row.pop("body"), *cards_to(row.pop("read_on", ""))]
    page = SituationPage(body=body_of(body), **row)
    page.words, page.topics = words, topics
    return page


def cards_to(slug: str) -> list[dict[str, Any]]:
    """A card that leads to the page of an audience, which the codes of its posters open."""
    page = StandardPage.objects.filter(slug=slug).first()
    return [{"type": "link_cards", "value": [{"page": page.pk, "title": "", "text": ""}]}] if page else []
