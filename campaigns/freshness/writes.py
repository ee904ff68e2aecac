"""Which writes are changes: all that reach a table whose rows residents can be shown, however they are written.

Statements are looked at on their way to the database, not signals: `update()`, `bulk_create`, a page moved with its
whole branch and what a deletion takes along send none.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from campaigns.freshness import not_shown
from campaigns.freshness.changes import changed

#: What writes, and the table. Django quotes names, treebeard does not.
WRITE = re.compile(
    r'\s*(INSERT|REPLACE|UPDATE|DELETE|TRUNCATE)\b(?:\s+OR\s+\w+)?(?:\s+(?:INTO|FROM))?\s+"?(\w+)',
    re.IGNORECASE,
)
COLUMN = re.compile(r'"(\w+)" = ')

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


def watch(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    """Signal handler: look at all that is written over a new connection."""
    if notice not in connection.execute_wrappers:
        # Before those of `execute_wrapper`, which takes the last one away again.
        connection.execute_wrappers.insert(0, notice)


def notice(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Around each statement: tell of a change when others can see it."""
    result = execute(sql, params, many, context)
    if is_change(str(sql)):
        tell(context["connection"])
    return result


def is_change(sql: str) -> bool:
    """Whether a statement changes what residents may be shown."""
    found = None if sql.startswith("SELECT") else WRITE.match(sql)
    if found is None:
        return False
    verb, table = found[1].upper(), found[2]
    if table in not_shown.tables():
        return False
    if verb == "INSERT":
        return table not in not_shown.tables_made_by_reading()
    return verb != "UPDATE" or not is_draft(sql)


def is_draft(sql: str) -> bool:
    """Whether an UPDATE keeps a draft beside what is published."""
    columns = set(COLUMN.findall(sql.partition(" WHERE ")[0]))
    return bool(columns) and columns <= not_shown.COLUMNS


def tell(connection: BaseDatabaseWrapper) -> None:
    """At once, or once when the transaction is done."""
    if not is_unsettled(connection.alias):
        changed()
    elif not connection.run_on_commit or connection.run_on_commit[-1][1] is not changed:
        transaction.on_commit(changed, using=connection.alias)


def is_unsettled(using: str | None = None) -> bool:
    """Whether a transaction is open: what it reads may be true for itself alone."""
    return transaction.get_connection(using).in_atomic_block
