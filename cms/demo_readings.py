"""How the demo's monthly readings are spread over days and hours: invented, and the same at every loading."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import TypeVar
from zlib import crc32

from django.db.models import Sum
from django.utils import timezone

from campaigns.links.models import HourCount, ScanCount, ShortLink
from campaigns.models import CampaignPage

T = TypeVar("T")

#: How readings share themselves out from Monday to Sunday, and from midnight to midnight.
WEEK = (4, 4, 4, 4, 5, 7, 6)
DAY = (1, 0, 0, 0, 0, 1, 2, 6, 9, 6, 8, 10, 16, 11, 8, 9, 10, 12, 13, 10, 8, 6, 4, 2)


def count_by_day(link: ShortLink, readings: Mapping[str, int], begins: date) -> None:
    """Each month's readings on its days, none before a place's prints hang."""
    counts: Counter[date] = Counter()
    for month, number in readings.items():
        first = date.fromisoformat(f"{month}-01")
        days = [first.replace(day=day + 1) for day in range(monthrange(first.year, first.month)[1])]
        days = [day for day in days if day >= begins]
        place = link.placement.place if link.placement else ""
        whose = f"{link.organisation} {link.audience} {place}"
        counts.update(spread(number, days, [weight(WEEK[day.weekday()], f"{whose} {day}") for day in days]))
    ScanCount.objects.bulk_create(ScanCount(link=link, day=day, count=count) for day, count in counts.items())


def count_by_hour(campaign: CampaignPage) -> None:
    """The same readings by the hour, of the campaign as a whole."""
    counts = ScanCount.objects.filter(link__campaign=campaign).order_by("day")
    rows = []
    for day, total in counts.values_list("day").annotate(Sum("count")):
        hours = spread(total, range(24), [weight(share, f"{day} {hour}") for hour, share in enumerate(DAY)])
        rows += [
            HourCount(campaign=campaign, hour=moment(day, hour), count=count) for hour, count in hours.items()
        ]
    HourCount.objects.bulk_create(rows)


def moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), timezone.get_default_timezone())


def weight(share: int, what: str) -> int:
    """A share that is sometimes larger and sometimes smaller, but for the same thing always the same."""
    return share * (40 + crc32(what.encode()) % 100)


def spread(number: int, over: Sequence[T], weights: Sequence[int]) -> Counter[T]:
    """So many, at even steps along the weights."""
    found: Counter[T] = Counter()
    if not number:
        return found
    step = sum(weights) / number
    reached, next_one = 0.0, step / 2
    for each, share in zip(over, weights, strict=True):
        reached += share
        while next_one < reached:
            found[each] += 1
            next_one += step
    return found
