"""Which tables an answer was made from: one whose changes do not count makes it untrue without a word."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from campaigns.freshness import not_shown

TABLE = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)')


@contextmanager
def tables_asked() -> Iterator[set[str]]:
    """The tables that are read meanwhile, over the usual connection of this thread."""
    asked: set[str] = set()

    def look(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        asked.update(TABLE.findall(str(sql)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield asked


def all_count(tables: set[str]) -> bool:
    """Whether a change of any of them is told."""
    return tables.isdisjoint(not_shown.tables())
