"""Addresses carry their language, and links stay in it."""

import pytest
from django.test import Client
from django.urls import set_script_prefix
from wagtail.rich_text import expand_db_html

from campaigns.languages.addresses import in_address
from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.languages.conftest import Translate


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("/", "vi", "/vi/"),
        ("/map/", "vi", "/vi/map/"),
        ("/en/map/", "zh-hant", "/zh-hant/map/"),
        ("/ja-x-easy/", "en", "/en/"),
        ("/th/map/", "ja", "/map/"),
        ("/theme/", "ne", "/ne/theme/"),
    ],
)
def test_a_path_in_another_language(path: str, language: str, expected: str) -> None:
    assert in_address(path, language) == expected


def test_a_path_below_another_hosts_path() -> None:
    set_script_prefix("/kanagawa/")
    try:
        assert in_address("/kanagawa/en/map/", "vi") == "/kanagawa/vi/map/"
        assert in_address("/kanagawa/map/", "ja") == "/kanagawa/map/"
    finally:
        set_script_prefix("/")


def test_links_stay_in_the_readers_language(
    page: StandardPage, campaign: CampaignPage, client: Client
) -> None:
    html = client.get("/vi/").content.decode()
    assert f'href="/vi/{campaign.slug}/"' in html
    assert f'href="/{campaign.slug}/"' not in html


def test_links_in_text_stay_in_the_readers_language(
    page: StandardPage, homes: dict[str, HomePage], translate: Translate, client: Client
) -> None:
    homes["ja"].introduction = f'<p><a linktype="page" id="{page.pk}">行き方</a></p>'
    homes["ja"].save_revision().publish()
    HomePage.objects.filter(locale__language_code="ja-x-easy").delete()
    assert 'href="/map/"' in client.get("/").content.decode()
    assert 'href="/vi/map/"' in client.get("/vi/").content.decode()


def test_a_link_to_a_page_that_is_gone_leads_nowhere(db: None) -> None:
    assert expand_db_html('<a linktype="page" id="999999">行き方</a>') == "<a>行き方</a>"


def test_outside_a_page_a_page_has_its_own_address(page: StandardPage, translate: Translate) -> None:
    assert page.get_url() == "/map/"
    assert translate(page, "en").get_url() == "/en/map/"


def test_menu_crumbs_and_site_map_stay_in_the_readers_language(
    page: StandardPage, translate: Translate, client: Client
) -> None:
    """Whatever language stands in for the reader's."""
    page.show_in_menus = True
    page.save()
    translate(page, "ja-x-easy", title="いきかた")
    below = StandardPage(title="駅から", slug="station", locale=page.locale)
    page.add_child(instance=below)
    for path in ("/vi/", "/vi/map/station/", "/vi/sitemap/"):
        html = client.get(path).content.decode()
        assert 'href="/vi/map/"' in html, path
        assert 'href="/ja-x-easy/map/"' not in html, path
    assert 'aria-current="page">いきかた' in client.get("/vi/map/").content.decode()
