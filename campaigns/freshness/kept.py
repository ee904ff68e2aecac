"""What stands around every page and seldom changes: read once in each process, until something changes."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.utils import timezone

from campaigns.freshness import writes
from campaigns.freshness.changes import LONGEST, State, state

Value = TypeVar("Value")
Moment = tuple[State, int]

#: More than the languages, lists and pages of a site ask for.
MOST = 4_096

values: dict[Hashable, tuple[Moment, Any]] = {}


def kept(key: Hashable, read: Callable[[], Value]) -> Value:
    """What `read` gives. Threads share it, so nobody may alter it: hand out what is frozen, or a copy."""
    now = moment()
    if now is None:
        return read()
    found = values.get(key)
    if found is not None and found[0] == now:
        value: Value = found[1]
        return value
    value = read()
    if len(values) >= MOST:
        values.clear()
    values[key] = (now, value)
    return value


def moment() -> Moment | None:
    """The same as long as what was read is true; None while nothing may be kept.

    It ends with every LONGEST of the clock, and so at midnight, when other days begin.
    """
    now = None if writes.is_unsettled() else state()
    return None if now is None else (now, int(timezone.now().timestamp() // LONGEST.total_seconds()))
