"""Days of codes are those of Tokyo, whichever time zone a member of staff has chosen for the admin."""

from datetime import date, datetime

from django.utils import timezone


def today() -> date:
    return day_of(timezone.now())


def day_of(moment: datetime) -> date:
    return timezone.localdate(moment, timezone.get_default_timezone())
