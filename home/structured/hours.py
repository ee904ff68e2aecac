"""Opening hours as schema.org has them. What it cannot say, such as “the third Tuesday”, is left out, not guessed."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from campaigns.opening.timetable import EVERY_DAY, Hours, Rule, SpecialDays, Timetable

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOLIDAYS = "PublicHolidays"
#: Around the clock is said so (https://developers.google.com/search/docs/appearance/structured-data/local-business).
AROUND_THE_CLOCK = {"opens": "00:00", "closes": "23:59"}
#: Closed all day is said so.
CLOSED = {"opens": "00:00", "closes": "00:00"}


def usual(timetable: Timetable) -> list[dict[str, Any]]:
    """The hours of every week."""
    return [one for rule in timetable.rules if (one := of_rule(rule)) is not None]


def of_rule(rule: Rule) -> dict[str, Any] | None:
    """None for hours that are not those of every week."""
    if rule.week or rule.day_of_month is not None:
        return None
    days = [DAYS[day] for day in sorted(rule.weekdays)]
    if rule.on_holidays == "also" or (rule.weekdays == EVERY_DAY and rule.on_holidays == "same"):
        days.append(HOLIDAYS)
    if not days:
        return None
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, **times(rule.hours)}


def special(timetable: Timetable, today: date) -> list[dict[str, Any]]:
    """Days that differ and are not over."""
    return list(of_days(days for days in timetable.special if days.last >= today))


def of_days(all_days: Any) -> Iterator[dict[str, Any]]:
    days: SpecialDays
    for days in all_days:
        yield {
            "@type": "OpeningHoursSpecification",
            "validFrom": days.first.isoformat(),
            "validThrough": days.last.isoformat(),
            **(times(days.hours) if days.hours is not None else CLOSED),
        }


def times(hours: Hours) -> dict[str, str]:
    if hours.opens == hours.closes == time(0):
        return AROUND_THE_CLOCK
    return {"opens": hours.opens.strftime("%H:%M"), "closes": hours.closes.strftime("%H:%M")}
