"""Whether a desk answers now, and when that changes."""

from datetime import datetime

from django.db.models import QuerySet

from campaigns.desks.models import Desk
from campaigns.opening.state import State, state_of

#: What a desk's state follows from beside its own columns.
ROWS = ("opening_rows", "special_days")


def open_state(desk: Desk, now: datetime) -> State | None:
    """Open until, or closed and opening at; None when its hours are known in words alone."""
    return state_of(desk.timetable, now) if desk.timetable.is_known else None


def with_rows(desks: "QuerySet[Desk]") -> "QuerySet[Desk]":
    """Desks with all that their state follows from, in three queries however many there are."""
    return desks.prefetch_related(*ROWS)
