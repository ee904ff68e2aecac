"""When an event is and how one signs up, in words. The times are those of the clocks here."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.events.kinds import SignUp

if TYPE_CHECKING:
    from home.events.models import EventPage


def day_words(moment: datetime) -> str:
    """The day with its weekday."""
    local = timezone.localtime(moment)
    return _("%(day)s (%(weekday)s)") % {
        "day": date_format(local, "DATE_FORMAT"),
        "weekday": date_format(local, "D"),
    }


def hour_words(starts: datetime, ends: datetime) -> str:
    """From when to when; the last day as well where it is another."""
    first, last = timezone.localtime(starts), timezone.localtime(ends)
    end = clock(last) if first.date() == last.date() else f"{short_day(last.date())} {clock(last)}"
    return _("%(start)s to %(end)s") % {"start": clock(first), "end": end}


def sign_up_words(event: "EventPage", now: datetime) -> str:
    """Whether one has to sign up, until when, and that it is too late."""
    if event.sign_up == SignUp.NONE:
        return str(event.get_sign_up_display())
    if event.is_full:
        return _("Fully booked")
    ends = event.sign_up_ends
    if ends is not None and ends <= now:
        return _("Signing up is over")
    if event.sign_up_until is None:
        return str(event.get_sign_up_display())
    return _("Sign up by %(day)s") % {"day": short_day(event.sign_up_until)}


def short_day(day: date) -> str:
    return date_format(day, "MONTH_DAY_FORMAT")


def clock(moment: datetime) -> str:
    return date_format(moment, "G:i")
