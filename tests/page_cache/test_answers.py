"""What a process keeps: bounded, made once, and never something that changed while it was made."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from campaigns.cases.models import Case
from campaigns.freshness.changes import changed, state
from campaigns.links.models import ScanCount
from home.page_cache.answers import AROUND, Answer, Answers, Shelf
from home.page_cache.middleware import PageCache

NOW = datetime(2026, 11, 27, tzinfo=UTC)
STATE = (1, 1, 1)


def answer(letters: int = 10) -> Answer:
    return Answer.of(HttpResponse("x" * letters), NOW + timedelta(hours=1))


def key(path: str) -> tuple[str, str, str, str]:
    return ("http", "testserver", path, "")


def test_what_nobody_has_asked_for_longest_goes_first() -> None:
    shelf = Shelf(most=3 * answer().size)
    shelf.turn_to(STATE)
    for path in "abc":
        shelf.put(key(path), STATE, answer())
    assert shelf.find(key("a"), STATE, NOW) is not None
    shelf.put(key("d"), STATE, answer())
    assert [path for *_rest, path, _query in shelf.answers] == ["c", "a", "d"]
    shelf.put(key("e"), STATE, answer(letters=3 * AROUND))
    assert shelf.size == sum(each.size for each in shelf.answers.values()) == 3 * answer().size
    shelf.find(key("a"), (2, 2, 2), NOW)
    assert (shelf.size, list(shelf.answers)) == (0, [])


def test_strangers_push_out_nothing_but_what_strangers_think_of(settings: Any) -> None:
    settings.PUBLIC_URL = "https://tsunagari.example"
    answers = Answers()
    own = ("https", "tsunagari.example", "/", "")
    assert answers.shelf(own) is answers.plain
    assert answers.shelf((*own[:3], "near=14101")) is answers.queries
    assert answers.shelf(("https", "tsunagari.example:8443", "/", "")) is answers.queries


class Site:
    """A site below the cache that counts how often it is asked."""

    def __init__(self, meanwhile: Callable[[], Any] = lambda: None) -> None:
        self.asked, self.meanwhile = 0, meanwhile
        self.cache = PageCache(self.page)

    def page(self, request: HttpRequest) -> HttpResponse:
        self.asked += 1
        request.resolver_match = SimpleNamespace(view_name="wagtail_serve")  # type: ignore[assignment]
        response = HttpResponse(f"{self.asked}")
        self.meanwhile()
        return response

    def get(self) -> bytes:
        response = self.cache(RequestFactory().get("/"))
        assert isinstance(response, HttpResponse)
        return response.content


@pytest.mark.usefixtures("keeping")
def test_what_changes_while_a_page_is_made_is_in_the_next_one() -> None:
    site = Site(meanwhile=changed)
    assert (site.get(), site.get()) == (b"1", b"2")
    site.meanwhile = lambda: None
    assert (site.get(), site.get()) == (b"3", b"3")


@pytest.mark.usefixtures("keeping", "db")
def test_what_shows_something_whose_changes_do_not_count_is_not_kept() -> None:
    site = Site(meanwhile=ScanCount.objects.exists)
    assert (site.get(), site.get()) == (b"1", b"2")
    site.meanwhile = Case.objects.exists
    assert (site.get(), site.get()) == (b"3", b"3")


@pytest.mark.usefixtures("keeping")
def test_after_a_change_a_page_is_made_once_for_all_who_wait() -> None:
    site, all_ask = Site(), threading.Barrier(4)
    site.get()
    changed()
    # The first one makes the page until the others have come.
    site.meanwhile = lambda: threading.Event().wait(0.1)
    got: list[bytes] = []

    def ask() -> None:
        all_ask.wait()
        got.append(site.get())

    threads = [threading.Thread(target=ask) for _reader in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [b"2"] * 4


@pytest.mark.usefixtures("keeping")
def test_when_it_changes_again_it_is_made_by_one_of_those_who_wait() -> None:
    site, making, most = Site(), threading.Lock(), []
    site.get()

    def change_while_it_is_made() -> None:
        most.append(making.acquire(blocking=False))
        changed()
        threading.Event().wait(0.02)
        making.release()

    changed()
    site.meanwhile = change_while_it_is_made
    threads = [threading.Thread(target=site.get) for _reader in range(6)]
    for thread in threads:
        thread.start()
        threading.Event().wait(0.01)
    for thread in threads:
        thread.join()
    assert most == [True] * 6
    assert site.cache.answers.turns == {}


@pytest.mark.usefixtures("keeping")
def test_nothing_is_kept_while_changes_cannot_be_seen(settings: Any, tmp_path: Any) -> None:
    site = Site()
    (tmp_path / "file").touch()
    settings.CHANGES_FILE = tmp_path / "file" / "changes"
    assert state() is None
    assert (site.get(), site.get()) == (b"1", b"2")
    changed()
