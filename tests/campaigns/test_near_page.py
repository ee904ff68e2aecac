"""A campaign's page that somebody came to through a poster opens with what is near it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.models import CampaignPage
from cms.demo import load_areas
from home.models import HomePage
from tests.factories import CaseFactory, locale
from tests.links.happenings import public_campaign

#: Cases in the campaign's own order: name and municipality.
CASES = (("箱根", "14382"), ("川崎", "14131"), ("小田原", "14206"), ("鶴見", "14101"), ("港北", "14109"))


def case(name: str, code: str, **fields: Any) -> Case:
    made: Case = CaseFactory(slug=f"case-{name}", name=name, area=Area.objects.get(code=code), **fields)
    return made


@pytest.fixture
def page(home: HomePage) -> CampaignPage:
    load_areas()
    page = public_campaign(home)
    Case.objects.all().delete()
    page.cases.set([case(name, code, sort_order=order) for order, (name, code) in enumerate(CASES)])
    page.save()
    return page


def names(cases: list[Case]) -> list[str]:
    return [each.name for each in cases]


def test_it_works(page: CampaignPage, client: Client) -> None:
    response = client.get(f"{page.get_url()}?near=14101")
    html = response.content.decode()
    assert response.status_code == 200
    assert "このポスターの近く" in html
    assert "横浜市鶴見区" in html
    assert names(response.context["near"].cases) == ["鶴見", "川崎", "港北"]
    assert names(response.context["cases"]) == ["箱根", "小田原"]
    assert '<option value="14101" selected>' in html
    places = [
        'id="near"',
        ">鶴見<",
        ">川崎<",
        ">港北<",
        "ほかの町で探す",
        'id="talk"',
        "0120-000-000",
        'id="places"',
        ">箱根<",
    ]
    assert sorted(places, key=html.index) == places


def test_a_city_is_near_its_wards(page: CampaignPage, client: Client) -> None:
    assert names(client.get(f"{page.get_url()}?near=14100").context["near"].cases) == ["鶴見", "港北", "川崎"]


def test_at_most_six_are_near(page: CampaignPage, client: Client) -> None:
    for number in range(8):
        case(f"鶴見{number}", "14101", sort_order=9)
    near = client.get(f"{page.get_url()}?near=14101").context["near"]
    assert names(near.cases) == ["鶴見", *(f"鶴見{number}" for number in range(5))]


def test_with_nothing_near_it_says_so_and_shows_what_there_is(page: CampaignPage, client: Client) -> None:
    page.cases.set(Case.objects.filter(name="箱根"))
    page.save()
    Case.objects.exclude(name="箱根").delete()
    response = client.get(f"{page.get_url()}?near=14101")
    html = response.content.decode()
    assert response.context["near"].cases == []
    assert "まだご案内できる場所がありません。" in html
    assert "ほかの町の場所は、下にあります。" in html
    assert ">箱根<" in html


def test_without_any_place_it_promises_none(page: CampaignPage, client: Client) -> None:
    page.cases.set([])
    page.save()
    Case.objects.all().delete()
    html = client.get(f"{page.get_url()}?near=14101").content.decode()
    assert "まだご案内できる場所がありません。" in html
    assert "下にあります" not in html
    assert 'href="#places"' not in html


@pytest.mark.parametrize(
    "query", ["", "near=", "near=99999", "near=14101x", "near=14101%00", "near=%EF%BC%91%EF%BC%94101", "near=" + "1" * 5000,
              "near=1e5", "near[]=14101", "near='--", "area=14101"]
)  # fmt: skip
def test_what_names_no_municipality_is_ignored(query: str, page: CampaignPage, client: Client) -> None:
    plain = client.get(page.get_url())
    response = client.get(f"{page.get_url()}?{query}")
    assert response.status_code == 200
    assert response.context["near"] is None
    # Above it stands the switch for readings, which keeps what an address has.
    assert response.content.partition(b"<main")[2] == plain.content.partition(b"<main")[2]
    assert "このポスターの近く" not in response.content.decode()
    assert names(response.context["cases"]) == [name for name, _code in CASES]


def test_the_page_is_known_by_one_address(page: CampaignPage, client: Client) -> None:
    link = f'<link rel="canonical" href="http://testserver{page.get_url()}">'
    for query in ("", "?near=14101", "?near=99999&fbclid=x"):
        assert link in client.get(page.get_url() + query).content.decode()


def test_it_is_the_same_for_everyone_with_that_address(
    page: CampaignPage, client: Client, staff_client: Client
) -> None:
    path = f"{page.get_url()}?near=14101"
    phone = client.get(path, headers={"Accept-Language": "ko", "User-Agent": "Phone"})
    assert phone.content == staff_client.get(path).content
    assert not phone.cookies
    assert "Cookie" not in phone.get("Vary", "")
    assert "no-store" not in phone.get("Cache-Control", "")


def test_the_town_can_be_changed_or_dropped_without_a_script(page: CampaignPage, client: Client) -> None:
    html = client.get(f"{page.get_url()}?near=14101").content.decode()
    assert f'<form class="by-area" method="get" action="{page.get_url()}">' in html
    assert f'<a href="{page.get_url()}">町を選ばずに見る</a>' in html
    assert html.count("<option") == Area.objects.count()


def test_however_many_places_there_are_it_asks_the_same(
    page: CampaignPage, client: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    client.get(f"{page.get_url()}?near=14101")
    with CaptureQueriesContext(connection) as without:
        client.get(page.get_url())
    with CaptureQueriesContext(connection) as few:
        client.get(f"{page.get_url()}?near=14101")
    assert len(few) - len(without) <= 5
    for number in range(60):
        case(f"多い{number}", CASES[number % 5][1])
    with django_assert_num_queries(len(few)):
        client.get(f"{page.get_url()}?near=14101")


def translated(page: CampaignPage, language: str) -> CampaignPage:
    copy = page.copy_for_translation(locale(language), copy_parents=True)
    CampaignPage.objects.filter(pk=copy.pk).update(live=True)
    return CampaignPage.objects.get(pk=copy.pk)


def test_places_that_are_not_translated_are_shown_as_they_are(page: CampaignPage, client: Client) -> None:
    english = translated(page, "en")
    tsurumi = Case.objects.get(name="鶴見")
    twin = tsurumi.copy_for_translation(locale("en"))
    twin.name = "Tsurumi"
    twin.save()
    response = client.get(f"{english.get_url()}?near=14101")
    assert names(response.context["near"].cases) == ["Tsurumi", "川崎", "港北"]
    assert "鶴見" not in names(response.context["cases"])


def test_languages_are_offered_in_their_own_words_and_keep_the_town(
    page: CampaignPage, client: Client
) -> None:
    english, chinese = translated(page, "en"), translated(page, "zh-hant")
    html = client.get(f"{page.get_url()}?near=14101").content.decode()
    assert '<b aria-current="true" lang="ja">日本語</b>' in html
    assert (
        f'<a href="{english.get_url()}?near=14101" lang="en" hreflang="en" data-keeps-address>English</a>'
        in html
    )
    assert (
        f'<a href="{chinese.get_url()}?near=14101" lang="zh-hant" hreflang="zh-hant" data-keeps-address>繁體中文</a>'
        in html
    )
    plain = client.get(english.get_url()).content.decode()
    assert f'<a href="{page.get_url()}" lang="ja" hreflang="ja">日本語</a>' in plain
    assert '<b aria-current="true" lang="en">English</b>' in plain


def test_what_a_town_adds_is_small(page: CampaignPage, client: Client) -> None:
    """The same places in another order, and all towns to choose from."""
    plain, near = (client.get(page.get_url() + query).content for query in ("", "?near=14101"))
    assert len(near) - len(plain) <= 5_000
