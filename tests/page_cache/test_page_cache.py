"""Residents' pages from memory: no query, the same bytes, and never older than the last change or the next one."""

import gzip
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from campaigns.cases.models import Case
from home.cases.models import CaseIndexPage
from home.desks.models import DeskIndexPage
from home.models import HomePage, StandardPage
from home.selfcheck.models import SelfCheckPage
from tests.factories import DeskFactory, locale
from tests.home.whats_on import event, event_list
from tests.page_cache.memory import changes_taken_back
from tests.places import SetClock, desk_open

pytestmark = pytest.mark.usefixtures("keeping")


def queries(client: Client, address: str, **headers: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address, headers=headers)
    return len(asked)


def text_page(home: HomePage, slug: str, **fields: Any) -> StandardPage:
    page: StandardPage = home.add_child(
        instance=StandardPage(title="見本の頁", slug=slug, locale=home.locale, **fields)
    )
    return page


def test_it_works(home: HomePage, client: Client, settings: Any) -> None:
    settings.STAFF_MFA_REQUIRED = True
    text_page(home, "about", lead="はじめの文。")
    first = client.get("/about/?furigana=0")
    with CaptureQueriesContext(connection) as asked:
        again = client.get("/about/?furigana=0")
        head = client.head("/about/?furigana=0")
        unchanged = client.get("/about/?furigana=0", headers={"If-None-Match": first.headers["ETag"]})
    assert len(asked) == 0
    assert again.content == first.content
    assert again.headers == first.headers
    assert head.headers == first.headers
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged.headers["ETag"] == first.headers["ETag"]
    assert first.headers["Cache-Control"] == "no-cache"
    assert "default-src 'none'" in again.headers["Content-Security-Policy"]
    assert "nonce" not in first.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in first.headers


