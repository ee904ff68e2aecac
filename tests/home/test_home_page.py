"""The front door."""

from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.models import CampaignPage
from home.cases.models import CaseIndexPage
from home.models import HomePage, StandardPage
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, CaseFactory, DeskFactory, locale


def test_it_works(campaign: CampaignPage, client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert response.context["campaign"] == campaign
    assert response.context["phrase"].text == "つながろう かながわ"
    html = response.content.decode()
    assert f'href="{campaign.get_url()}"' in html
    assert 'href="tel:0120000000"' in html
    assert campaign.edition.style_key in html


def test_without_a_campaign_it_still_names_the_desks(home: HomePage, client: Client) -> None:
    DeskFactory()
    response = client.get("/")
    assert response.status_code == 200
    assert response.context["campaign"] is None
    assert 'href="tel:0120000000"' in response.content.decode()


def test_it_shows_the_current_campaign(campaign: CampaignPage, publish: Publish, client: Client) -> None:
    newer = publish(CampaignPageFactory(starts=date(2021, 1, 1)))
    assert client.get("/").context["campaign"] == newer


def test_it_names_three_desks_of_its_own_language(home: HomePage, client: Client) -> None:
    for number in range(4):
        DeskFactory(slug=f"denwa-{number}", sort_order=number)
    DeskFactory(slug="line", locale=locale("en"), sort_order=0)
    named = [each.desk.slug for each in client.get("/").context["desks"]]
    assert named == ["denwa-0", "denwa-1", "denwa-2"]


def test_it_shows_what_is_near_a_municipality(
    case_index: CaseIndexPage, places: dict[str, Case], client: Client
) -> None:
    first = client.get("/")
    assert [case.name for case in first.context["places"]] == [
        "横浜市の場所",
        "鶴見区の場所",
        "神奈川区の場所",
    ]
    near = client.get("/?near=14205")
    assert [case.name for case in near.context["places"]] == [
        "藤沢市の場所",
        "横浜市の場所",
        "鶴見区の場所",
    ]
    html = near.content.decode()
    assert "藤沢市の近く" in html
    assert 'href="/places/place-14205/"' in html
    assert 'href="/places/?near=14205"' in html
    assert '<option value="14205" selected>藤沢市（1）</option>' in html


def test_where_nothing_is_near_it_says_so(
    case_index: CaseIndexPage, areas: dict[str, Area], client: Client
) -> None:
    CaseFactory(area=areas["鶴見区"])
    assert "その近くの場所は、まだ見つかっていません。" in client.get("/?near=14206").content.decode()
    assert "見本の冷蔵庫" in client.get("/?near=nonsense").content.decode()


def test_places_without_a_list_are_named_all_the_same(home: HomePage, client: Client) -> None:
    CaseFactory()
    html = client.get("/").content.decode()
    assert "見本の冷蔵庫" in html
    assert "すべての場所" not in html


def test_many_places_and_desks_take_few_queries(
    campaign: CampaignPage, case_index: CaseIndexPage, places: dict[str, Case], client: Client
) -> None:
    client.get("/?near=14101")
    with CaptureQueriesContext(connection) as few:
        client.get("/?near=14101")
    for number in range(20):
        CaseFactory(slug=f"more-{number}", area=places["鶴見区"].area)
        DeskFactory(slug=f"more-{number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/?near=14101")
    assert len(many) == len(few)


def test_there_is_one_home_page(home: HomePage) -> None:
    assert not HomePage.can_create_at(home.get_parent())
    assert not HomePage.can_create_at(home)


def test_a_phone_number_with_a_hash_can_be_dialled(home: HomePage, client: Client) -> None:
    DeskFactory(phone="#9999", phone_alternative="0120-000-111")
    html = client.get("/").content.decode()
    assert 'href="tel:%239999"' in html


@pytest.mark.parametrize(
    "language", [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
)
def test_every_language_has_its_place_in_the_addresses(
    language: str, campaign: CampaignPage, client: Client
) -> None:
    response = client.get(f"/{language}/")
    assert response.status_code == 200
    assert response.context["LANGUAGE_CODE"] == language


def test_a_translated_home_page_is_at_its_address(campaign: CampaignPage, client: Client) -> None:
    english = campaign.get_parent().specific.copy_for_translation(locale("en"))
    english.title, english.introduction = "A network of loose ties", "<p>Drop in.</p>"
    english.save_revision().publish()
    assert english.get_url() == "/en/"
    assert "Drop in." in client.get("/en/").content.decode()
    assert "Drop in." not in client.get("/").content.decode()


def test_japanese_has_no_prefix(campaign: CampaignPage, client: Client) -> None:
    assert client.get("/", headers={"Accept-Language": "en"}).context["LANGUAGE_CODE"] == "ja"


def test_a_page_of_text_stands_below_a_campaign(campaign: CampaignPage, client: Client) -> None:
    page = campaign.add_child(
        instance=StandardPage(title="行き方", slug="map", locale=campaign.locale, lead="駅から5分です。")
    )
    html = client.get(page.get_url()).content.decode()
    assert "駅から5分です。" in html


def test_no_campaign_stands_below_a_campaign(campaign: CampaignPage) -> None:
    assert not CampaignPage.can_create_at(campaign)
