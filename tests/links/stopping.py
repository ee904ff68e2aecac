"""A database that does not answer, and what is then known of codes."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

from campaigns.links.offline_map import known


@contextmanager
def database_stopped(error: type[Exception] = OperationalError) -> Iterator[list[str]]:
    """Every statement fails; yields what was asked."""
    asked: list[str] = []

    def fail(execute: object, sql: str, *arguments: object) -> None:
        asked.append(sql)
        raise error("the server closed the connection unexpectedly")

    with connection.execute_wrapper(fail):
        yield asked


def known_path(code: str, accepted: str = "") -> str | None:
    """Where the map leads."""
    destination = known(code)
    return destination.path_for(accepted) if destination is not None else None
