"""Which events residents see, and which of them are over."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from home.written import list_page, written

if TYPE_CHECKING:
    from home.events.models import EventIndexPage, EventPage

#: What no list and no card says.
UNSAID = ("body", "search_description", "seo_title", "draft_title")


def published(language: str) -> "QuerySet[EventPage]":
    """Each public event once, in the best language for a reader; with all that a card says, in one query."""
    from home.events.models import EventPage

    return written(EventPage, language).select_related("area__parent").defer(*UNSAID)


def coming(language: str, now: datetime) -> "QuerySet[EventPage]":
    """What is not over, the next first."""
    return published(language).filter(ends__gt=now).order_by("starts", "pk")


def held(language: str, now: datetime) -> "QuerySet[EventPage]":
    """What is coming and not called off: what is named where there is room for a few."""
    return coming(language, now).filter(is_called_off=False)


def past(language: str, now: datetime) -> "QuerySet[EventPage]":
    """What is over, the last first."""
    return published(language).filter(ends__lte=now).order_by("-starts", "-pk")


def index_of(language: str) -> "EventIndexPage | None":
    """The public list of events: see `list_page`."""
    found: EventIndexPage | None = list_page("events.EventIndexPage", language)
    return found
