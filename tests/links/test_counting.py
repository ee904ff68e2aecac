"""Two ways of counting behind one setting; when one fails, the other has the reading, and the page opens anyway."""

import os
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.links import lookup, scans
from campaigns.links.models import ScanCount, ShortLink
from campaigns.links.outage import outage
from campaigns.links.rollup import roll_up
from cms.settings import base


def read(link: ShortLink, client: Client) -> None:
    response = client.get(f"/q/{link.code}")
    assert (response.status_code, response["Location"]) == (302, link.campaign.get_url())


def counted() -> int:
    return sum(ScanCount.objects.values_list("count", flat=True))


def spooled(settings: Any) -> int:
    return sum(file.read_bytes().count(b"\n") for file in settings.SPOOL_DIR.glob("*.scans"))


@pytest.mark.parametrize(("mode", "at_once", "later"), [("direct", 1, 0), ("spool", 0, 1), ("off", 0, 0)])
def test_it_works(
    mode: str, at_once: int, later: int, link: ShortLink, client: Client, settings: Any
) -> None:
    settings.SCAN_COUNTING = mode
    read(link, client)
    assert (counted(), spooled(settings)) == (at_once, later)


def test_a_code_looked_up_a_moment_ago_costs_no_query_but_its_count(
    link: ShortLink, client: Client, settings: Any
) -> None:
    settings.LINK_LOOKUP_SECONDS = 3
    read(link, client)
    with CaptureQueriesContext(connection) as asked:
        read(link, client)
    assert {query["sql"].split()[0] for query in asked} <= {"SAVEPOINT", "INSERT", "SET", "RELEASE"}
    settings.SCAN_COUNTING = "spool"
    with CaptureQueriesContext(connection) as asked:
        read(link, client)
    assert len(asked) == 0


def test_another_target_shows_within_five_seconds(
    link: ShortLink, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.LINK_LOOKUP_SECONDS = base.LINK_LOOKUP_SECONDS
    clock = [1000.0]
    monkeypatch.setattr(lookup.time, "monotonic", lambda: clock[0])
    read(link, client)
    link.campaign.unpublish()
    clock[0] += 5
    assert client.get(f"/q/{link.code}")["Location"] == "/"


def test_no_more_codes_are_kept_than_fit(
    link: ShortLink, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.LINK_LOOKUP_SECONDS = 3
    monkeypatch.setattr(lookup, "MOST", 1)
    other = ShortLink.objects.issued(link.edition, None)
    for each in (link, other, link):
        read(each, client)
        assert list(lookup.KEPT) == [each.code]


@pytest.mark.parametrize("statement", ["DAY", "HOUR"])
def test_what_the_database_refuses_is_spooled(
    statement: str, link: ShortLink, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(scans, statement, "INSERT INTO no_such_table VALUES (%s, %s, %s)")
        read(link, client)
    assert "not counted in the database" in caplog.text
    assert (counted(), spooled(settings)) == (0, 1)
    roll_up()
    assert (counted(), spooled(settings)) == (1, 1)


def test_a_database_that_does_not_answer_is_not_asked_for_every_reading(
    link: ShortLink, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def locked(way: object) -> None:
        asked.append(way)
        raise OperationalError("database is locked")

    monkeypatch.setattr("campaigns.links.counting.count_scan", locked)
    for _reader in range(3):
        assert client.get(f"/q/{link.code}").status_code == 302
        assert outage.lasts()
    assert len(asked) == 1
    assert spooled(settings) == 3


@pytest.mark.parametrize("mode", ["direct", "spool"])
def test_when_nothing_can_be_written_the_page_opens(
    mode: str, link: ShortLink, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    settings.SCAN_COUNTING = mode
    monkeypatch.setattr(scans, "DAY", "INSERT INTO no_such_table VALUES (%s, %s, %s)")
    settings.SPOOL_DIR.parent.mkdir(parents=True, exist_ok=True)
    settings.SPOOL_DIR.write_text("a file where the folder should be")
    try:
        read(link, client)
    finally:
        settings.SPOOL_DIR.unlink()
    assert "a reading was lost" in caplog.text


def test_a_full_disk_leaves_the_reading_to_the_database(
    link: ShortLink, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a line fits: it is not taken for a reading, nor for the beginning of the next."""
    settings.SCAN_COUNTING = "spool"
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr("campaigns.links.spool.os.write", lambda file, line: write(file, line[:3]))
        read(link, client)
    assert counted() == 1
    read(link, client)
    roll_up()
    assert counted() == 2
