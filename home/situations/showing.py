"""What there is for a situation: places, events and desks that have its words, and the other situations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from campaigns.cases.models import Case, CaseTag
from campaigns.languages.order import readers_language
from home.cases.addresses import index_of as case_index
from home.cases.listing import for_cards
from home.cases.published import published as published_cases
from home.desks.addresses import index_of as desk_index
from home.desks.answering import Answering, desks_in, few_about
from home.events.models import EventPage
from home.events.published import held
from home.events.published import index_of as event_index
from home.events.showing import FEW, happenings
from home.situations.kinds import SituationKind
from home.situations.published import Entry, published, shown

if TYPE_CHECKING:
    from home.situations.models import SituationPage

#: Places named on the page of a situation.
PLACES = 6


@dataclass(frozen=True)
class Group:
    label: str
    entries: list[Entry]


def by_kind(pages: "Iterable[SituationPage]", request: HttpRequest | None) -> list[Group]:
    """The kinds that have something, in their order."""
    entries = shown(pages, request)
    groups = [
        Group(str(kind.label), [each for each in entries if each.written.kind == kind])
        for kind in SituationKind
    ]
    return [group for group in groups if group.entries]


def situation_context(page: "SituationPage", request: HttpRequest) -> dict[str, Any]:
    """The context of pages/situation.html."""
    now, language = timezone.now(), readers_language()
    words = list(page.words.all())
    places = places_with(words, language)
    desks = desks_about({topic.pk for topic in page.topics.all()}, language, now, request)
    others = published(language).exclude(translation_key=page.translation_key)
    indexes = {"all_desks": desk_index(language), "all_events": event_index(language)}
    return {
        "places": places,
        "index_url": url if (index := case_index(language)) and (url := index.get_url(request)) else "",
        "choice": next((f"?{word.kind}={word.slug}" for word in words), ""),
        "desks": desks,
        "events": happenings(events_with(words, language, now), now, request),
        "groups": by_kind(others, request),
        **{name: each.get_url(request) if each else "" for name, each in indexes.items()},
    }


def places_with(words: Iterable[CaseTag], language: str) -> list[Case]:
    """The first places that have one of some words."""
    tagged = Case.tags.through.objects.filter(casetag__in=[word.pk for word in words])
    found = published_cases(language).filter(pk__in=tagged.values("case"))
    return list(for_cards(found.order_by("sort_order", "reading", "pk"))[:PLACES])


def events_with(words: Iterable[CaseTag], language: str, now: datetime) -> "QuerySet[EventPage]":
    """The next events for somebody whom one of some words means."""
    tagged = EventPage.audiences.through.objects.filter(casetag__in=[word.pk for word in words])
    return held(language, now).filter(pk__in=tagged.values("eventpage"))[:FEW]


def desks_about(
    topics: set[int], language: str, now: datetime, request: HttpRequest | None
) -> list[Answering]:
    """Desks for some topics first, then others; one of them answers now if there is any that does."""
    desks = desks_in(language)
    about = [desk for desk in desks if topics & {tag.pk for tag in desk.topic_tags.all()}]
    return few_about(about, desks, now, request)
