"""The picture of a page: by our own engine, once for equal words, of public things alone."""

import shutil
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.test import Client
from PIL import Image
from wagtail.models import PageViewRestriction

from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from home.sharing import pictures
from home.sharing.words import words_of
from print_templates import banner
from print_templates.bounded import NotMade
from tests.factories import CaseFactory, CaseIndexPageFactory, locale


@pytest.fixture(autouse=True)
def nothing_is_drawn_yet() -> None:
    shutil.rmtree(settings.PRIVATE_ROOT / pictures.FOLDER, ignore_errors=True)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The phrases of what is drawn, in order; one drawing serves for all."""
    phrases: list[str] = []

    def page(words: Any, size: Any) -> str:
        phrases.append(words.phrase)
        return ""

    monkeypatch.setattr(banner, "page", page)
    monkeypatch.setattr(pictures, "bounded", lambda *given: b"\x89PNG")
    return phrases


def standard(home: HomePage, **fields: Any) -> StandardPage:
    page: StandardPage = home.add_child(instance=StandardPage(title="行き方", slug="map", **fields))
    return page


def address(thing: Any) -> str:
    words = words_of(thing)
    assert words is not None
    return pictures.address_of(thing, words)


def test_it_is_a_png_that_networks_show_large(home: HomePage, client: Client) -> None:
    answer = client.get(address(standard(home)))
    assert answer["Content-Type"] == "image/png"
    assert "immutable" in answer["Cache-Control"]
    assert not answer.cookies
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)


def test_each_is_drawn_once_and_named_by_its_words(
    home: HomePage, client: Client, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = standard(home)
    before = address(page)
    pictures.draw_ahead()
    assert sorted(drawn) == sorted([home.title, page.title])
    assert client.get(before).content == b"\x89PNG"
    with monkeypatch.context() as patch:
        patch.setattr(storages["private"], "exists", lambda name: pytest.fail("each is looked for"))
        pictures.draw_ahead()
    assert len(drawn) == 2
    page.title = "地図"
    page.save()
    moved = client.get(before)
    assert (moved.status_code, moved["Location"]) == (302, address(page))
    client.get(address(page))
    client.get(address(page))
    assert drawn[2:] == ["地図"]


def test_nobody_draws_what_is_being_drawn(home: HomePage, client: Client, drawn: list[str]) -> None:
    page = standard(home, lead="別の処理が描いている")
    page.title = "待つ"
    page.save()
    words = words_of(page)
    assert words is not None
    pictures.cache.add(f"sharing-picture-{pictures.digest_of(words)}", True, 60)
    answer = client.get(address(page))
    assert (answer.status_code, answer["Retry-After"], drawn) == (503, "3", [])


def test_one_that_cannot_be_drawn_keeps_none_waiting(
    home: HomePage, client: Client, monkeypatch: Any
) -> None:
    page = standard(home)

    def drawn(draw: Any, html: str, width: int) -> bytes:
        if html == home.title:
            raise NotMade
        return b"png"

    monkeypatch.setattr(banner, "page", lambda words, size: words.phrase)
    monkeypatch.setattr(pictures, "bounded", drawn)
    assert client.get(address(home)).status_code == 503
    pictures.draw_ahead()
    words = words_of(page)
    assert words is not None
    assert pictures.kept(words) == b"png"


def test_what_nobody_may_see_has_no_picture(home: HomePage, client: Client, drawn: list[str]) -> None:
    page = standard(home)
    open_address = address(page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(open_address).status_code == 404
    hidden = CaseFactory(live=False)
    assert client.get(address(hidden)).status_code == 404
    assert client.get("/sharing/user/1-0.png").status_code == 404
    pictures.draw_ahead()
    assert drawn == [home.title]


def test_old_pictures_are_cleared_away(home: HomePage, drawn: list[str], monkeypatch: Any) -> None:
    page = standard(home)
    pictures.draw_ahead()
    words = words_of(page)
    assert words is not None
    page.unpublish()
    pictures.draw_ahead()
    assert storages["private"].exists(pictures.name_of(words))
    monkeypatch.setattr(pictures, "UNNAMED", pictures.timedelta(0))
    pictures.draw_ahead()
    assert not storages["private"].exists(pictures.name_of(words))


def test_a_title_that_the_lettering_cannot_set_leaves_the_catchphrase(campaign: CampaignPage) -> None:
    page = StandardPage(title="ข่าว", slug="news", locale=locale("th"))
    known, found, own = words_of(page, campaign), words_of(page), words_of(campaign)
    assert known == found == own
    assert own is not None
    assert own.phrase == "つながろう かながわ"


def test_every_page_says_what_to_show_of_it(campaign: CampaignPage, client: Client) -> None:
    home = HomePage.objects.get()
    CaseIndexPageFactory(parent=home)
    standard(home, lead='駅から"5分"です。')
    for path, title, phrase in (
        ("/", home.title, "つながろう かながわ"),
        (f"/{campaign.slug}/", campaign.title, "つながろう かながわ"),
        ("/map/?utm=1", "行き方", "行き方"),
        ("/places/reizoko/", "見本の冷蔵庫", "見本の冷蔵庫"),
        ("/vi/map/", "行き方", "行き方"),
    ):
        page = client.get(path).content.decode()
        assert f'<meta property="og:title" content="{title}">' in page, path
        own = path.partition("?")[0].replace("/vi/", "/")
        assert f'<meta property="og:url" content="http://testserver{own}">' in page
        assert f'<meta property="og:image:alt" content="「{phrase}」 ' in page
        assert '<meta property="og:image" content="http://testserver/sharing/' in page
        assert '<meta property="og:locale" content="ja_JP">' in page
    assert 'og:description" content="駅から&quot;5分&quot;です。"' in client.get("/map/").content.decode()
    assert "og:" not in client.get("/members/").content.decode()
