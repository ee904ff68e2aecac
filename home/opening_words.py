"""A state in words: whether it is open, until when, or when it opens. The times are those of the clocks here."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from campaigns.opening.state import State

#: Days ahead that are called by their weekday alone.
NEAR_DAYS = 6
DAY = timedelta(days=1)


def desk_words(state: State | None, now: datetime) -> str:
    """What stands beside a desk's hours; empty when only these are known."""
    if state is None:
        return ""
    if state.is_open:
        if state.changes is None:
            return _("Answering now, day and night")
        return _("Answering now, until %(time)s") % {"time": end(state.changes, now)}
    return closed_words(state, now)


def place_words(state: State | None, now: datetime) -> str:
    """What stands beside a place's hours; empty when only these are known."""
    if state is None:
        return ""
    if state.is_open:
        if state.changes is None:
            return _("Open now, day and night")
        return _("Open now, until %(time)s") % {"time": end(state.changes, now)}
    return closed_words(state, now)


def closed_words(state: State, now: datetime) -> str:
    """For what is not open for sure. No opening is named that only perhaps takes place."""
    if state.varies:
        return _("At this hour it varies by day")
    if state.opens is None:
        return _("Not open at present")
    return _("Closed now, opens %(time)s") % {"time": beginning(state.opens, now)}


def end(moment: datetime, now: datetime) -> str:
    """When something ends; midnight belongs to the day that it ends, as 24:00."""
    local, today = timezone.localtime(moment), timezone.localtime(now).date()
    day, clock = local.date(), date_format(local, "G:i")
    if clock == "0:00":
        day, clock = day - DAY, "24:00"
    return clock if day == today else f"{day_words(day, today)} {clock}"


def beginning(moment: datetime, now: datetime) -> str:
    local, today = timezone.localtime(moment), timezone.localtime(now).date()
    return f"{day_words(local.date(), today)} {date_format(local, 'G:i')}"


def day_words(day: date, today: date) -> str:
    ahead = (day - today).days
    if ahead == 0:
        return _("today")
    if ahead == 1:
        return _("tomorrow")
    return date_format(day, "l") if ahead <= NEAR_DAYS else date_format(day, "MONTH_DAY_FORMAT")
