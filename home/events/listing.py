"""What is coming, month by month, and what was, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.utils import timezone

from campaigns.languages.order import readers_language
from home.cases.addresses import index_of as case_index
from home.cases.listing import NEAR
from home.changes import note
from home.crumbs import entry
from home.events.choosing import Choice, ChoiceForm, areas_of
from home.events.published import coming, past
from home.events.showing import FEW, Happening, happenings

if TYPE_CHECKING:
    from home.events.models import EventIndexPage, EventPage

#: Past events on a page of the archive.
ON_A_PAGE = 24


@dataclass(frozen=True)
class Month:
    """The first day of a month, and what is on in it."""

    first: date
    events: list[Happening]


def by_month(events: Iterable[Happening], now: datetime) -> list[Month]:
    """Events in their order; one that began in a month before stands in the present one."""
    this_month = timezone.localtime(now).date().replace(day=1)

    def first_of(each: Happening) -> date:
        return max(each.starts.date().replace(day=1), this_month)

    return [Month(first, list(group)) for first, group in groupby(events, first_of)]


def coming_context(index: "EventIndexPage", request: HttpRequest) -> dict[str, Any]:
    """The context of pages/event_index.html. One query for all that is coming."""
    now = timezone.now()
    events = list(coming(readers_language(), now))
    areas = areas_of(events)
    choice = Choice.of(request, areas)
    found = happenings((event for event in events if choice.finds(event)), now, request)
    # What the choice leaves out changes which choices there are.
    note(request, *(event.ends for event in events))
    url = index.get_url(request)
    return {
        "months": by_month(found, now),
        "total": len(found),
        "form": ChoiceForm(choice, areas, events),
        "choice": choice,
        "wider": [] if found else widened(choice, events),
        "beyond": happenings(beyond(choice, events), now, request) if len(found) < FEW else [],
        "clear": url if choice.is_anything else "",
        "places": places.get_url(request) if (places := case_index(readers_language())) else "",
        "calendar": f"{url}calendar/" + (f"?{choice.query}" if choice.query else "") if found else "",
        "archive": f"{url}archive/" if past(readers_language(), now).exists() else "",
    }


def widened(choice: Choice, events: "list[EventPage]") -> list[tuple[Choice, int]]:
    """Where a search that found nothing is widened: choices that find something, with how many."""
    counted = ((wider, sum(map(wider.finds, events))) for wider in choice.wider())
    return [(wider, count) for wider, count in counted if count]


def beyond(choice: Choice, events: "list[EventPage]") -> "list[EventPage]":
    """The nearest events that a choice does not find, of whatever kind; equally near ones by day."""
    others = [event for event in events if choice.distance(event) <= NEAR and not choice.finds(event)]
    return sorted(others, key=choice.distance)[:FEW]


def archive_context(index: "EventIndexPage", request: HttpRequest, year: int | None) -> dict[str, Any]:
    """The context of pages/event_archive.html; of the last year when none is given. Raises Http404."""
    now = timezone.now()
    events = past(readers_language(), now)
    note(request, coming(readers_language(), now).order_by("ends").values_list("ends", flat=True).first())
    years = [day.year for day in events.order_by().datetimes("starts", "year", order="DESC")]
    if year is not None and year not in years:
        raise Http404
    shown = year or (years[0] if years else None)
    of_year = events.filter(starts__year=shown) if shown else events.none()
    page = Paginator(of_year, ON_A_PAGE).get_page(request.GET.get("page"))
    url = index.get_url(request)
    return {
        "pages": page,
        "events": happenings(page.object_list, now, request),
        "year": shown,
        "years": [
            {"title": str(each), "url": f"{url}archive/{each}/", "here": each == shown} for each in years
        ],
        "index_url": url,
        "archive_url": f"{url}archive/{shown}/" if url and shown else "",
        "above": [entry(each, request) for each in (index.get_parent(), index)],
    }
