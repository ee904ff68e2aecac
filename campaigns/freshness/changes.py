"""How often anything that residents can be shown has changed, as every process of a machine sees it at once.

Each change appends one byte to a file, and what the file system knows of that file is the answer: 2 µs, no query,
no lock, and no change is lost when two write at once (O_APPEND). A million changes are a megabyte. Several machines
share the folder, or learn of one another's changes when LONGEST has passed.
"""

import logging
import os
from datetime import timedelta
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

#: What is kept is read again after this time in any case: something may write to the database that nobody watches.
LONGEST = timedelta(minutes=10)

#: Equal for two moments if nothing has changed between them: the file, its length, when it was written.
State = tuple[int, int, int]
#: Before the first change.
UNCHANGED: State = (0, 0, 0)


def state() -> State | None:
    """None while it cannot be told, so that nothing may be kept."""
    try:
        found = os.stat(settings.CHANGES_FILE)
    except FileNotFoundError:
        return UNCHANGED
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def changed() -> None:
    """Tell all processes; what they have kept is not used any more."""
    path = Path(settings.CHANGES_FILE)
    try:
        with path.open("ab") as file:
            file.write(b".")
    except OSError:
        told_otherwise(path)


def told_otherwise(path: Path) -> None:
    """On a full disk: a file's time and its absence need no room. What is written in the database stays written."""
    try:
        os.utime(path)
    except OSError:
        logger.exception("%s cannot be written: pages may be up to %s old", path, LONGEST)
