"""The languages that a page can be read in: each in its own word, at its own address."""

from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client

from home.models import HomePage, StandardPage
from tests.languages.conftest import Translate


class Links(HTMLParser):
    """The addresses of links by hreflang, behind the head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(html.split("</head>")[1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "a" and known.get("hreflang"):
            assert known["hreflang"] == known["lang"]
            self.found[str(known["hreflang"])] = str(known["href"])


def links(client: Client, path: str) -> dict[str, str]:
    return Links(client.get(path).content.decode()).found


def test_it_works(page: StandardPage, client: Client) -> None:
    found = links(client, "/map/")
    assert set(found) == {code for code, _name in settings.LANGUAGES} - {"ja"}
    assert found["ja-x-easy"] == "/ja-x-easy/map/"
    assert found["zh-hans"] == "/zh-hans/map/"


@pytest.mark.parametrize("path", ["/map/", "/en/map/", "/vi/map/"])
def test_every_link_leads_to_the_page(path: str, page: StandardPage, client: Client) -> None:
    for code, address in links(client, path).items():
        response = client.get(address)
        assert response.status_code == 200, code
        assert response.context["page"].translation_key == page.translation_key


def test_the_language_one_reads_is_no_link(page: StandardPage, client: Client) -> None:
    html = client.get("/vi/map/").content.decode()
    assert '<b aria-current="true" lang="vi">Tiếng Việt</b>' in html
    assert links(client, "/vi/map/")["ja"] == "/map/"


def test_what_an_address_asks_travels_along(page: StandardPage, client: Client) -> None:
    assert links(client, "/map/?near=14101")["en"] == "/en/map/?near=14101"


def test_a_page_without_languages_leads_to_the_front_door(homes: dict[str, HomePage], client: Client) -> None:
    assert links(client, "/q/")["en"] == "/en/"
    assert links(client, "/nothing/")["en"] == "/en/nothing/"


def test_search_engines_are_told_of_real_translations_alone(
    page: StandardPage, translate: Translate, client: Client
) -> None:
    assert "hreflang" not in client.get("/map/").content.decode().split("</head>")[0]
    translate(page, "en")
    translate(page, "ja-x-easy", live=False)
    for path in ("/map/", "/en/map/"):
        head = client.get(path).content.decode().split("</head>")[0]
        assert '<link rel="alternate" hreflang="ja" href="http://testserver/map/">' in head
        assert '<link rel="alternate" hreflang="en" href="http://testserver/en/map/">' in head
        assert '<link rel="alternate" hreflang="x-default" href="http://testserver/map/">' in head
        assert "ja-x-easy/map" not in head
