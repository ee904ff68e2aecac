"""Public holidays, substitute days included."""

from datetime import date
from functools import cache

import holidays

#: ISO 3166 code of the country whose holidays count.
COUNTRY = "JP"


@cache
def calendar() -> holidays.HolidayBase:
    """The country's holidays; a year is worked out when it is first asked for."""
    return holidays.country_holidays(COUNTRY)


@cache
def is_holiday(day: date) -> bool:
    return day in calendar()
