"""Events as files that calendars open or subscribe to."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from campaigns.languages.order import readers_language
from campaigns.languages.site import name_in
from campaigns.whole_addresses import whole
from home.events.calendar import Entry, calendar
from home.events.choosing import Choice, areas_of
from home.events.published import published
from home.events.showing import Happening

if TYPE_CHECKING:
    from home.events.models import EventIndexPage, EventPage

#: How long a past event stays in the file of the list, so that it does not vanish from calendars at once.
KEPT = timedelta(days=365)
#: Stands for when a page was published that has no such time; before any that has one.
UNPUBLISHED = datetime(2000, 1, 1, tzinfo=UTC)


def event_file(event: "EventPage", request: HttpRequest) -> HttpResponse:
    return answer([event], request, event.title, f"{event.slug}.ics")


def list_file(index: "EventIndexPage", request: HttpRequest) -> HttpResponse:
    """What is coming and what was within a year."""
    recent = list(
        published(readers_language()).filter(ends__gt=timezone.now() - KEPT).order_by("starts", "pk")
    )
    choice = Choice.of(request, areas_of(recent))
    found = [event for event in recent if choice.finds(event)]
    name = f"{name_in(readers_language()).text} {index.title}"
    return answer(found, request, name, "events.ics")


def answer(events: "list[EventPage]", request: HttpRequest, name: str, filename: str) -> HttpResponse:
    content = calendar((entry(event, request) for event in events), name, settings.TIME_ZONE)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(True, filename) or "attachment"
    return response


def entry(event: "EventPage", request: HttpRequest) -> Entry:
    """The same event in another language has the same name, so that no calendar holds it twice."""
    told = Happening(event, timezone.now())
    url = event.get_url(request)
    # Words that change by the clock, such as whether one can sign up, are on the page alone.
    area = str(told.area) if told.area is not None else ""
    words = (event.lead, event.cost, told.online)
    return Entry(
        uid=str(event.translation_key),
        changed=event.last_published_at or UNPUBLISHED,
        starts=event.starts,
        ends=event.ends,
        summary=event.title,
        description="\n".join(filter(None, words)),
        location=" ".join(filter(None, (area, told.place, told.address))),
        url=whole(url) if url else "",
        is_called_off=event.is_called_off,
    )
