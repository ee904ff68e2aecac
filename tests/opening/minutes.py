"""Opening hours told once more, minute by minute and without a thought for speed: what the real ones are compared with."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from campaigns.opening.public_holidays import is_holiday
from campaigns.opening.timetable import Hours, OnHolidays, Rule, Timetable

DAY = timedelta(days=1)


def is_open(table: Timetable, now: datetime) -> bool:
    """Whether some hours of today or of yesterday hold at this minute, and the timetable does."""
    local = timezone.localtime(now)
    return any(
        holds(table, day, hours, local)
        for day in (local.date() - DAY, local.date())
        for hours in of_day(table, day)
    )


def holds(table: Timetable, day: date, hours: Hours, local: datetime) -> bool:
    if table.valid_until is not None and local.date() > table.valid_until:
        return False
    overnight = hours.closes <= hours.opens
    clock = local.time()
    if day == local.date():
        return clock >= hours.opens and (overnight or clock < hours.closes)
    return overnight and clock < hours.closes


def of_day(table: Timetable, day: date) -> list[Hours]:
    if table.valid_from is not None and day < table.valid_from:
        return []
    if table.valid_until is not None and day > table.valid_until:
        return []
    special = [each for each in table.special if each.first <= day <= each.last]
    if special:
        return [each.hours for each in special if each.hours]
    if table.rests_at_new_year and (day.month, day.day) in {
        (12, 29),
        (12, 30),
        (12, 31),
        (1, 1),
        (1, 2),
        (1, 3),
    }:
        return []
    return [rule.hours for rule in table.rules if is_meant(rule, day)]


def is_meant(rule: Rule, day: date) -> bool:
    if is_holiday(day) and rule.on_holidays == OnHolidays.CLOSED:
        return False
    if is_holiday(day) and rule.on_holidays == OnHolidays.ALSO:
        return True
    if rule.day_of_month:
        return day.day == rule.day_of_month
    if day.weekday() not in rule.weekdays:
        return False
    same = [one for one in days_of_month(day) if one.weekday() == day.weekday()]
    if rule.week == 0:
        return True
    return day == same[-1] if rule.week == 6 else same.index(day) + 1 == rule.week


def days_of_month(day: date) -> list[date]:
    first = day.replace(day=1)
    return [one for number in range(31) if (one := first + number * DAY).month == day.month]


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), timezone.get_default_timezone())
