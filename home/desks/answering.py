"""Which desks to name first: those that answer now, then those that open next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.http import HttpRequest

from campaigns.areas.models import Area
from campaigns.areas.nearness import ANYWHERE, BELONGS, distances_from
from campaigns.desks.models import Desk
from campaigns.desks.offered import not_over
from campaigns.desks.opening import open_state, with_rows
from campaigns.freshness.kept import kept
from campaigns.languages.shown import best_of
from campaigns.opening.state import State
from campaigns.tags import rename
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
        return self.state is not None and not self.state.is_open and not self.state.varies

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


def desks_in(language: str) -> Sequence[Desk]:
    """The desks that are not over, in order, each in the best language for a reader, with its topics named in it.

    Read once until something changes, and never altered.
    """
    return kept(("desks", language), lambda: named_desks(language))


def named_desks(language: str) -> Sequence[Desk]:
    found = tuple(with_rows(best_of(not_over(), language)).prefetch_related("topic_tags"))
    rename((tag for desk in found for tag in desk.topic_tags.all()), language)
    return found


def answering(desks: Iterable[Desk], now: datetime) -> list[Answering]:
    """Open ones first, then those that may be, then by when they open; else in their own order."""
    return sorted((Answering.at(desk, now) for desk in desks), key=rank)


def rank(each: Answering) -> tuple[int, float]:
    """Python's sorting keeps the order of what is equal in this."""
    if each.is_open:
        return 0, 0.0
    if not each.is_closed:
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


def few_about(
    about: Collection[Desk], desks: Iterable[Desk], now: datetime, request: HttpRequest | None = None
) -> list[Answering]:
    """The first of some desks, then of the others; one of them answers now if there is any that does."""
    chosen = few(about, now, request)
    others = few((desk for desk in desks if desk not in about), now, request)
    somebody_answers = any(each.is_open for each in chosen)
    room = FEW - len(chosen)
    if not room and not somebody_answers and others and others[0].is_open:
        room, chosen = 1, chosen[:-1]
    return [*chosen, *others[:room]]


def when_low(language: str, now: datetime, request: HttpRequest | None = None) -> list[Answering]:
    """A few for somebody who feels low: those for such topics in their language, then whoever answers."""
    desks = desks_in(language)
    about = [desk for desk in desks if any(tag.when_low for tag in desk.topic_tags.all())]
    understood = [desk for desk in about if speaks(desk, language)]
    others = [*about, *(desk for desk in desks if desk not in about)]
    return few_about(understood, others, now, request)


def speaks(desk: Desk, language: str) -> bool:
    """Whether a reader of a language is understood; easy Japanese is Japanese."""
    return any(language.partition("-x-")[0] == code.lower().partition("-x-")[0] for code in desk.languages)
