"""Adding the spool's readings to the numbers, each once, wherever the process that adds them is killed.

How far a file has been counted is kept in the transaction that counts it: both happen or neither. Nothing is moved
away from those who write. A file goes when it is counted to its end and nobody has it open, its row after it.
"""

import fcntl
import logging
import os
from collections import Counter
from collections.abc import Collection
from datetime import UTC, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from campaigns.links.locks import alone
from campaigns.links.models import SpoolPosition
from campaigns.links.scans import count_many
from campaigns.links.spool import HOUR_FORMAT, SUFFIX, hour_of, mark

logger = logging.getLogger(__name__)

#: Bytes counted in one transaction: some 130,000 readings.
AT_ONCE = 1 << 20
#: How long the positions of files are kept that this machine's spool does not have.
KEPT_FOR_OTHERS = timedelta(days=30)


def roll_up() -> None:
    """Add what has been read since the last time."""
    with alone(settings.SPOOL_DIR, wait=False) as mine:
        if mine:
            # Listed before the rows are read: a row without a file is then a file that is gone for good.
            files = sorted(settings.SPOOL_DIR.glob(f"*{SUFFIX}"))
            positions = dict(SpoolPosition.objects.values_list("name", "counted"))
            for file in files:
                counted = add(file, positions.get(file.name, 0))
                remove_if_finished(file, counted)
            forget(set(positions) - {file.name for file in files})


def forget(gone: Collection[str]) -> None:
    """Rows of files that are gone; those of another machine's only when they are so old that it has none any more."""
    oldest = (timezone.now() - KEPT_FOR_OTHERS).astimezone(UTC).strftime(HOUR_FORMAT)
    names = [name for name in gone if f"-{mark()}-" in name or name < oldest]
    SpoolPosition.objects.filter(name__in=names).delete()


def add(file: Path, counted: int) -> int:
    """Count a file's whole lines from a position on; returns the new position."""
    with file.open("rb") as handle:
        while True:
            handle.seek(counted)
            chunk = handle.read(AT_ONCE)
            lines = chunk[: chunk.rfind(b"\n") + 1]
            if not lines:
                return counted
            counted += len(lines)
            with transaction.atomic(durable=True):
                count_many(Counter(lines.decode("ascii", "replace").split()), hour_of(file))
                SpoolPosition.objects.update_or_create(name=file.name, defaults={"counted": counted})


def remove_if_finished(file: Path, counted: int) -> None:
    """Take a file away unless somebody may still write to it."""
    with file.open("rb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        # Nobody writes now, but somebody may have since it was counted.
        handle.seek(counted)
        rest = handle.read()
        if b"\n" in rest:
            return
        if rest:
            logger.warning("a reading was cut short in %s", file.name)
        os.unlink(file)
    SpoolPosition.objects.filter(name=file.name).delete()
