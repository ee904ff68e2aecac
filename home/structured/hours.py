"""Opening hours as schema.org has them. Where it cannot say them all, such as “the third Tuesday”, it is told none.

Days that are missing would be read as days on which nobody is there.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from campaigns.opening.timetable import EVERY_DAY, Hours, OnHolidays, Rule, SpecialDays, Timetable

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOLIDAYS = "PublicHolidays"
KIND = {"@type": "OpeningHoursSpecification"}
#: Around the clock is said so (https://developers.google.com/search/docs/appearance/structured-data/local-business).
AROUND_THE_CLOCK = {"opens": "00:00", "closes": "23:59"}
#: Closed all day is said so.
CLOSED = {"opens": "00:00", "closes": "00:00"}


def usual(timetable: Timetable) -> list[dict[str, Any]]:
    """The hours of every week, or none."""
    if not can_be_said(timetable.rules):
        return []
    found = [of_rule(rule) for rule in timetable.rules]
    if found and all(rule.on_holidays is OnHolidays.CLOSED for rule in timetable.rules):
        found.append({**KIND, "dayOfWeek": [HOLIDAYS], **CLOSED})
    bounds = {"validFrom": timetable.valid_from, "validThrough": timetable.valid_until}
    holds = {name: day.isoformat() for name, day in bounds.items() if day is not None}
    return [{**each, **holds} for each in found]


def can_be_said(rules: Iterable[Rule]) -> bool:
    """Whether they are those of every week, and a holiday makes of all of them what one word says."""
    if any(rule.week or rule.day_of_month is not None or rule.varies for rule in rules):
        return False
    holidays = {rule.on_holidays for rule in rules}
    return len(holidays) < 2 or OnHolidays.SAME not in holidays


def of_rule(rule: Rule) -> dict[str, Any]:
    days = [DAYS[day] for day in sorted(rule.weekdays)]
    every_day = rule.weekdays == EVERY_DAY and rule.on_holidays is OnHolidays.SAME
    if rule.on_holidays is OnHolidays.ALSO or every_day:
        days.append(HOLIDAYS)
    return {**KIND, "dayOfWeek": days, **times(rule.hours)}


def special(timetable: Timetable, today: date) -> list[dict[str, Any]]:
    """Days that differ and are not over, the next New Year among them."""
    coming = [days for days in timetable.special if days.last >= today]
    rest = next_new_year(today)
    if timetable.rests_at_new_year and not any(
        days.first <= rest.last and rest.first <= days.last for days in coming
    ):
        coming.append(rest)
    return list(of_days(coming))


def next_new_year(today: date) -> SpecialDays:
    """The one that is not over; its days are those of `Timetable.rests_at_new_year`."""
    year = today.year - (today <= date(today.year, 1, 3))
    return SpecialDays(date(year, 12, 29), date(year + 1, 1, 3))


def of_days(all_days: Iterable[SpecialDays]) -> Iterator[dict[str, Any]]:
    for days in all_days:
        yield {
            **KIND,
            "validFrom": days.first.isoformat(),
            "validThrough": days.last.isoformat(),
            **(times(days.hours) if days.hours is not None else CLOSED),
        }


def times(hours: Hours) -> dict[str, str]:
    if hours.opens == hours.closes == time(0):
        return AROUND_THE_CLOCK
    return {"opens": hours.opens.strftime("%H:%M"), "closes": hours.closes.strftime("%H:%M")}
