"""What stands around every page and seldom changes: read once in each process, until something changes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.utils import timezone

from campaigns.freshness import writes
from campaigns.freshness.changes import LONGEST, State, state

Value = TypeVar("Value")
Moment = tuple[State, int]
#: A kind of thing, or one of a kind by whatever tells it from the others.
Key = str | tuple[Hashable, ...]

#: Things of one kind: more than the languages, pages and choices that many people ask for.
MOST = 1_024

#: By kind and by key, what has been asked for last standing last.
values: dict[Hashable, OrderedDict[Key, tuple[Moment, Any]]] = {}
lock = threading.Lock()


def kept(key: Key, read: Callable[[], Value], unsettled: Callable[[], Value] | None = None) -> Value:
    """What `read` gives. Threads share it, so nobody may alter it: hand out what is frozen, or a copy.

    While nothing may be kept, as in a transaction, it is what `unsettled` gives, or read each time.

    Strangers ask for thousands of things, such as every choice of a list by any name of the host. That pushes out
    what nobody has asked for longest among things of the same kind, and nothing else.
    """
    now = moment()
    if now is None:
        return (unsettled or read)()
    kind = key if isinstance(key, str) else key[0]
    with lock:
        found = values.setdefault(kind, OrderedDict()).get(key)
        if found is not None and found[0] == now:
            values[kind].move_to_end(key)
            value: Value = found[1]
            return value
    value = read()
    with lock:
        of_kind = values.setdefault(kind, OrderedDict())
        of_kind[key] = (now, value)
        of_kind.move_to_end(key)
        if len(of_kind) > MOST:
            of_kind.popitem(last=False)
    return value


def moment() -> Moment | None:
    """The same as long as what was read is true; None while nothing may be kept.

    It ends with every LONGEST of the clock, and so at midnight, when other days begin.
    """
    now = None if writes.is_unsettled() else state()
    return None if now is None else (now, int(timezone.now().timestamp() // LONGEST.total_seconds()))
