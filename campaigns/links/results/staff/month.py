"""What one month of a campaign tells: few as few, and withheld what would give these away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.functional import cached_property

from campaigns.links.results.few import WITHHELD, Reading, told
from campaigns.links.results.staff.categories import Category
from campaigns.links.results.staff.periods import DAY, WEEK, start_of
from campaigns.links.results.staff.sources import GROUPINGS, MonthCounts
from campaigns.links.results.withholding import Atoms, Key, Number, withheld

#: Those for which prints are counted.
WITH_PRINTS = ("material", "area", "kind")
#: What stands for all of them, and for those read at places with counted prints.
ALL, HUNG = "all", "hung"
WEEKDAYS, HOURS = range(7), range(24)

TOTAL: Key = ("total",)
#: All that was counted by the hour: the total, unless hours are missing.
ALL_HOURS: Key = ("hours",)


@lru_cache(maxsize=120)
def kept(
    numbers: tuple[tuple[Key, Number], ...],
    groups: tuple[tuple[Key, ...], ...],
    equal: tuple[tuple[Atoms, Atoms], ...],
) -> frozenset[Key]:
    """What is withheld. A large network's month takes a third of a second, and months that are over stay as they are."""
    return frozenset(withheld(dict(numbers), groups, equal))


class Month:
    """Readings by key; see the methods for the keys. Days and hours are put together as `MonthCounts` has them."""

    def __init__(self, counts: MonthCounts) -> None:
        self.counts = counts
        self.numbers: dict[Key, Number] = {}
        self.groups: list[list[Key]] = []
        #: Sources by number, which is much faster than by themselves.
        self.sources = list(enumerate(counts.sources))
        self.add({TOTAL: (atom for atom, _source in self.sources)})
        for grouping in GROUPINGS:
            self.add_categories(grouping, ALL)
        for grouping in WITH_PRINTS:
            self.add_categories(grouping, HUNG)
        self.add_times(WEEK)
        self.add_hours()
        self.add_times(DAY)
        self.add_members("kind", "organisation")

    def total(self) -> Reading:
        return self.reading(TOTAL)

    def of(self, grouping: str, category: Category) -> Reading:
        return self.reading((grouping, ALL, category))

    def of_hung(self, grouping: str, category: Category) -> Reading:
        """Readings at places whose prints are counted."""
        return self.reading((grouping, HUNG, category))

    def at(self, start: date, step: str) -> Reading:
        """Readings of the day, or of what the month has of the week, that begins then."""
        return self.reading((step, start))

    def by_hour(self, weekday: int | None = None, hour: int | None = None) -> Reading:
        """Readings of an hour of a weekday; without the one, or the other, of all."""
        if weekday is None:
            return self.reading(ALL_HOURS if hour is None else ("hour", hour))
        return self.reading(("weekday", weekday) if hour is None else ("cell", weekday, hour))

    def reading(self, key: Key) -> Reading:
        number = self.numbers.get(key)
        if number is None:
            return Reading(0)
        return WITHHELD if key in self.withheld else told(number.count)

    @cached_property
    def withheld(self) -> frozenset[Key]:
        groups = tuple(map(tuple, self.groups))
        return kept(tuple(self.numbers.items()), groups, tuple(self.equal()))

    def add(self, atoms: Mapping[Key, Iterable[object]]) -> None:
        """Numbers that together are all readings, or all of one kind; large ones first, since others are withheld first.

        Ordered by magnitude alone: the exact order of counts would say something of those withheld.
        """
        numbers = {key: self.number(frozenset(those)) for key, those in atoms.items()}
        ordered = sorted(numbers, key=lambda key: -numbers[key].count.bit_length())
        self.numbers |= {key: numbers[key] for key in ordered}
        self.groups.append(ordered)

    def number(self, atoms: Atoms) -> Number:
        return Number(atoms, sum(self.atoms[atom] for atom in atoms))

    @cached_property
    def atoms(self) -> dict[object, int]:
        """Sources by their numbers, days, and hours by weekday and hour."""
        found: dict[Any, int] = {atom: self.counts.sources[source] for atom, source in self.sources}
        found.update(self.counts.days)
        found.update(self.counts.hours)
        return found

    def add_categories(self, grouping: str, part: str) -> None:
        atoms: defaultdict[Key, list[object]] = defaultdict(list)
        for atom, source in self.sources:
            if part == ALL or source.is_of_hung:
                atoms[grouping, part, source.category(grouping)].append(atom)
        self.add(atoms)

    def add_times(self, step: str) -> None:
        """Days or weeks; each longer one is the sum of its days."""
        atoms: defaultdict[Key, list[date]] = defaultdict(list)
        for day in self.counts.days:
            atoms[step, start_of(day, step)].append(day)
        self.add(atoms)
        if step == WEEK:
            self.groups += [[(DAY, day) for day in days] for days in atoms.values()]

    def add_hours(self) -> None:
        hours = self.counts.hours
        self.add({ALL_HOURS: hours})
        self.add({("weekday", day): [cell for cell in hours if cell[0] == day] for day in WEEKDAYS})
        self.add({("hour", hour): [cell for cell in hours if cell[1] == hour] for hour in HOURS})
        self.add({("cell", *cell): [cell] for cell in hours})
        for place, values in enumerate((WEEKDAYS, HOURS)):
            self.groups += [[("cell", *cell) for cell in hours if cell[place] == value] for value in values]

    def add_members(self, whole: str, part: str) -> None:
        """Every kind is the sum of its organisations."""
        members: defaultdict[object, set[Key]] = defaultdict(set)
        for _atom, source in self.sources:
            members[source.category(whole)].add((part, ALL, source.category(part)))
        self.groups += [list(keys) for keys in members.values()]

    def equal(self) -> list[tuple[Atoms, Atoms]]:
        """The same readings put together in two ways: by source and by day, by weekday and by its hours."""
        days, hours = self.counts.days, self.counts.hours
        found: list[tuple[Atoms, Atoms]] = [(self.numbers[TOTAL].atoms, frozenset(days))]
        found += [
            (
                frozenset(day for day in days if day.weekday() == weekday),
                frozenset(cell for cell in hours if cell[0] == weekday),
            )
            for weekday in WEEKDAYS
        ]
        return [pair for pair in found if self.number(pair[0]).count == self.number(pair[1]).count]
