"""Without the database every issued code still redirects, and an unknown one gets telephone numbers."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, transaction
from django.test import Client

from campaigns.links import middleware, offline_map
from campaigns.links.codes import new_code
from campaigns.links.models import ScanCount, ShortLink
from campaigns.links.outage import outage
from campaigns.links.rollup import roll_up
from campaigns.schedule.chores import CHORES
from tests.factories import OrganisationFactory
from tests.links.stopping import database_stopped, known_path


@pytest.fixture
def phone() -> Client:
    """A client that takes a server's error for an answer, as phones do."""
    return Client(raise_request_exception=False)


@pytest.fixture
def mapped(link: ShortLink) -> ShortLink:
    offline_map.write()
    return link


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_it_works(error: type[Exception], mapped: ShortLink, client: Client) -> None:
    with database_stopped(error):
        for path in (f"/q/{mapped.code}", f"/Q/{mapped.code.lower()}/", f"/q/?code={mapped.code}"):
            response = client.get(path)
            assert (response.status_code, response["Location"]) == (302, mapped.campaign.get_url())
            assert "no-store" in response["Cache-Control"]
            assert response["Content-Security-Policy"]
            assert not response.cookies


def test_an_outage_is_waited_for_once(mapped: ShortLink, client: Client) -> None:
    with database_stopped() as asked:
        for _reader in range(5):
            assert client.get(f"/q/{mapped.code}").status_code == 302
    assert len(asked) == 1


def test_readings_of_the_outage_are_counted_after_it(mapped: ShortLink, client: Client) -> None:
    with database_stopped():
        for _reader in range(3):
            client.get(f"/q/{mapped.code}")
        client.head(f"/q/{mapped.code}")
        client.get(f"/q/{mapped.code}", headers={"User-Agent": "Twitterbot/1.0"})
    outage.over()
    client.get(f"/q/{mapped.code}")
    roll_up()
    assert ScanCount.objects.get().count == 4


@pytest.mark.parametrize(
    "path", [f"/q/{new_code()}", "/q/AB", "/q/%00", "/q/AB0o23", "/q/../..", "/q/?code=2222222", "/Q/髙﨑"]
)
def test_an_unknown_code_gets_telephone_numbers(path: str, mapped: ShortLink, phone: Client) -> None:
    with database_stopped():
        for _reader in range(2):
            response = phone.get(path)
            assert response.status_code == 404
            assert "0120-279-338" in response.content.decode()
            assert "いまひらけません" in response.content.decode()
            assert "no-store" in response["Cache-Control"]


def test_the_page_to_type_a_code_is_there(mapped: ShortLink, client: Client) -> None:
    with database_stopped():
        for path in ("/q/", "/Q", "/q"):
            response = client.get(path)
            assert response.status_code == 200
            assert 'name="code"' in response.content.decode()
            assert "いまひらけません" not in response.content.decode(), "nobody has typed one"


def test_those_logged_in_are_led_on_too(mapped: ShortLink, member_client: Client) -> None:
    with database_stopped():
        response = member_client.get(f"/q/{mapped.code}")
        assert (response.status_code, response["Location"]) == (302, mapped.campaign.get_url())


def test_a_failure_of_any_middleware_is_answered_from_the_map(
    mapped: ShortLink, phone: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    def broken(get_response: object) -> Callable[[object], None]:
        def fail(request: object) -> None:
            raise ZeroDivisionError

        return fail

    monkeypatch.setattr(middleware, "broken", broken, raising=False)
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "campaigns.links.middleware.broken"]
    assert phone.get(f"/q/{mapped.code}")["Location"] == mapped.campaign.get_url()
    assert phone.get("/q/2222222").status_code == 404
    assert phone.get("/").status_code == 500


@pytest.mark.parametrize(
    "contents", [None, b"", b"no database at all, and long enough to be taken for one" * 40]
)
def test_without_a_readable_map_there_is_still_no_error(
    contents: bytes | None, mapped: ShortLink, phone: Client, settings: Any
) -> None:
    path = settings.LINKS_DIR / "map.sqlite3"
    path.unlink()
    if contents is not None:
        path.write_bytes(contents)
    with database_stopped():
        assert phone.get(f"/q/{mapped.code}").status_code == 404


def test_a_code_just_issued_is_known(edition: Any, client: Client) -> None:
    """Nobody has written the map since."""
    link = ShortLink.objects.issued(edition, OrganisationFactory())
    with database_stopped():
        assert client.get(f"/q/{link.code}")["Location"] == link.campaign.get_url()


def test_a_code_is_in_the_map_before_its_transaction_ends(mapped: ShortLink, settings: Any) -> None:
    """The map is written anew meanwhile, by somebody who cannot see the code yet."""
    link = ShortLink.objects.issued(mapped.edition, OrganisationFactory())
    ShortLink.objects.filter(pk=link.pk).update(code=new_code())
    offline_map.write()
    assert known_path(link.code) == link.campaign.get_url()
    file = settings.LINKS_DIR / "new" / link.code
    os.utime(file, (time.time() - 90_000, time.time() - 90_000))
    offline_map.write()
    assert not file.exists(), "a transaction that never ended leaves nothing for ever"
    assert known_path(mapped.code) == mapped.campaign.get_url()


def test_codes_in_the_map_need_no_file_of_their_own(mapped: ShortLink, settings: Any) -> None:
    assert list((settings.LINKS_DIR / "new").glob("*")) == []
    assert known_path(mapped.code) == mapped.campaign.get_url()


def test_a_full_disk_keeps_no_code_from_being_issued(
    mapped: ShortLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert ShortLink.objects.issued(mapped.edition, OrganisationFactory()).pk


def test_a_map_that_cannot_be_finished_leaves_the_old_one(
    mapped: ShortLink, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (settings.LINKS_DIR / "map.sqlite3").read_bytes()

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(offline_map, "synchronise", full)
        with pytest.raises(OSError, match="No space"):
            offline_map.write()
    assert (settings.LINKS_DIR / "map.sqlite3").read_bytes() == before
    offline_map.write()
    assert list(settings.LINKS_DIR.glob(".writing-*")) == []


def test_the_map_follows_the_calendar(mapped: ShortLink) -> None:
    assert CHORES["map of codes"].run == offline_map.write
    assert CHORES["map of codes"].every.total_seconds() <= 300


@pytest.mark.django_db
def test_it_is_written_once_for_a_transaction(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    written: list[None] = []
    monkeypatch.setattr(offline_map, "write", lambda: written.append(None))
    with django_capture_on_commit_callbacks(execute=True):
        for _place in range(20):
            with transaction.atomic():
                offline_map.write_soon()
        offline_map.write_soon()
        offline_map.write_soon()
    assert len(written) == 1
    written.clear()
    with django_capture_on_commit_callbacks(execute=True):
        with suppress(ZeroDivisionError), transaction.atomic():
            offline_map.write_soon()
            raise ZeroDivisionError
        offline_map.write_soon()
        offline_map.write_soon()
    assert len(written) == 1, "what was taken back asks for nothing, and keeps nobody from asking"


def test_codes_that_lead_to_one_page_are_resolved_once(
    mapped: ShortLink, django_assert_max_num_queries: Any
) -> None:
    ShortLink.objects.bulk_create(
        ShortLink(
            code=code, target=mapped.target, campaign=mapped.campaign, organisation=OrganisationFactory()
        )
        for code in {new_code() for _code in range(50)}
    )
    with django_assert_max_num_queries(8):
        offline_map.write()
    assert {known_path(code) for code in ShortLink.objects.values_list("code", flat=True)} == {
        mapped.campaign.get_url()
    }
