"""What a process has in memory, put back as it was: a change that is taken back is then as if it had never been."""

import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache

from campaigns.freshness import kept
from home.page_cache.answers import Shelf


class Memory:
    """Pages on some shelves, what is kept around pages, and Django's cache, which is in memory in tests."""

    def __init__(self, *shelves: Shelf) -> None:
        self.shelves = [(shelf, OrderedDict(shelf.answers), shelf.size, shelf.state) for shelf in shelves]
        self.dicts: list[tuple[Any, Any]] = [
            (live, live.copy())
            for live in (kept.values, cache._cache, cache._expire_info)  # type: ignore[attr-defined]
        ]

    def put_back(self) -> None:
        for shelf, answers, size, state in self.shelves:
            shelf.answers, shelf.size, shelf.state = OrderedDict(answers), size, state
        for live, copy in self.dicts:
            live.clear()
            live.update(copy)


@contextmanager
def nothing_remembered() -> Iterator[None]:
    """What is made meanwhile is made of the database alone; what was remembered is there again afterwards."""
    before = Memory()
    cache.clear()
    kept.values.clear()
    try:
        yield
    finally:
        before.put_back()


@contextmanager
def changes_taken_back() -> Iterator[None]:
    """What tells of changes is afterwards as if there had been none."""
    path = Path(settings.CHANGES_FILE)
    path.touch()
    before = path.stat()
    yield
    os.truncate(path, before.st_size)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
