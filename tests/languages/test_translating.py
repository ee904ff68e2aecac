"""Staff translate side by side: words are offered, and what is the same everywhere follows the original."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from campaigns.artwork import content_of
from campaigns.current import current_campaign
from campaigns.kits.models import Plate
from campaigns.models import CampaignPage
from campaigns.versions import AudienceVersion
from home.models import StandardPage
from tests.factories import DeskFactory, locale
from tests.languages.conftest import Translate


def submit(thing: Any, code: str, known: dict[str, str]) -> tuple[TranslationSource, Any]:
    """Translate the known texts of a page or snippet and publish it."""
    source, _made = TranslationSource.update_or_create_from_instance(thing)
    Translation.objects.get_or_create(source=source, target_locale=locale(code))
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        if segment.string.data in known:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string, locale=locale(code), context=segment.context,
                defaults={"data": known[segment.string.data], "translation_type": "manual"},
            )  # fmt: skip
    made, _created = source.create_or_update_translation(locale(code), fallback=True, copy_parent_pages=True)
    return source, made


@pytest.fixture
def campaign(campaign: CampaignPage) -> CampaignPage:
    campaign.audience_versions.add(AudienceVersion(label="職場", key="work", sub_copy="おつかれさま"))
    campaign.save()
    return campaign


WORDS = {
    "見本キャンペーン": "Sample campaign",
    "ふらりと寄れる場所があります。": "There are places to drop in.",
    "つながろう かながわ": "Close by, Kanagawa",
    "あいさつ": "A greeting",
    "職場": "At work",
}


def test_it_works(campaign: CampaignPage, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        submit(campaign, "en", WORDS)
    english = CampaignPage.objects.get(locale__language_code="en")
    assert english.live
    assert english.title == "Sample campaign"
    assert english.get_url() == f"/en/{campaign.slug}/"
    assert english.chosen is not None
    assert english.chosen.text == "Close by, Kanagawa"
    assert english.chosen.locale.language_code == "en"
    assert [thing.title for thing in english.small_things.all()] == ["A greeting"]
    assert [(each.key, each.label) for each in english.audience_versions.all()] == [("work", "At work")]
    # The original keeps its own.
    assert CampaignPage.objects.get(pk=campaign.pk).chosen.text == "つながろう かながわ"


def test_publishing_it_makes_plates_in_its_language(
    printing_ahead: None, campaign: CampaignPage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        submit(campaign, "en", WORDS)
    edition = CampaignPage.objects.get(locale__language_code="en").edition
    assert edition is not None
    assert edition.content.language == "en"
    plates = Plate.objects.filter(edition=edition, language="en")
    assert plates.exists()
    assert plates.count() == Plate.objects.filter(edition=campaign.edition).count()


def test_paper_names_places_and_desks_in_its_own_language(campaign: CampaignPage) -> None:
    submit(campaign.desks.get(), "en", {"見本の電話": "A sample line"})
    _source, english = submit(campaign, "en", WORDS)
    words = content_of(CampaignPage.objects.get(pk=english.pk), "example.jp")
    assert [desk.name for desk in words.desks] == ["A sample line"]
    assert [place.name for place in words.places] == ["見本の冷蔵庫"]
    assert words.chart is not None
    assert [desk.name for desk in content_of(campaign, "example.jp").desks] == ["見本の電話"]


def test_numbers_follow_the_original(db: None) -> None:
    desk = DeskFactory(languages=["ja", "en"])
    submit(desk, "en", {"見本の電話": "A sample line"})
    desk.phone, desk.prints = "0120-000-999", False
    desk.save()
    source, english = submit(desk, "en", {})
    english.refresh_from_db()
    assert (english.name, english.phone, english.prints) == ("A sample line", "0120-000-999", False)
    assert english.languages == ["ja", "en"]
    offered = {segment.string.data for segment in StringSegment.objects.filter(source=source)}
    assert offered == {"見本の電話", "毎日 24時間"}


def test_the_editor_shows_both_side_by_side(
    campaign: CampaignPage, staff_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _source, english = submit(campaign, "en", WORDS)
    html = staff_client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    # The editor's data is JSON in an attribute.
    assert json.dumps("つながろう かながわ").strip('"') in html
    assert "Close by, Kanagawa" in html


def test_staff_can_send_a_page_for_translation(campaign: CampaignPage, staff_client: Client) -> None:
    locale("ja-x-easy")
    home = campaign.get_parent()
    address = reverse("wagtail_localize:submit_page_translation", args=[home.pk])
    answer = staff_client.post(address, {"locales": [locale("ja-x-easy").pk], "include_subtree": "on"})
    assert answer.status_code == 302
    assert Page.objects.filter(locale=locale("ja-x-easy"), translation_key=home.translation_key).exists()
    easy = Page.objects.get(locale=locale("ja-x-easy"), translation_key=campaign.translation_key)
    assert easy.slug == campaign.slug


def test_no_two_addresses_of_a_page_differ_but_in_their_language(
    page: Page, translate: Translate, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        submit(page, "en", {"行き方": "The way there"})
    english = Page.objects.get(locale__language_code="en", translation_key=page.translation_key)
    assert (english.title, english.slug) == ("The way there", "map")


def test_what_stands_in_place_of_a_translation_is_not_printed(
    page: Page, campaign: CampaignPage, django_capture_on_commit_callbacks: Any, client: Client
) -> None:
    """Sending a page below a campaign for translation puts an alias of the campaign above it."""
    below = campaign.add_child(instance=StandardPage(title="若者", slug="youth", locale=campaign.locale))
    with django_capture_on_commit_callbacks(execute=True):
        submit(below, "ko", {"若者": "청년"})
        campaign.save_revision().publish()
    alias = CampaignPage.objects.get(locale__language_code="ko")
    assert alias.alias_of_id == campaign.pk
    assert alias.live
    assert not alias.editions.exists()
    assert current_campaign("ko") == campaign
    assert "청년" in client.get(f"/ko/{campaign.slug}/youth/").content.decode()
    assert "일본어로 보여 드립니다" in client.get(f"/ko/{campaign.slug}/").content.decode()


def test_easy_japanese_stands_in_before_an_alias(
    page: StandardPage, translate: Translate, client: Client
) -> None:
    home = page.get_parent().specific
    home.copy_for_translation(locale("ko")).save_revision().publish()
    page.copy_for_translation(locale("ko"), alias=True)
    assert "駅から5分です。" in client.get("/ko/map/").content.decode()
    translate(page, "ja-x-easy", lead="えきから 5分です。")
    assert "えきから 5分です。" in client.get("/ko/map/").content.decode()