@pytest.mark.parametrize("asked", ["gzip, deflate, br", "br, gzip;q=0.8"])
def test_who_takes_it_packed_gets_the_same_page_in_fewer_bytes(
    asked: str, home: HomePage, client: Client
) -> None:
    text_page(home, "about", lead="はじめの文。")
    plain = client.get("/about/")
    packed = client.get("/about/", headers={"Accept-Encoding": asked})
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert len(packed.content) < len(plain.content) / 2
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    same = client.get("/about/", headers={"Accept-Encoding": asked, "If-None-Match": plain.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert "Content-Encoding" not in same.headers
    for other in ("", "identity", "br"):
        assert "Content-Encoding" not in client.get("/about/", headers={"Accept-Encoding": other}).headers


@pytest.mark.parametrize(
    "address",
    ["/", "/places/", "/places/?near=14101&around=1&page=1", "/desks/?topic=x&open=1", "/sitemap/", "/leaving/",
     "/search/", "/places/place-14101/", "/?near=14101", "/places/?furigana=1"],
)  # fmt: skip
def test_a_residents_page_is_kept_with_what_it_is_asked(
    address: str,
    case_index: CaseIndexPage,
    desk_index: DeskIndexPage,
    places: dict[str, Case],
    client: Client,
) -> None:
    client.get(address)
    client.get(address)
    assert queries(client, address) == 0


@pytest.mark.parametrize(
    "address",
    ["/places/?utm_source=x", "/places/?near=14101&near=14102", f"/places/?near={'1' * 200}", "/search/?q=x",
     "/q/", "/members/", "/none/"],
)  # fmt: skip
def test_nothing_else_is_kept(address: str, case_index: CaseIndexPage, client: Client) -> None:
    client.get(address)
    assert queries(client, address) > 0


def test_nobody_gets_what_was_made_for_somebody_else(home: HomePage, staff_client: Client) -> None:
    text_page(home, "about")
    for cookies in ({"sessionid": "x"}, {"csrftoken": "x" * 32}, {"messages": "x"}):
        client = Client()
        client.get("/about/")
        client.cookies.load(cookies)
        assert queries(client, "/about/") > 0
    staff_client.get("/about/")
    staff_client.cookies.clear()
    assert queries(staff_client, "/about/") > 0


def test_a_page_that_is_restricted_is_gone_from_memory(home: HomePage, client: Client) -> None:
    page = text_page(home, "about", lead="はじめの文。")
    client.get("/about/")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    assert "はじめの文。" not in client.get("/about/").content.decode()
    assert queries(client, "/about/") > 0


def test_a_restriction_of_which_nobody_told_counts_when_the_page_is_made(
    home: HomePage, client: Client
) -> None:
    """As on a machine that does not share what tells of changes."""
    page = text_page(home, "about", lead="はじめの文。")
    client.get("/about/?near=14101")
    with changes_taken_back():
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    assert "はじめの文。" not in client.get("/about/").content.decode()


def test_answers_about_oneself_are_not_kept(home: HomePage, client: Client) -> None:
    page = home.add_child(instance=SelfCheckPage(title="三つの問い", slug="toi", locale=home.locale))
    client.get("/toi/")
    assert queries(client, "/toi/") > 0
    posted = client.post(f"/selfcheck/{page.pk}/", {})
    assert "ETag" not in posted.headers


def test_a_change_reaches_every_process(home: HomePage) -> None:
    page = text_page(home, "about", lead="はじめの文。")
    # Each has a memory to itself, as a process has.
    processes = [Client(), Client()]
    for client in processes:
        assert "はじめの文。" in client.get("/about/").content.decode()
    page.lead = "つぎの文。"
    page.save_revision()
    assert queries(processes[0], "/about/") == 0, "a draft changes nothing"
    page.get_latest_revision().publish()
    for client in processes:
        assert "つぎの文。" in client.get("/about/").content.decode()


def test_a_page_ends_with_the_first_change_that_it_shows(
    desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 15:55")
    for number in range(3):
        desk_open(f"day-{number}", "09:00", "20:00", sort_order=number + 1)
    desk_open("evening", "16:00", "21:00", sort_order=0)
    assert "evening" not in client.get("/").content.decode()
    clock("2026-11-27 15:59")
    assert queries(client, "/") == 0
    clock("2026-11-27 16:00")
    assert "evening" in client.get("/").content.decode()


def test_what_shows_an_event_ends_when_it_begins_and_ends(
    home: HomePage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 15:55")
    index = event_list(home)
    event(index, "now", "2026-11-27 16:00", "2026-11-27 16:05")
    event(index, "then", "2026-12-27 16:00", "2026-12-27 16:05")
    pages = ("/", "/events/", "/events/now/", "/events/then/", "/events/?near=14101")
    files = ("/events/calendar/", "/events/now/calendar/")

    def shown(path: str) -> str:
        html = client.get(path).content.decode()
        assert queries(client, path) == 0, path
        return html

    for path in pages:
        assert "開催中" not in shown(path)
    for path in files:
        assert "DTSTART:20261127T070000Z" in shown(path)
    clock("2026-11-27 16:00")
    assert ["開催中" in shown(path) for path in pages] == [True, True, True, True, True]
    clock("2026-11-27 16:05")
    assert ["開催中" in shown(path) for path in pages] == [False] * len(pages)
    assert "終わりました" in shown("/events/now/")
    assert "/events/now/" in shown("/events/archive/")
    assert "/events/now/" not in shown("/events/")


def test_a_page_ends_at_midnight(desk_index: DeskIndexPage, client: Client, clock: SetClock) -> None:
    now = clock("2026-11-27 23:58")
    DeskFactory(name="今日までの窓口", valid_until=now.date())
    assert "今日までの窓口" in client.get("/desks/").content.decode()
    clock("2026-11-28 00:00")
    assert "今日までの窓口" not in client.get("/desks/").content.decode()


def test_a_preview_is_no_kept_page(home: HomePage, client: Client) -> None:
    page = text_page(home, "about", lead="はじめの文。")
    client.get("/about/")
    page.lead = "下書きの文。"
    assert "下書きの文。" in page.make_preview_request().rendered_content
    assert "はじめの文。" in client.get("/about/").content.decode()


def test_each_language_is_kept_by_itself(home: HomePage, client: Client) -> None:
    locale("en")
    text_page(home, "about")
    for _time in range(2):
        assert '<html lang="ja"' in client.get("/about/").content.decode()
        assert '<html lang="en"' in client.get("/en/about/").content.decode()
