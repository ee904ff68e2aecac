"""Rows that are built once and put back for every other test that asks for them.

Publishing a campaign takes three hundred queries. The rows that they leave are always the same, and are written
again in a few statements, as long as the database is as it was before the first building.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, connection, transaction

from campaigns.freshness.writes import WRITE

Row = tuple[Any, ...]
#: The rows of a table by their primary keys, which is the first column of every table of Django's.
Rows = dict[Any, Row]


class Broken(Exception):
    """The rows speak of something that is no longer there."""


@dataclass(frozen=True)
class Change:
    """What one table was before, and the rows that building added or changed."""

    table: str
    before: Rows
    written: Rows

    @classmethod
    def of(cls, table: str, before: Rows, after: Rows) -> "Change":
        assert before.keys() <= after.keys(), f"{table} lost rows, which is not kept"
        return cls(table, before, {key: row for key, row in after.items() if before.get(key) != row})

    @property
    def can_be_put_back(self) -> bool:
        """Whether each row is as it was before or already as it will be; others may have come."""
        now = rows_of(self.table)
        return all(now.get(key) in (self.before.get(key), row) for key, row in self.written.items())

    def put_back(self) -> None:
        if not self.written:
            return
        columns = columns_of(self.table)
        places = ", ".join(["%s"] * len(columns))
        names = ", ".join(f'"{name}"' for name in columns)
        taken = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:])
        with connection.cursor() as cursor:
            cursor.executemany(
                f'INSERT INTO "{self.table}" ({names}) VALUES ({places})'
                f' ON CONFLICT ("{columns[0]}") DO UPDATE SET {taken}',
                list(self.written.values()),
            )


def columns_of(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
        return [column[0] for column in cursor.description]


def rows_of(table: str) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return {row[0]: row for row in cursor.fetchall()}


class Kept:
    """What a building writes. `is_whole` looks, once the rows are there again, at what they need beside the database."""

    def __init__(self, is_whole: Callable[[], bool] = lambda: True) -> None:
        self.is_whole = is_whole
        self.changes: list[Change] = []

    def have(self, build: Callable[[], object]) -> None:
        """Put the rows back; build where there are none, or where the database is not as it was before the first time."""
        if not self.changes:
            self.changes = watched(build)
        elif not all(change.can_be_put_back for change in self.changes):
            build()
        else:
            with suppress(Broken, IntegrityError), transaction.atomic():
                self.put_back()
                return
            self.changes = watched(build)

    def put_back(self) -> None:
        for change in self.changes:
            change.put_back()
        if not self.is_whole():
            raise Broken


def watched(build: Callable[[], object]) -> list[Change]:
    """Build, and see what of every table has changed."""
    written: set[str] = set()

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITE.match(sql):
            written.add(found[2])
        return execute(sql, params, many, context)

    before = {table: rows_of(table) for table in connection.introspection.table_names()}
    with connection.execute_wrapper(note):
        build()
    return [Change.of(table, before[table], rows_of(table)) for table in sorted(written)]
