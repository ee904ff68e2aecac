"""The usual period of a campaign: a year, as public offices plan."""

from datetime import date, timedelta

from django.utils import timezone


def first_day() -> date:
    """Today."""
    return timezone.localdate()


def last_day() -> date:
    """One year less a day from today on: 31 March for what begins on 1 April."""
    today = first_day()
    # A year after 29 February ends with February.
    leaps = today.month == 2 and today.day == 29
    same_day = date(today.year + 1, 3, 1) if leaps else today.replace(year=today.year + 1)
    return same_day - timedelta(days=1)
