"""What is said of opening hours, as plain data: rules, days that differ, and from when until when all of it holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self

from campaigns.opening.public_holidays import is_holiday

DAY = timedelta(days=1)
MIDNIGHT = time(0)
#: Monday is 0.
EVERY_DAY = frozenset(range(7))
#: The week of a month that stands for its last, whichever that is.
LAST_WEEK = 6


class OnHolidays(StrEnum):
    """What a public holiday makes of a rule."""

    CLOSED = "closed"
    SAME = "same"
    #: Open on every holiday, whatever its weekday (土日祝).
    ALSO = "also"


@dataclass(frozen=True)
class Span:
    """Open from `start`, closed again at `end`, by the clocks here (naive: comparing these is quick)."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Hours:
    """From `opens` to `closes`; to the next day where that is not later, so that equal ones are 24 hours."""

    opens: time = time(0)
    closes: time = time(0)

    def on(self, day: date) -> Span:
        closing_day = day if self.closes > self.opens else day + DAY
        return Span(datetime.combine(day, self.opens), datetime.combine(closing_day, self.closes))


@dataclass(frozen=True)
class Rule:
    """Hours of some weekdays: of every week, of one week of the month, or of one day of the month instead."""

    hours: Hours
    weekdays: frozenset[int] = EVERY_DAY
    #: 0 is every week, 1 to 5 that weekday's count in the month, LAST_WEEK its last.
    week: int = 0
    #: Set, it counts instead of weekdays.
    day_of_month: int | None = None
    on_holidays: OnHolidays = OnHolidays.SAME
    #: It holds on some of those days only, and nobody can say on which: open perhaps.
    varies: bool = False

    def applies(self, day: date) -> bool:
        if self.on_holidays is not OnHolidays.SAME and is_holiday(day):
            return self.on_holidays is OnHolidays.ALSO
        if self.day_of_month is not None:
            return day.day == self.day_of_month
        return day.weekday() in self.weekdays and self.in_week(day)

    def in_week(self, day: date) -> bool:
        if self.week == LAST_WEEK:
            return (day + 7 * DAY).month != day.month
        return self.week in (0, (day.day + 6) // 7)


@dataclass(frozen=True)
class SpecialDays:
    """Days from `first` to `last` that differ: these hours alone, or closed without any."""

    first: date
    last: date
    hours: Hours | None = None


@dataclass(frozen=True)
class Timetable:
    """All that is known. Special days replace the rules; what began the day before is finished in either case."""

    rules: tuple[Rule, ...] = ()
    special: tuple[SpecialDays, ...] = ()
    #: Both days belong to it.
    valid_from: date | None = None
    valid_until: date | None = None
    #: Closed from 29 December to 3 January (行政機関の休日に関する法律, article 1).
    rests_at_new_year: bool = False

    @property
    def is_known(self) -> bool:
        return bool(self.rules or self.special)

    @property
    def never_closes(self) -> bool:
        """Around the clock without any exception, which need not be found out day by day."""
        return Rule(Hours()) in self.rules and self == Timetable(self.rules)

    @property
    def sure(self) -> Self:
        """Without what varies."""
        return replace(self, rules=tuple(rule for rule in self.rules if not rule.varies))

    @property
    def perhaps(self) -> Self:
        """What varies alone; days that differ do not vary."""
        return replace(
            self,
            rules=tuple(rule for rule in self.rules if rule.varies),
            special=tuple(replace(days, hours=None) for days in self.special),
        )

    def hours_on(self, day: date) -> list[Hours]:
        """Those that begin on a day, in order."""
        if not self.holds_on(day):
            return []
        special = [each for each in self.special if each.first <= day <= each.last]
        if special:
            found = [each.hours for each in special if each.hours is not None]
        elif self.rests_at_new_year and is_new_year(day):
            found = []
        else:
            found = [rule.hours for rule in self.rules if rule.applies(day)]
        return sorted(found, key=lambda hours: hours.opens)

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def spans(self, first: date, last: date) -> Iterator[Span]:
        """What begins from `first` to `last`, in order; spans that touch are one."""
        end = datetime.combine(self.valid_until + DAY, MIDNIGHT) if self.valid_until else None
        current: Span | None = None
        day = first
        while day <= last:
            for hours in self.hours_on(day):
                span = hours.on(day)
                if end is not None and span.end > end:
                    span = Span(span.start, end)
                if current is None or span.start > current.end:
                    if current is not None:
                        yield current
                    current = span
                elif span.end > current.end:
                    current = Span(current.start, span.end)
            day += DAY
        if current is not None:
            yield current


def is_new_year(day: date) -> bool:
    return (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
