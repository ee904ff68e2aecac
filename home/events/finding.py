"""What an event is found by."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.public import public
from home.events.models import EventPage
from home.search.kinds import Kind, Words, register
from home.search.shown import lines, texts

#: Seconds from which a beginning is subtracted, so that of what fits equally well the latest stands first.
LATEST = 10**11


def register_events() -> None:
    register(Kind("event", _("Events"), EventPage, event_words, "search/event.html", 2, shown_events))


def event_words(event: EventPage) -> Words | None:
    """A published event's words, also when it is over."""
    if not event.live or event.alias_of_id is not None:
        return None
    body = (event.for_whom, event.organiser, event.online, *texts(event))
    unshown = (
        str(event.get_kind_display()),
        *(event.area.all_names if event.area is not None else ()),
        event.place,
        event.address,
        *(tag.name for tag in event.audiences.all()),
    )
    position = str(LATEST - int(event.starts.timestamp()))
    return Words(event.title, "", event.lead, lines(body), lines(unshown), position)


def shown_events(keys: Iterable[int]) -> QuerySet[EventPage]:
    return public(EventPage.objects.filter(pk__in=keys)).select_related("locale", "area__parent")
