"""A placement's steps: pledged → displayed → removed, and one step back.

Every step is one conditional UPDATE: of two people who press at the same moment, one does it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from campaigns.links.models import Placement
from campaigns.models import Edition

Status = Placement.Status


def display(placement: Placement, day: date, edition: Edition | None) -> bool:
    """It hangs since that day, in that edition. False when it was not pledged any more."""
    return moved(placement, Status.PLEDGED, status=Status.DISPLAYED, displayed_on=day, edition=edition)


def correct(placement: Placement, day: date) -> bool:
    """It hangs since another day than was said. False when it does not hang."""
    return moved(placement, Status.DISPLAYED, displayed_on=day)


def remove(placement: Placement, day: date) -> bool:
    """It was taken down, or given up before it was hung. False when it was removed before."""
    before = placement.status
    return before != Status.REMOVED and moved(placement, before, status=Status.REMOVED, removed_on=day)


def renew(placement: Placement, edition: Edition) -> bool:
    """What hangs is this edition. False when it does not hang."""
    return moved(placement, Status.DISPLAYED, edition=edition)


def undo(placement: Placement) -> bool:
    """Take the last step back. False when there is none, or somebody was faster."""
    return STEPS_BACK[Status(placement.status)](placement)


def hang_again(placement: Placement) -> bool:
    before = Status.PLEDGED if placement.displayed_on is None else Status.DISPLAYED
    return moved(placement, Status.REMOVED, status=before, removed_on=None)


def pledge_again(placement: Placement) -> bool:
    return moved(placement, Status.DISPLAYED, status=Status.PLEDGED, displayed_on=None, edition=None)


STEPS_BACK: dict[Status, Callable[[Placement], bool]] = {
    Status.PLEDGED: lambda _placement: False,
    Status.DISPLAYED: pledge_again,
    Status.REMOVED: hang_again,
}


def moved(placement: Placement, before: str, **changes: Any) -> bool:
    """Change it if it still stands where the person saw it."""
    if not Placement.objects.filter(pk=placement.pk, status=before).update(**changes):
        return False
    for name, value in changes.items():
        setattr(placement, name, value)
    return True


def may_be_deleted(placement: Placement) -> bool:
    """A promise may be forgotten; what may hang somewhere, or has a code, stays on record."""
    return placement.status == Status.PLEDGED and not placement.links.exists()


def delete(placement: Placement) -> bool:
    """Forget a promise. False when it may not be forgotten."""
    promised = Placement.objects.filter(pk=placement.pk, status=Status.PLEDGED, links=None)
    return bool(promised.delete()[0])
