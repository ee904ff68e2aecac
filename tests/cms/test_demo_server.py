"""The demo's server behaves towards visitors as production does."""

import logging
from typing import Any

import pytest
from django.test import Client

from cms.demo_server import OwnNotFound, WithoutQueries
from cms.settings import dev


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ("GET /search/?q=%E3%82%8F HTTP/1.1", "GET /search/ HTTP/1.1"),
        ("GET /search/?q=a?b c HTTP/1.1", "GET /search/ HTTP/1.1"),
        ("GET /?q=a", "GET /"),
        ("GET /places/ HTTP/1.1", "GET /places/ HTTP/1.1"),
    ],
)
def test_what_somebody_searched_for_is_not_logged(line: str, logged: str) -> None:
    record = logging.LogRecord("django.server", logging.INFO, "", 0, '"%s" %s %s', (line, "200", 5), None)
    assert WithoutQueries().filter(record)
    assert record.getMessage() == f'"{logged}" 200 5'


def test_that_log_is_written() -> None:
    """Django's own handler of it is gone once it is configured."""
    told = dev.LOGGING["loggers"]["django.server"]
    assert told["handlers"] == ["console"]
    assert set(told["filters"]) <= set(dev.LOGGING["filters"])


@pytest.mark.parametrize("path", ["/nothing-here/", "/nothing.php"])
def test_the_sites_own_page_not_found_is_shown_while_developing(
    path: str, settings: Any, client: Client, db: None
) -> None:
    name = f"{OwnNotFound.__module__}.{OwnNotFound.__qualname__}"
    settings.DEBUG, settings.MIDDLEWARE = True, [*settings.MIDDLEWARE, name]
    answer = client.get(path)
    assert answer.status_code == 404
    assert "このページは見つかりません" in answer.content.decode()
