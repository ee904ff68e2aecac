"""Which desks to name first: those that answer now, then those that open next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.http import HttpRequest

from campaigns.areas.models import Area
from campaigns.areas.nearness import ANYWHERE
from campaigns.desks.models import Desk
from campaigns.desks.offered import not_over
from campaigns.desks.opening import open_state, with_rows
from campaigns.languages.shown import best_of
from campaigns.opening.state import State
from home.cases.choosing import BELONGS, distances_from
from home.changes import note
from home.opening_words import desk_words

#: Desks named where there is only room for a few.
FEW = 3


@dataclass(frozen=True)
class Answering:
    """A desk and its state at one moment; None when its hours are known in words alone."""

    desk: Desk
    state: State | None
    now: datetime

    @classmethod
    def at(cls, desk: Desk, now: datetime) -> Self:
        return cls(desk, open_state(desk, now), now)

    @property
    def words(self) -> str:
        return desk_words(self.state, self.now)

    @property
    def is_open(self) -> bool:
        return self.state is not None and self.state.is_open

    @property
    def is_closed(self) -> bool:
        return self.state is not None and not self.state.is_open

    @property
    def always_answers(self) -> bool:
        """Day and night, as far as one can see."""
        return self.is_open and self.changes is None

    @property
    def is_away(self) -> bool:
        """Closed, with no day known on which it opens."""
        return self.is_closed and self.changes is None

    @property
    def changes(self) -> datetime | None:
        return self.state.changes if self.state is not None else None


def desks_in(language: str, *more: str) -> list[Desk]:
    """The desks that are not over, in order, each in the best language for a reader.

    `more` names what else is prefetched.
    """
    return list(with_rows(best_of(not_over(), language)).prefetch_related(*more))


def answering(desks: Iterable[Desk], now: datetime) -> list[Answering]:
    """Open ones first, then those whose hours are known in words, then by when they open; else in their own order."""
    return sorted((Answering.at(desk, now) for desk in desks), key=rank)


def rank(each: Answering) -> tuple[int, float]:
    """Python's sorting keeps the order of what is equal in this."""
    if each.is_open:
        return 0, 0.0
    if each.state is None:
        return 1, 0.0
    return (2, each.changes.timestamp()) if each.changes is not None else (3, 0.0)


def for_people_of(area: Area | None, desks: Sequence[Answering]) -> list[Answering]:
    """Of those that answer equally soon, the ones for a municipality first, and those for the people of another last."""
    distances = distances_from(area.pk) if area is not None else {}

    def place(each: Answering) -> int:
        of = each.desk.area_id
        if area is None or of is None:
            return 1
        return 0 if distances.get(of, ANYWHERE) <= BELONGS else 2

    return sorted(desks, key=lambda each: (rank(each), place(each)))


def few(desks: Iterable[Desk], now: datetime, request: HttpRequest | None = None) -> list[Answering]:
    """The first of those, with one that answers day and night among them if there is any.

    Which ones they are changes with any of the desks, also with one that is not among them.
    """
    everybody = answering(desks, now)
    note(request, *(each.changes for each in everybody))
    ordered = [each for each in everybody if not each.is_away]
    chosen = ordered[:FEW]
    always = next((each for each in ordered if each.always_answers), None)
    if always is not None and always not in chosen:
        chosen[-1] = always
    return chosen
