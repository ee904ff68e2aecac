"""What there are feeds of, each registered by whoever shows it.

register(Source("news", _("News"), newest_news))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


@dataclass(frozen=True)
class Item:
    """Something new or changed; `url` is whole, and stays the same when the thing changes."""

    title: str
    url: str
    summary: str
    published: datetime
    updated: datetime


@dataclass(frozen=True)
class Source:
    """`newest` gives the items of a feed in the best language for a reader, the last changed first."""

    key: str
    title: str | Promise
    newest: Callable[[str], Iterable[Item]]


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Called from an app's `ready`."""
    SOURCES[source.key] = source
