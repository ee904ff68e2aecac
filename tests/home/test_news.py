"""News: by date, page by page, and the latest on the home page."""

from datetime import date, timedelta

import pytest
from django.test import Client

from home.models import HomePage
from home.news.models import ON_A_PAGE, NewsIndexPage, NewsPage
from tests.asked import asked
from tests.factories import locale

DAY = timedelta(days=1)


@pytest.fixture
def index(home: HomePage) -> NewsIndexPage:
    page: NewsIndexPage = home.add_child(
        instance=NewsIndexPage(title="見本のお知らせ", slug="news", locale=locale())
    )
    return page


def piece(index: NewsIndexPage, slug: str, day: date, **fields: object) -> NewsPage:
    page = NewsPage(
        title=f"見本の{slug}", slug=slug, lead=f"{slug}の話です。", date=day, locale=locale(), **fields
    )
    index.add_child(instance=page)
    return page


def test_it_works(index: NewsIndexPage, client: Client) -> None:
    empty = client.get("/news/").content.decode()
    assert "お知らせは、まだありません。" in empty
    assert 'id="news"' not in client.get("/").content.decode()
    for number in range(ON_A_PAGE + 1):
        piece(index, f"n{number}", date(2026, 11, 1) + number * DAY)
    piece(index, "draft", date(2026, 12, 1), live=False)
    first = client.get("/news/")
    assert [item.written.slug for item in first.context["news"]] == [f"n{n}" for n in range(ON_A_PAGE, 0, -1)]
    assert [item.written.slug for item in client.get("/news/?page=2").context["news"]] == ["n0"]
    assert client.get("/news/?page=nonsense").status_code == 200
    assert '<time datetime="2026-11-21">2026年11月21日</time>' in first.content.decode()
    page = client.get("/news/n3/").content.decode()
    assert "n3の話です。" in page
    assert "2026年11月4日" in page
    front = client.get("/")
    assert [item.written.slug for item in front.context["news"]] == ["n20", "n19", "n18"]
    assert 'href="/news/">' in front.content.decode()


def test_many_pieces_take_few_queries(index: NewsIndexPage, client: Client) -> None:
    piece(index, "one", date(2026, 11, 1))
    for path in ("/news/", "/"):
        client.get(path)
    few = [len(asked(client, path)) for path in ("/news/", "/")]
    for number in range(10):
        piece(index, f"n{number}", date(2026, 11, 2))
    assert [len(asked(client, path)) for path in ("/news/", "/")] == few
