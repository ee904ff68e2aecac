"""Every address that anybody may read, in each language that something is really written in, for search engines."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from campaigns.languages.alternates import Alternate, told
from campaigns.languages.codes import language_of
from campaigns.whole_addresses import whole
from home.sharing.kinds import KINDS, Kind


@dataclass(frozen=True)
class Entry:
    """An address with those of its translations, itself among them; `changed` is None where nobody knows."""

    url: str
    alternates: tuple[Alternate, ...]
    changed: datetime | None


def entries() -> Iterator[Entry]:
    """Everything of every kind that can be passed on; pages by their place in the tree."""
    for kind in KINDS.values():
        yield from of_kind(kind)


def of_kind(kind: Kind) -> Iterator[Entry]:
    path_of = kind.paths()
    by_key: dict[Any, dict[str, tuple[str, datetime | None]]] = defaultdict(dict)
    for thing in kind.public().annotate(changed_at=F(kind.changed)):
        path = path_of(thing)
        if path:
            by_key[thing.translation_key][language_of(thing)] = path, thing.changed_at
    for same in by_key.values():
        alternates = tuple(told({language: path for language, (path, _changed) in same.items()}))
        yield from (Entry(whole(path), alternates, changed) for path, changed in same.values())
