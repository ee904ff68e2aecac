"""A page that is not written in the language of an address is shown in one that stands in for it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.conftest import Publish
from tests.factories import DeskFactory, locale
from tests.languages.conftest import Translate

NOTE = "Trang này chưa có tiếng Việt."


def test_it_works(page: StandardPage, translate: Translate, client: Client) -> None:
    translate(page, "ja-x-easy", title="いきかた", lead="えきから 5分です。")
    response = client.get("/vi/map/")
    html = response.content.decode()
    assert response.status_code == 200
    assert '<html lang="vi">' in html
    assert NOTE in html
    assert "えきから 5分です。" in html
    assert '<h1 lang="ja-x-easy">' in html
    assert 'rel="canonical" href="http://testserver/ja-x-easy/map/"' in html
    assert "hreflang" not in html.split("</head>")[0]


def test_without_easy_japanese_it_is_shown_in_japanese(page: StandardPage, client: Client) -> None:
    html = client.get("/vi/map/").content.decode()
    assert "駅から5分です。" in html
    assert 'rel="canonical" href="http://testserver/map/"' in html


def test_a_translation_is_shown_as_soon_as_it_is_public(
    page: StandardPage, translate: Translate, client: Client
) -> None:
    page.get_parent().specific.copy_for_translation(locale("vi")).save_revision().publish()
    translation = translate(page, "vi", live=False, lead="Cách ga 5 phút.")
    assert NOTE in client.get("/vi/map/").content.decode()
    translation.get_latest_revision().publish()
    html = client.get("/vi/map/").content.decode()
    assert "Cách ga 5 phút." in html
    assert NOTE not in html


def test_a_translation_with_an_address_of_its_own_is_found_under_the_originals(
    page: StandardPage, translate: Translate, client: Client
) -> None:
    translate(page, "en", slug="way", lead="Five minutes on foot.")
    assert "Five minutes on foot." in client.get("/en/map/").content.decode()
    assert "Five minutes on foot." in client.get("/en/way/").content.decode()


def test_japanese_is_never_replaced_by_another_language(homes: dict[str, HomePage], client: Client) -> None:
    homes["en"].add_child(instance=StandardPage(title="Trains", slug="trains", locale=homes["en"].locale))
    assert client.get("/en/trains/").status_code == 200
    assert client.get("/trains/").status_code == 404


def test_what_is_nowhere_is_not_found(homes: dict[str, HomePage], client: Client) -> None:
    response = client.get("/th/nothing/")
    assert response.status_code == 404
    assert "ไม่พบหน้านี้" in response.content.decode()


def test_looking_elsewhere_costs_few_queries(
    page: StandardPage,
    translate: Translate,
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    translate(page, "ja-x-easy")
    client.get("/vi/map/")
    with django_assert_max_num_queries(21):
        client.get("/vi/map/")


def test_the_campaign_is_shown_in_the_best_language(
    homes: dict[str, HomePage], campaign: CampaignPage, publish: Publish, client: Client
) -> None:
    easy = campaign.copy_for_translation(locale("ja-x-easy"))
    publish(easy)
    assert client.get("/vi/").context["campaign"].pk == easy.pk
    assert client.get("/").context["campaign"].pk == campaign.pk


def test_desks_and_places_are_shown_in_the_best_language(
    homes: dict[str, HomePage], campaign: CampaignPage, client: Client
) -> None:
    desk, case = campaign.desks.get(), campaign.cases.get()
    for thing, code, name in ((desk, "ja-x-easy", "みほんの でんわ"), (case, "en", "A fridge")):
        made = thing.copy_for_translation(locale(code))
        made.name = name
        made.save()
    vietnamese = client.get(f"/vi/{campaign.slug}/").context
    assert [each.name for each in vietnamese["desks"]] == ["みほんの でんわ"]
    assert [each.name for each in vietnamese["cases"]] == ["見本の冷蔵庫"]
    english = client.get(f"/en/{campaign.slug}/").context
    assert [each.name for each in english["cases"]] == ["A fridge"]
    assert [each.name for each in english["desks"]] == ["みほんの でんわ"]
    japanese = client.get(f"/{campaign.slug}/").context
    assert [each.name for each in japanese["desks"]] == ["見本の電話"]


def test_each_desk_is_named_once(homes: dict[str, HomePage], client: Client) -> None:
    desk = DeskFactory(slug="line")
    made = desk.copy_for_translation(locale("ja-x-easy"))
    made.save()
    shown = client.get("/vi/").context["desks"]
    assert [each.desk.pk for each in shown if each.desk.translation_key == desk.translation_key] == [made.pk]


@pytest.mark.parametrize("path", ["/", "/en/", "/vi/"])
def test_an_answer_does_not_depend_on_the_browser(
    path: str, homes: dict[str, HomePage], client: Client
) -> None:
    response = client.get(path, headers={"Accept-Language": "ko"})
    assert response.status_code == 200
    assert "Accept-Language" not in response.headers.get("Vary", "")
    assert not response.cookies


def test_the_language_comes_from_the_address_alone(homes: dict[str, HomePage], client: Client) -> None:
    client.cookies["django_language"] = "ko"
    response = client.get("/", headers={"Accept-Language": "th"})
    assert response.headers["Content-Language"] == "ja"
    assert response.context["LANGUAGE_CODE"] == "ja"
