"""Prints in the languages of the campaign's published translations."""

import pytest
from django.test import Client

from campaigns.kits.views.pictures import DIGEST
from campaigns.links.models import ShortLink
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish
from tests.factories import locale
from tests.kits.answers import sent
from tests.kits.paper import text_of

PAGE, POSTER = "/kit/takasaki/", "/kit/takasaki/poster-a4-office.pdf"


@pytest.fixture
def english(campaign: CampaignPage, publish: Publish) -> Edition:
    """The edition of the campaign's English translation."""
    code = locale("en")
    campaign.get_parent().specific.copy_for_translation(code)
    page = campaign.copy_for_translation(code)
    page.title = "Sample campaign"
    edition = publish(page).edition
    assert edition is not None
    return edition


def test_it_works(english: Edition, member_client: Client) -> None:
    page = member_client.get(f"{PAGE}?language=en")
    assert page.context["kit"].edition == english
    assert page.context["languages"] == [("ja", "日本語"), ("en", "English")]
    html = page.content.decode()
    assert '<option value="en" selected>' in html
    assert f'href="{POSTER.replace("a4", "a3")}?language=en"' in html


def test_file_and_picture_are_that_editions(english: Edition, member_client: Client) -> None:
    text = text_of(sent(member_client.get(f"{POSTER}?language=en")))
    assert "Tel.045-000-0100" in text
    assert ShortLink.objects.get(campaign=english.campaign).code in text
    picture = POSTER.replace(".pdf", "-1-480.png")
    shown = [member_client.get(f"{picture}{query}")[DIGEST] for query in ("", "?language=ja", "?language=en")]
    assert shown[0] == shown[1] != shown[2]


def test_with_one_language_nothing_is_asked(campaign: CampaignPage, member_client: Client) -> None:
    page = member_client.get(PAGE)
    assert page.context["languages"] == []
    assert 'name="language"' not in page.content.decode()


def test_a_translation_that_nobody_may_see_is_not_offered(english: Edition, member_client: Client) -> None:
    english.campaign.unpublish()
    assert member_client.get(PAGE).context["languages"] == []


def test_a_language_without_prints_leads_to_the_usual_kit(
    campaign: CampaignPage, member_client: Client
) -> None:
    answer = member_client.get(f"{PAGE}?language=ne&message=あ", follow=True)
    assert answer.redirect_chain == [(f"{PAGE}?message=%E3%81%82", 302)]
    assert "その言語の印刷物はありません" in answer.content.decode()
