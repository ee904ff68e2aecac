"""Which days are looked at, and how they are put together: days, weeks from Monday, months, all of Tokyo."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DAY, WEEK, MONTH = "day", "week", "month"
STEPS = (
    (DAY, gettext_lazy("By day")),
    (WEEK, gettext_lazy("By week")),
    (MONTH, gettext_lazy("By month")),
)  # fmt: skip
#: The most rows that a table over time has: a year of days.
MOST = 366
#: Up to so many days they are shown one by one unless something else is asked for, and up to so many by week.
FEW_DAYS, FEW_WEEKS = 31, 186
#: All days that there are readings of.
WHOLE = "all"
#: The last days up to today, by the number of days.
LAST = (7, 28, 91)


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both counted in."""

    key: str
    label: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_of_months(self) -> bool:
        """Whether it has all readings of every month that it touches; else all that can be told of it are its days."""
        return self.key == WHOLE or MONTH_KEY.fullmatch(self.key) is not None

    def starts(self, step: str) -> list[date]:
        """The first days of its days, weeks or months; the first and last of these may be cut short."""
        found = [start_of(self.first, step)]
        while (coming := following(found[-1], step)) <= self.last:
            found.append(coming)
        return found

    @property
    def steps(self) -> list[str]:
        """What its days can be put together by without getting too long to read."""
        return [
            step for step, _label in STEPS if step == MONTH or self.days <= MOST * (7 if step == WEEK else 1)
        ]

    def step(self, wanted: str) -> str:
        """How it is shown: as wanted, else as suits its length."""
        if wanted in self.steps:
            return wanted
        return DAY if self.days <= FEW_DAYS else WEEK if self.days <= FEW_WEEKS else MONTH

    def moved(self, days: int, months: int) -> "Period":
        """The same part of another campaign, which began so many days, or months, earlier or later.

        Days move by whole weeks, so that Mondays stay beside Mondays.
        """
        if MONTH_KEY.fullmatch(self.key):
            return month_period(later(self.first, months))
        away = timedelta(days=round(days / 7) * 7)
        return Period(self.key, self.label, self.first + away, self.last + away)


MONTH_KEY = re.compile(r"\d{4}-\d{2}")


def start_of(day: date, step: str) -> date:
    if step == MONTH:
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == WEEK else day


def following(start: date, step: str) -> date:
    if step == MONTH:
        return later(start, 1)
    return start + timedelta(days=7 if step == WEEK else 1)


def later(month: date, months: int) -> date:
    """The first day of the month so many months later, or earlier."""
    year, number = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(year, number + 1, 1)


def month_period(start: date) -> Period:
    last = later(start, 1) - timedelta(days=1)
    return Period(f"{start:%Y-%m}", date_format(start, "YEAR_MONTH_FORMAT"), start, last)


def periods(first: date, last: date, today: date) -> list[Period]:
    """What can be chosen where readings lie between two days: all of it, the last days, each month."""
    found = [Period(WHOLE, _("The whole time"), first, last)]
    for days in LAST:
        label = _("The last %(days)s days") % {"days": days}
        found.append(Period(f"{days}d", label, today - timedelta(days=days - 1), today))
    months = Period("", "", first, last).starts(MONTH)
    return [*found, *(month_period(month) for month in reversed(months))]


def name(start: date, step: str) -> str:
    """A day, week or month in words."""
    if step == MONTH:
        return date_format(start, "YEAR_MONTH_FORMAT")
    if step == WEEK:
        return _("week of %(monday)s") % {"monday": date_format(start, "DATE_FORMAT")}
    return f"{date_format(start, 'DATE_FORMAT')} ({date_format(start, 'D')})"


def short(start: date, before: date | None, step: str) -> str:
    """The same below its bar; what the one before has said is left out."""
    if step == MONTH:
        said = before is not None and before.year == start.year
        return str(start.month) if said else f"{start:%y}/{start.month}"
    said = before is not None and (before.year, before.month) == (start.year, start.month)
    return str(start.day) if said else f"{start.month}/{start.day}"


def chosen(wanted: str, offered: Sequence[Period]) -> Period | None:
    return next((period for period in offered if period.key == wanted), None)
