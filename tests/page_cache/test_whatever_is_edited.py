"""Whatever is edited of what residents can be shown, every page that shows it says so at once.

Nobody lists here who shows what: a page shows what is edited if it comes out differently when it is made of the
database alone. Each such page has then to be answered differently from memory too, in which the page and all that
stands around it are as they were before the edit.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from campaigns.freshness import not_shown
from campaigns.freshness.reads import tables_asked
from home.models import HomePage
from home.page_cache.middleware import PageCache
from tests.page_cache.edits import edits
from tests.page_cache.memory import Memory, changes_taken_back, nothing_remembered
from tests.page_cache.scene import ADDRESSES, NEVER_KEPT, NOW, build
from tests.places import SetClock

Get = Callable[[HttpRequest], Any]
#: What a form says once.
TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")\w+')
#: Status, where it leads to, and the page.
Page = tuple[int, str, bytes]


@pytest.fixture
def get(home: HomePage, keeping: None, clean_caches: None, clock: SetClock, settings: Any) -> Get:
    """The site below its page cache."""
    clock(NOW)
    build(home)
    assert settings.MIDDLEWARE[0] == "home.page_cache.middleware.PageCache"
    settings.MIDDLEWARE = settings.MIDDLEWARE[1:]
    return WSGIHandler().get_response


def page(get: Get, address: str) -> Page:
    response: HttpResponse = get(RequestFactory().get(address))
    assert response.status_code < 500, address
    return response.status_code, response.headers.get("Location", ""), TOKEN.sub(b"", response.content)


def made_anew(get: Get, address: str) -> tuple[Page, set[str]]:
    """A page of the database alone, with the tables that it asks."""
    with nothing_remembered(), tables_asked() as asked:
        return page(get, address), asked


def test_pages_ask_for_nothing_that_is_not_shown(get: Get) -> None:
    """Else they would not be kept."""
    asked = set().union(*(made_anew(get, address)[1] for address in (*ADDRESSES, "/leaving/")))
    assert {"cases_case", "desks_desk", "wagtailcore_page"} <= asked
    assert asked & not_shown.tables() == set()


def test_every_page_that_shows_it_changes(get: Get) -> None:
    first = {address: made_anew(get, address) for address in ADDRESSES}
    cached = PageCache(get)
    assert [address for address in ADDRESSES if page(cached, address) != first[address][0]] == []
    shelves = (cached.answers.plain, cached.answers.queries)
    assert sum(len(shelf.answers) for shelf in shelves) == len(ADDRESSES) - len(NEVER_KEPT)
    memory = Memory(*shelves)
    stale, wrongly_named = [], []
    for edit in edits():
        # What asks for nothing of a model comes out the same whatever is in its rows.
        asking = [address for address in ADDRESSES if edit.model._meta.db_table in first[address][1]]
        with changes_taken_back(), transaction.atomic():
            edit.make()
            changed = differing(get, {address: first[address][0] for address in asking})
            stale += [(edit.name, each) for each, now in changed.items() if page(cached, each) != now]
            transaction.set_rollback(True)
        memory.put_back()
        if bool(changed) != edit.is_seen:
            wrongly_named.append((edit.name, list(changed)))
    assert stale == []
    assert wrongly_named == []


def differing(get: Get, before: dict[str, Page]) -> dict[str, Page]:
    """Those of some pages that come out differently now, as they are now."""
    with nothing_remembered():
        now = {address: page(get, address) for address in before}
    return {address: made for address, made in now.items() if made != before[address]}
