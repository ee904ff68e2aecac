"""A campaign's numbers in a period as they may be shown: what its months tell, added up.

Nobody computes few readings by comparing periods, and this is why. A month decides for itself what it tells, and then
nothing few is a sum or difference of it (`withholding`). Whatever longer or shorter stretch is shown adds up numbers
that its months tell, and says “33 or more” where a month tells less than all: who knows the months knows it already.
So all that can be computed from all periods together are sums of what each month tells by itself. Months have no
reading in common. If a few of one month were such a sum, the parts of other months in it would have to make up nothing,
and the rest would be made of that month's told numbers alone: which they are not.
"""

from collections.abc import Callable
from datetime import date, timedelta

from campaigns.links.results.few import Reading, total
from campaigns.links.results.staff.categories import Category
from campaigns.links.results.staff.month import Month
from campaigns.links.results.staff.periods import DAY, MONTH, following, start_of
from campaigns.links.results.staff.sources import GROUPINGS, Counts


class Shown:
    """Readings of a period, or at least so many; see `Month`."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.months = {start: Month(month) for start, month in counts.months.items()}

    def total(self) -> Reading:
        period = self.counts.period
        return self.sum(Month.total) if period.is_of_months else self.days(period.first, period.last)

    def of(self, grouping: str, category: Category) -> Reading:
        return self.sum(lambda month: month.of(grouping, category))

    def of_hung(self, grouping: str, category: Category) -> Reading:
        """Readings at places whose prints are counted, in the months in which these hung."""
        return self.sum(lambda month: month.of_hung(grouping, category))

    def at(self, start: date, step: str) -> Reading:
        """Readings of the day, week or month that begins then; of a week, what the period has of it."""
        period, last = self.counts.period, following(start, step) - timedelta(days=1)
        if not period.is_of_months:
            return self.days(max(start, period.first), min(last, period.last))
        if step == MONTH:
            return self.months[start].total()
        found = [self.months.get(start_of(day, MONTH)) for day in dict.fromkeys([start, last])]
        return total(month.at(start, step) for month in dict.fromkeys(found) if month is not None)

    def by_hour(self, weekday: int | None = None, hour: int | None = None) -> Reading:
        """Readings of an hour of a weekday; without the one, or the other, of all."""
        return self.sum(lambda month: month.by_hour(weekday, hour))

    def has_hours(self) -> bool:
        return any(month.counts.hours for month in self.months.values())

    def categories(self, grouping: str) -> set[Category]:
        place = GROUPINGS.index(grouping)
        return {codes[place] for codes in self.counts.codes}

    def sum(self, reading: Callable[[Month], Reading]) -> Reading:
        return total(reading(month) for month in self.months.values())

    def days(self, first: date, last: date) -> Reading:
        """All days from the first to the last, by what each of them tells."""
        number = (last - first).days + 1
        found = [first + timedelta(days=day) for day in range(number)]
        return total(self.months[start_of(day, MONTH)].at(day, DAY) for day in found)
