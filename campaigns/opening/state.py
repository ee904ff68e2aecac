"""Whether something is open now, and when that changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone

from campaigns.opening.timetable import DAY, MIDNIGHT, Timetable

#: How far ahead a change is looked for: what is a year away is not worth waiting for.
AHEAD = timedelta(days=370)


@dataclass(frozen=True)
class State:
    """Open or closed, and the moment at which that ends; None when no end is in sight."""

    is_open: bool
    #: Also when it ceases or begins to vary: how long words on it are true, not what to promise anybody.
    changes: datetime | None = None
    #: Not open for sure, but perhaps: on some days it is at this hour.
    varies: bool = False
    #: When it opens for sure, where it is not open; None when that is not in sight.
    opens: datetime | None = None


def state_of(timetable: Timetable, now: datetime) -> State:
    """The state at a moment. A span's first moment is open, its last is closed."""
    if not any(rule.varies for rule in timetable.rules):
        return sure_state(timetable, now)
    state = sure_state(timetable.sure, now)
    if state.is_open:
        return state
    perhaps = sure_state(timetable.perhaps, now)
    return replace(state, changes=earliest([state.changes, perhaps.changes]), varies=perhaps.is_open)


def sure_state(timetable: Timetable, now: datetime) -> State:
    """The same where nothing varies."""
    if timetable.never_closes:
        return State(True)
    here = by_clocks_here(now)
    horizon = here + AHEAD
    # What is open now began yesterday at the earliest, or touches what did.
    for span in timetable.spans(here.date() - DAY, here.date() + AHEAD):
        if span.start > horizon:
            break
        if span.start > here:
            opens = moment(span.start)
            return State(False, opens, opens=opens)
        if span.end > here:
            return State(True, moment(span.end) if span.end <= horizon else None)
    return State(False)


def by_clocks_here(moment: datetime) -> datetime:
    return timezone.make_naive(moment, timezone.get_default_timezone())


def moment(by_clocks: datetime) -> datetime:
    return timezone.make_aware(by_clocks, timezone.get_default_timezone())


def next_midnight(now: datetime) -> datetime:
    """When the next day begins here."""
    return moment(datetime.combine(by_clocks_here(now).date() + DAY, MIDNIGHT))


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    """The first of some moments; None when there is none."""
    return min((each for each in moments if each is not None), default=None)
