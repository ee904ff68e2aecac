"""Adding to the numbers: by day and by hour, one UPSERT each; never an address, never a person."""

from collections import Counter
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from campaigns.links.lookup import Way
from campaigns.links.models import HourCount, ScanCount, ShortLink

UPSERT = """
    INSERT INTO {table} ({key}, {moment}, count) VALUES (%s, %s, %s)
    ON CONFLICT ({key}, {moment}) DO UPDATE SET count = {table}.count + excluded.count
"""
DAY = UPSERT.format(table=ScanCount._meta.db_table, key="link_id", moment="day")
HOUR = UPSERT.format(table=HourCount._meta.db_table, key="campaign_id", moment="hour")
#: Codes looked up in one query.
AT_ONCE = 5_000


#: For PostgreSQL, which takes all in one message and one transaction. Nobody who reads waits for the disk (should the
#: database server itself crash, the readings of its last moment are gone, and nothing else) nor long for a lock.
BOTH = "SET LOCAL synchronous_commit = off; SET LOCAL lock_timeout = 1000; WITH by_day AS ({day}) {hour}"


def count_scan(way: Way) -> None:
    """Count one reading now. Raises what the database raises."""
    now = timezone.now()
    if connection.vendor == "postgresql" and way.campaign is not None:
        add_both(way.link, way.campaign, now)
    else:
        add({way.link: 1}, {way.campaign: 1} if way.campaign is not None else {}, now)


def add_both(link: int, campaign: int, moment: datetime) -> None:
    """One reading by one question to the server."""
    day, hour = moments(moment)
    # Asking whether the server is there would cost as much as the statement, whose failure loses nothing.
    connection.health_check_done = True  # type: ignore[attr-defined]
    # A failure inside somebody's transaction must not spoil it.
    with transaction.atomic() if connection.in_atomic_block else nullcontext(), connection.cursor() as cursor:
        cursor.execute(BOTH.format(day=DAY, hour=HOUR), [link, day, 1, campaign, hour, 1])


def count_many(readings: Mapping[str, int], moment: datetime) -> None:
    """Count how often codes were read in the hour of `moment`; what is no code of ours is passed over."""
    days: Counter[int] = Counter()
    hours: Counter[int] = Counter()
    codes = sorted(readings)
    for start in range(0, len(codes), AT_ONCE):
        links = ShortLink.objects.filter(code__in=codes[start : start + AT_ONCE])
        for pk, code, campaign in links.values_list("pk", "code", "campaign"):
            days[pk] += readings[code]
            if campaign is not None:
                hours[campaign] += readings[code]
    add(days, hours, moment)


def add(days: Mapping[int, int], hours: Mapping[int, int], moment: datetime) -> None:
    """Numbers by link and by campaign. All writers touch the rows in one order, so that none waits for another's."""
    day, hour = moments(moment)
    with transaction.atomic(), connection.cursor() as cursor:
        for link, count in sorted(days.items()):
            cursor.execute(DAY, [link, day, count])
        for campaign, count in sorted(hours.items()):
            cursor.execute(HOUR, [campaign, hour, count])


def moments(moment: datetime) -> tuple[Any, Any]:
    """The day in Tokyo and the hour of a moment, as the database takes them."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    operations = connection.ops
    return operations.adapt_datefield_value(timezone.localdate(moment)), operations.adapt_datetimefield_value(
        hour
    )
