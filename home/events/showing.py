"""An event as it is told at a moment: over, on now or to come, and whether one can still sign up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from campaigns.areas.models import Area
from campaigns.cases.models import CaseTag
from campaigns.languages.order import readers_language
from campaigns.tags import rename
from home.changes import note
from home.events.kinds import Attendance
from home.events.published import held
from home.events.words import day_words, hour_words, sign_up_words
from home.maps import map_link

if TYPE_CHECKING:
    from home.events.models import EventPage

#: Other events named below one, and on the home page.
FEW = 3


@dataclass(frozen=True)
class Happening:
    """What components/event.html asks for, of an event as it is at a moment."""

    written: "EventPage"
    now: datetime
    url: str = ""

    @property
    def title(self) -> str:
        return self.written.title

    @property
    def starts(self) -> datetime:
        return timezone.localtime(self.written.starts)

    @property
    def day(self) -> str:
        return day_words(self.written.starts)

    @property
    def hours(self) -> str:
        return hour_words(self.written.starts, self.written.ends)

    @property
    def is_online(self) -> bool:
        """Nowhere else."""
        return self.written.attendance == Attendance.ONLINE

    @property
    def area(self) -> Area | None:
        return None if self.is_online else self.written.area

    @property
    def place(self) -> str:
        """The building, or that it is online."""
        return str(self.written.get_attendance_display()) if self.is_online else self.written.place

    @property
    def address(self) -> str:
        """None where there is nothing to go to, whatever was entered before."""
        return "" if self.is_online else self.written.address

    @property
    def online(self) -> str:
        """How one takes part from elsewhere."""
        return "" if self.written.attendance == Attendance.PLACE else self.written.online

    @property
    def kind(self) -> str:
        return str(self.written.get_kind_display())

    @property
    def over(self) -> bool:
        return self.written.ends <= self.now

    @property
    def on_now(self) -> bool:
        return self.written.starts <= self.now and not self.over and not self.called_off

    @property
    def called_off(self) -> bool:
        return self.written.is_called_off

    @property
    def can_sign_up(self) -> bool:
        """Whether it is of any use to say how."""
        ends = self.written.sign_up_ends
        return ends is not None and self.now < ends and not (self.called_off or self.written.is_full)

    @property
    def registration(self) -> str:
        return "" if self.over or self.called_off else sign_up_words(self.written, self.now)

    @property
    def changes(self) -> list[datetime]:
        """When something of this reads otherwise."""
        event = self.written
        moments = (event.starts, event.sign_up_ends, event.ends)
        return [each for each in moments if each is not None and each > self.now]


def happenings(events: Iterable["EventPage"], now: datetime, request: HttpRequest | None) -> list[Happening]:
    """Events as cards show them; when they change is noted."""
    found = [Happening(event, now, event.get_url(request) or "") for event in events]
    note(request, *(change for each in found for change in each.changes))
    return found


def event_context(event: "EventPage", request: HttpRequest) -> dict[str, Any]:
    """The context of pages/event.html."""
    now = timezone.now()
    each = happenings([event], now, request)[0]
    others = held(readers_language(), now).exclude(translation_key=event.translation_key)
    tags: list[CaseTag] = list(event.audiences.all())
    rename(tags, readers_language())
    return {
        "event": each,
        "audiences": tags,
        "map": map_link(each.address),
        "others": happenings(others[:FEW], now, request),
        "calendar": f"{each.url}calendar/" if each.url else "",
    }
