"""The kinds of work that fall due, each registered by the app that does it, and the run of what is due.

A chore must bear being run twice: a process that is killed in the middle leaves the rest to the next run.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError
from django.utils import timezone

from campaigns.schedule.models import DueWork

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """`run` is called when `every` has passed since the last run began; what it raises is kept, and tried again."""

    key: str
    every: timedelta
    run: Callable[[], object]


CHORES: dict[str, Chore] = {}

#: A run that failed is tried again after this long, or after its usual time if that is shorter.
AGAIN = timedelta(minutes=10)


def register(key: str, every: timedelta, run: Callable[[], object]) -> None:
    """Add a kind of work; called from an app's `ready`."""
    CHORES[key] = Chore(key, every, run)


def tick(now: datetime | None = None) -> list[str]:
    """Do what is due; returns the keys of what was done. Two at once never do the same work twice."""
    now = now or timezone.now()
    return [chore.key for chore in CHORES.values() if claim(chore, now) and done(chore, now)]


def claim(chore: Chore, now: datetime) -> bool:
    """Whether this process may do it now: it is due, and nobody else has taken it."""
    following = now + chore.every
    if DueWork.objects.filter(key=chore.key, due_at__lte=now).update(due_at=following):
        return True
    if DueWork.objects.filter(key=chore.key).exists():
        return False
    try:
        DueWork.objects.create(key=chore.key, due_at=following)
    except IntegrityError:
        return False
    return True


def done(chore: Chore, now: datetime) -> bool:
    """Run it and keep how it went. One chore's failure keeps no other from its turn."""
    row = DueWork.objects.filter(key=chore.key)
    try:
        chore.run()
    except Exception as error:
        logger.exception("%s failed", chore.key)
        row.update(problem=f"{type(error).__name__}: {error}", due_at=now + min(AGAIN, chore.every))
        return False
    row.update(problem="", done_at=timezone.now())
    return True
