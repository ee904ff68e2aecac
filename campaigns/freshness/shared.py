"""What all processes share in the cache: forgotten with the rows that it was read from."""

from collections.abc import Iterable
from functools import partial

from django.core.cache import cache
from django.db import transaction

from campaigns.freshness.changes import changed


def forget(*keys: str) -> None:
    """At once for this process, and once more when others can see the change."""
    cache.delete_many(keys)
    transaction.on_commit(partial(forgotten, keys))


def forgotten(keys: Iterable[str]) -> None:
    """Pages that were made since the change was told, but with what was shared before it, are not kept either."""
    cache.delete_many(keys)
    changed()
