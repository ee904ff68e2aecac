"""What the home page shows besides its own words: the campaign, places near by, situations, who answers now, news."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.areas.models import Area
from campaigns.areas.nearness import NEAR, distances_from
from campaigns.cases.models import Case
from campaigns.cases.nearby import nearest_first
from campaigns.current import shown_campaign
from campaigns.languages.order import readers_language
from home.cases.addresses import index_of as case_index
from home.cases.choosing import Choice, all_areas
from home.cases.forms import area_options
from home.cases.listing import BESIDE, for_cards
from home.cases.published import published
from home.desks.addresses import index_of as desk_index
from home.desks.answering import desks_in, few
from home.events.choosing import Choice as EventChoice
from home.events.published import held
from home.events.published import index_of as event_index
from home.events.showing import FEW, happenings
from home.news.published import index_of as news_index
from home.news.published import published as published_news
from home.news.published import shown
from home.situations.published import index_of as situation_index
from home.situations.published import published as published_situations
from home.situations.published import shown as shown_situations

if TYPE_CHECKING:
    from home.events.models import EventPage

#: Pieces of news on the home page.
LATEST = 3


def front_context(request: HttpRequest) -> dict[str, Any]:
    """The context of pages/home.html."""
    now = timezone.now()
    language = readers_language()
    campaign = shown_campaign(language)
    desks = few(desks_in(language), now, request)
    near = near_context(language, request)
    all_desks = desk_index(language)
    return {
        "campaign": campaign,
        "phrase": campaign.chosen if campaign else None,
        "desks": desks,
        "all_desks": all_desks.get_url(request) if all_desks else "",
        **near,
        **situations_context(language, request),
        **news_context(language, request, now, near["near"]),
    }


def situations_context(language: str, request: HttpRequest) -> dict[str, Any]:
    """Stages of life and surroundings; nothing while there is no list of them."""
    index = situation_index(language)
    return {
        "situations": shown_situations(published_situations(language), request) if index else [],
        "all_situations": index.get_url(request) if index else "",
    }


def events_of(language: str, now: datetime, area: Area | None) -> list["EventPage"]:
    """What is on next; near a municipality what is there, next to it or online, and only then the rest."""
    events = list(held(language, now)) if area is not None else list(held(language, now)[:FEW])
    choice = EventChoice.near_to(area, around=True)
    chosen = sorted(events, key=lambda event: not choice.finds(event))[:FEW]
    return sorted(chosen, key=lambda event: (event.starts, event.pk))


def news_context(
    language: str, request: HttpRequest, now: datetime, area: Area | None = None
) -> dict[str, Any]:
    """What is on next, and the latest news."""
    lists = {"all_events": event_index(language), "all_news": news_index(language)}
    return {
        "events": happenings(events_of(language, now, area), now, request) if lists["all_events"] else [],
        "news": shown(published_news(language)[:LATEST], request) if lists["all_news"] else [],
        **{name: each.get_url(request) if each else "" for name, each in lists.items()},
    }


def near_context(language: str, request: HttpRequest) -> dict[str, Any]:
    """Places near the municipality of the address; without one, the first ones of the list."""
    index = case_index(language)
    areas = all_areas(language)
    choice = Choice.of(request, areas, ())
    area = next((each for each in areas if each.code == choice.near), None)
    url = index.get_url(request) if index is not None else ""
    return {
        "near": area,
        "near_options": area_options(areas, choice.near, _("Choose a municipality")),
        "near_language": areas[0].written_in if areas else "",
        "places": nearest(language, area),
        "index_url": url,
        "all_places": f"{url}?{choice.query}" if url and choice.query else url,
    }


def nearest(language: str, area: Area | None) -> list[Case]:
    cases = published(language)
    if area is None:
        return list(for_cards(cases)[:BESIDE])
    distances = distances_from(area.pk)
    return list(for_cards(nearest_first(cases, distances, NEAR))[:BESIDE])
