"""Counting readings by day and by hour, one UPSERT each; never an address, never a person."""

import logging

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from campaigns.links.models import HourCount, ScanCount, ShortLink

logger = logging.getLogger(__name__)

UPSERT = """
    INSERT INTO {table} ({key}, {moment}, count) VALUES (%s, %s, 1)
    ON CONFLICT ({key}, {moment}) DO UPDATE SET count = {table}.count + 1
"""
DAY = UPSERT.format(table=ScanCount._meta.db_table, key="link_id", moment="day")
HOUR = UPSERT.format(table=HourCount._meta.db_table, key="campaign_id", moment="hour")


def count_scan(link: ShortLink) -> None:
    """Count one reading. A failure to count never keeps anybody from the page."""
    now = timezone.now()
    day = timezone.localdate(now)
    hour = connection.ops.adapt_datetimefield_value(now.replace(minute=0, second=0, microsecond=0))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(DAY, [link.pk, day])
            if link.campaign_id is not None:
                cursor.execute(HOUR, [link.campaign_id, hour])
    except DatabaseError:
        logger.exception("a reading was not counted")
