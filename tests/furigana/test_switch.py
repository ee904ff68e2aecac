"""Readings on residents' pages: asked for in the address, and kept there."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.urls import set_script_prefix
from lxml import html as lxml_html

from campaigns.models import CampaignPage
from campaigns.reading.models import ReadingOverride
from home.furigana.switch import Carrier, carried, without
from home.models import HomePage, StandardPage
from tests.factories import locale

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(home: HomePage) -> StandardPage:
    page = StandardPage(title="散歩道", slug="walk", locale=home.locale, lead="川の横を歩きます。")
    home.add_child(instance=page)
    return page


def links(client: Client, address: str) -> list[str]:
    tree = lxml_html.fromstring(client.get(address).content.decode())
    return [str(each) for each in tree.xpath("//a/@href")]


def test_it_works(walk: StandardPage, client: Client) -> None:
    plain, read = client.get("/walk/"), client.get("/walk/?furigana=1")
    assert "<ruby>" not in plain.content.decode()
    assert "<ruby>散歩<rp>（</rp><rt>さんぽ</rt><rp>）</rp></ruby>" in read.content.decode()
    assert not read.cookies
    assert read.headers["Link"] == '<http://testserver/walk/>; rel="canonical"'
    assert "Cookie" not in read.headers.get("Vary", "")


def test_the_switch_says_what_it_does(walk: StandardPage, client: Client) -> None:
    plain, read = (
        client.get("/walk/?a=1").content.decode(),
        client.get("/walk/?a=1&furigana=1").content.decode(),
    )
    assert 'href="/walk/?a=1&amp;furigana=1" rel="nofollow"' in plain
    assert "ふりがなをつける</a>" in plain
    assert 'href="/walk/?a=1" rel="nofollow"' in read
    assert "ふりがなをとる</a>" in read


def test_residents_links_take_it_along_and_no_others(campaign: CampaignPage, client: Client) -> None:
    addresses = links(client, "/?furigana=1")
    assert f"{campaign.get_url()}?furigana=1" in addresses
    assert "/search/?furigana=1" in addresses
    assert "/" in addresses  # The switch itself.
    assert {"/kit/", "#main", "/join/", "tel:0120000000"} <= set(addresses)
    assert [
        each for each in addresses if "furigana" in each and each.startswith(("/kit", "/join", "http"))
    ] == []


def test_one_can_go_through_the_site_with_it(campaign: CampaignPage, client: Client) -> None:
    """Every page that a page with readings leads to has them as well, if it has a switch."""
    seen, waiting = set(), ["/?furigana=1"]
    while waiting and len(seen) < 12:
        address = waiting.pop()
        seen.add(address)
        html = client.get(address).content.decode()
        assert "<rt>" in html, address
        tree = lxml_html.fromstring(html)
        found = [str(each) for each in tree.xpath("//a[not(@data-keeps-address)]/@href")]
        waiting += [
            each for each in found if each.startswith("/") and "furigana=1" in each and each not in seen
        ]
    assert len(seen) >= 3


def test_a_search_takes_it_along(home: HomePage, client: Client) -> None:
    html = client.get("/search/", {"q": "うちゅうせん", "furigana": "1"}).content.decode()
    assert '<input type="hidden" name="furigana" value="1">' in html
    assert 'value="うちゅうせん"' in html


def test_the_page_itself_stays_readable_without_readings(walk: StandardPage, client: Client) -> None:
    def text(address: str) -> str:
        tree = lxml_html.fromstring(client.get(address).content.decode())
        for each in [*tree.iter("rt"), *tree.iter("rp")]:
            each.drop_tree()
        return str(tree.xpath("string(//main)"))

    assert text("/walk/?furigana=1") == text("/walk/")


@pytest.mark.parametrize("address", ["/en/", "/zh-hans/"])
def test_other_languages_have_no_switch(campaign: CampaignPage, client: Client, address: str) -> None:
    html = client.get(f"{address}?furigana=1").content.decode()
    assert "<ruby>" not in html
    assert "furigana" not in html


def test_easy_japanese_has_it(campaign: CampaignPage, client: Client) -> None:
    home = campaign.get_parent().specific.copy_for_translation(locale("ja-x-easy"))
    home.save_revision().publish()
    assert "<ruby>" in client.get("/ja-x-easy/?furigana=1").content.decode()
    assert "/ja-x-easy/?furigana=1" in links(client, "/ja-x-easy/")


@pytest.mark.parametrize("value", ["0", "", "2", "yes"])
def test_only_one_value_turns_it_on(walk: StandardPage, client: Client, value: str) -> None:
    assert "<ruby>" not in client.get(f"/walk/?furigana={value}").content.decode()


@pytest.mark.parametrize(
    "address", ["/admin/", "/accounts/login/", "/join/", "/admin/snippets/reading/readingoverride/"]
)
def test_staff_and_members_pages_never_have_it(home: HomePage, staff_client: Client, address: str) -> None:
    response = staff_client.get(address, {"furigana": "1"}, follow=True)
    assert response.status_code == 200
    assert "<ruby>" not in response.content.decode()


def test_a_page_that_is_not_there_has_readings_too(home: HomePage, client: Client) -> None:
    response = client.get("/nowhere/?furigana=1")
    assert response.status_code == 404
    assert "<ruby>" in response.content.decode()


def test_a_moved_page_is_led_to_with_readings(walk: StandardPage, client: Client) -> None:
    from wagtail.contrib.redirects.models import Redirect

    Redirect.add_redirect("/old-walk/", redirect_to=walk, is_permanent=False)
    response = client.get("/old-walk/?furigana=1")
    assert response.headers["Location"] == "/walk/?furigana=1"


def test_a_head_request_says_the_same(walk: StandardPage, client: Client) -> None:
    response = client.head("/walk/?furigana=1")
    assert response.status_code == 200
    assert response.content == b""


def test_an_editors_reading_is_on_the_next_page(walk: StandardPage, client: Client) -> None:
    assert "<rt>かわ</rt>" in client.get("/walk/?furigana=1").content.decode()
    ReadingOverride.objects.create(surface="川", reading="がわ")
    assert "<rt>がわ</rt>" in client.get("/walk/?furigana=1").content.decode()


def test_an_editor_writes_a_reading_down(staff_client: Client) -> None:
    address = "/admin/snippets/reading/readingoverride/add/"
    refused = staff_client.post(address, {"surface": "川", "reading": "river", "context": ""})
    assert refused.status_code == 200
    assert "ひらがな" in refused.content.decode()
    assert staff_client.post(address, {"surface": "川", "reading": "がわ", "context": ""}).status_code == 302
    assert ReadingOverride.objects.get().reading == "がわ"
    assert "川" in staff_client.get("/admin/snippets/reading/readingoverride/").content.decode()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "/?furigana=1"),
        ("/walk/", "/walk/?furigana=1"),
        ("/walk/?a=1#b", "/walk/?a=1&furigana=1#b"),
        ("/walk/?furigana=1", "/walk/?furigana=1"),
        ("../", "../?furigana=1"),
        ("?q=1", "?q=1&furigana=1"),
        ("", "/walk/?furigana=1"),
        ("http://testserver/walk/", "http://testserver/walk/?furigana=1"),
        ("/search/?q=%E5%B7%9D", "/search/?q=%E5%B7%9D&furigana=1"),
        ("/ja-x-easy/", "/ja-x-easy/?furigana=1"),
        ("/en/", None),
        ("#main", None),
        ("https://example.jp/walk/", None),
        ("//example.jp/walk/", None),
        ("tel:0120", None),
        ("mailto:a@example.jp", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("/admin/", None),
        ("/kit/", None),
        ("/static/css/site.css", None),
        ("/walk/events.ics", None),
    ],
)
def test_an_address_is_carried_on(address: str, expected: str | None, rf: RequestFactory) -> None:
    request = rf.get("/walk/")
    request.user = AnonymousUser()
    assert Carrier(request)(address) == expected


@pytest.fixture
def under_a_path() -> Iterator[None]:
    set_script_prefix("/tsunagari/")
    yield
    set_script_prefix("/")


@pytest.mark.usefixtures("under_a_path")
def test_under_the_path_of_another_host(walk: StandardPage, client: Client) -> None:
    html = client.get("/walk/?furigana=1", SCRIPT_NAME="/tsunagari").content.decode()
    assert 'href="/tsunagari/search/?furigana=1"' in html


def test_both_ways_of_an_address() -> None:
    assert without(carried("/a/?x=%E5%B7%9D&y=#z")) == "/a/?x=%E5%B7%9D&y=#z"


def test_plain_pages_are_left_alone(campaign: CampaignPage, client: Client) -> None:
    assert "Link" not in client.get("/").headers
