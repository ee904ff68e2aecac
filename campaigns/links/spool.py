"""Readings kept in files until they are added to the numbers: one line, the code, a reading; the hour is in the name.

What a write has returned for is in the kernel's page cache: it survives kill -9 of every process here. Nothing is
synchronised per reading, so a power cut loses what the kernel had not yet written, usually its last 30 seconds.
"""

import errno
import fcntl
import hashlib
import os
import secrets
import socket
import threading
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

SUFFIX = ".scans"
HOUR_FORMAT = "%Y%m%d%H"


class Spool:
    """The file this process appends to: a new one every hour, and in every child.

    The process holds a shared lock on it for as long as it may write; `rollup` takes no file away that somebody
    holds. A line is far below PIPE_BUF and written by one call, so lines of threads never mix.
    """

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.descriptor: int | None = None
        self.belongs_to = (0, "")

    def write(self, code: str) -> None:
        """Keep one reading. Raises OSError when it could not be kept."""
        line = f"{code}\n".encode("ascii")
        with self.turn:
            now = (os.getpid(), timezone.now().astimezone(UTC).strftime(HOUR_FORMAT))
            if self.descriptor is None or self.belongs_to != now:
                self.close()
                self.descriptor = opened(*now)
                self.belongs_to = now
            if os.write(self.descriptor, line) != len(line):
                # Half a line must stay the file's last.
                self.close()
                raise OSError(errno.ENOSPC, "no room for a reading")

    def close(self) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None


def mark() -> str:
    """What the names of this folder's files have in them: other machines may have spools of their own."""
    return hashlib.sha256(f"{socket.gethostname()} {settings.SPOOL_DIR.absolute()}".encode()).hexdigest()[:8]


def opened(process: int, hour: str) -> int:
    """A new file of its own name, locked before anything is in it."""
    settings.SPOOL_DIR.mkdir(parents=True, exist_ok=True)
    while True:
        path = settings.SPOOL_DIR / f"{hour}-{mark()}-{process}-{secrets.token_hex(4)}{SUFFIX}"
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if os.fstat(descriptor).st_nlink:
            return descriptor
        # It was taken for a dead process's empty file, between the two calls.
        os.close(descriptor)


def hour_of(file: Path) -> datetime:
    """When a file's readings were: its hour. Tokyo's day follows from it, as its midnight is a full hour of UTC."""
    return datetime.strptime(file.name.partition("-")[0], HOUR_FORMAT).replace(tzinfo=UTC)


spool = Spool()
