"""Where every issued code leads, in a file beside the database, for when the database does not answer.

`map.sqlite3` is written anew beside itself, synchronised and renamed: readers see the old one or the new one, whole,
and every worker reads the few pages it needs of the one copy in the kernel's cache. A code issued since is a file of
its own in `new/`, written before the code's transaction ends, so that no print can be ahead of it.
"""

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex

from django.conf import settings
from django.db import transaction

from campaigns.links.codes import is_sound
from campaigns.links.destination import Destination, destination_of, paths_of, read, written
from campaigns.links.locks import alone
from campaigns.links.models import ShortLink
from campaigns.links.resolution import LOOKED_AT, to_resolve

logger = logging.getLogger(__name__)

NAME = "map.sqlite3"
UNFINISHED = ".writing-"
#: Seconds after which a code's own file is that of a transaction that was never ended.
NEVER_ISSUED = 86_400.0

SCHEMA = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE ways (number INTEGER PRIMARY KEY, paths TEXT NOT NULL);
    CREATE TABLE codes (code TEXT PRIMARY KEY, number INTEGER NOT NULL, near TEXT NOT NULL) WITHOUT ROWID;
"""
LOOK = "SELECT paths, near FROM codes JOIN ways USING (number) WHERE code = ?"


def known(code: str) -> Destination | None:
    """Where a code led when the map was written; None for what was never issued. Asks no database but the map."""
    if not is_sound(code):
        return None
    try:
        return in_map(code) or in_new(code)
    except (OSError, sqlite3.Error, ValueError):
        logger.exception("the map of codes cannot be read")
        return None


def in_map(code: str) -> Destination | None:
    path = settings.LINKS_DIR / NAME
    if not path.exists():
        return None
    # The file under this name is never changed, only replaced.
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        row = database.execute(LOOK, [code]).fetchone()
    return Destination(read(row[0]), row[1]) if row else None


def in_new(code: str) -> Destination | None:
    """From the code's own file: the paths, and the municipality in a second line."""
    with suppress(FileNotFoundError):
        paths, _line, near = (settings.LINKS_DIR / "new" / code).read_text("utf-8").partition("\n")
        return Destination(read(paths), near)
    return None


def note(link: ShortLink) -> None:
    """Keep where a code leads that is being issued. A full disk keeps no code from being issued."""
    folder = settings.LINKS_DIR / "new"
    unfinished = folder / f"{UNFINISHED}{token_hex(8)}"
    paths, near = destination_of(to_resolve().get(pk=link.pk))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(f"{written(paths)}\n{near}", "utf-8")
        unfinished.replace(folder / link.code)
    except OSError:
        logger.exception("the new code %s is not in the map yet", link.code)


def write() -> None:
    """Write the map anew. The last to begin is the last to finish, so that the newest words stay."""
    with alone(settings.LINKS_DIR):
        for left in settings.LINKS_DIR.glob(f"{UNFINISHED}*"):
            left.unlink()
        unfinished = settings.LINKS_DIR / f"{UNFINISHED}{token_hex(8)}"
        with closing(sqlite3.connect(unfinished)) as database:
            fill(database)
        synchronise(unfinished)
        unfinished.replace(settings.LINKS_DIR / NAME)
        synchronise(settings.LINKS_DIR)
        forget_new()


class Asked(threading.local):
    """How often this thread has asked for the map, and how many of these times the last writing has answered."""

    times = 0
    answered = 0


asked = Asked()


def write_soon() -> None:
    """Write it when this transaction has ended, once; a map that cannot be written stops nobody's work."""
    asked.times += 1
    transaction.on_commit(partial(write_unless_written, asked.times), robust=True)


def write_unless_written(number: int) -> None:
    """What a transaction has asked for many times is written the first time: all of it is in the database by then."""
    if number > asked.answered:
        asked.answered = asked.times
        write()


def fill(database: sqlite3.Connection) -> None:
    """All links with where they lead. Links that are equal in what is looked at are resolved once."""
    numbers: dict[tuple[object, ...], int] = {}
    columns = ("code", "placement__area__code", *LOOKED_AT)

    def rows() -> Iterator[tuple[str, int, str]]:
        for code, near, *looked_at in ShortLink.objects.order_by("code").values_list(*columns).iterator():
            key = tuple(looked_at)
            if key not in numbers:
                numbers[key] = len(numbers)
                paths = paths_of(to_resolve().get(code=code))
                database.execute("INSERT INTO ways VALUES (?, ?)", [numbers[key], written(paths)])
            yield code, numbers[key], near or ""

    database.executescript(SCHEMA)
    database.executemany("INSERT INTO codes VALUES (?, ?, ?)", rows())
    database.commit()


def forget_new() -> None:
    """Codes that are in the map need no file of their own; one whose transaction still runs keeps its file."""
    for file in (settings.LINKS_DIR / "new").glob("*"):
        if in_map(file.name) or time.time() - file.stat().st_mtime > NEVER_ISSUED:
            file.unlink(missing_ok=True)


def synchronise(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
