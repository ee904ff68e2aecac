"""Audience versions and readings in the editor, and what an edition freezes of them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from campaigns.models import CampaignPage, Edition
from campaigns.versions import AudienceVersion, KeyWord, has_kanji
from home.models import StandardPage
from print_templates.content import Audience, Reading
from print_templates.variants import version
from tests.campaigns.editor import edit_url, form_data
from tests.conftest import Publish

Send = Callable[..., HttpResponse]


@pytest.fixture
def send(
    campaign: CampaignPage, staff_client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> Send:
    """Publish with the form of a campaign that has one version and one word, with changes."""
    campaign.audience_versions.add(
        AudienceVersion(key="work", label="職場", sub_copy="おつかれさま、のひとこと。")
    )
    campaign.audience_versions.add(AudienceVersion(key="youth", label="若者"))
    campaign.key_words.add(KeyWord(word="居場所", reading="いばしょ"))
    campaign.key_words.add(KeyWord(word="地域", reading="ちいき"))
    campaign.save()

    def sent(**changes: Any) -> HttpResponse:
        changes = {
            name.replace("versions", "audience_versions").replace("words", "key_words"): value
            for name, value in changes.items()
        }
        data = form_data(CampaignPage.objects.get(pk=campaign.pk), **changes, **{"action-publish": "1"})
        with django_capture_on_commit_callbacks(execute=True):
            return staff_client.post(edit_url(campaign), data)

    return sent


def newest(campaign: CampaignPage) -> Edition:
    return Edition.objects.filter(campaign=campaign).first()


def test_it_works(campaign: CampaignPage, send: Send) -> None:
    assert send().status_code == 302
    content = newest(campaign).content
    assert content.audiences == (
        Audience("work", "職場", "おつかれさま、のひとこと。"),
        Audience("youth", "若者"),
    )
    assert content.readings == (Reading("居場所", "いばしょ"), Reading("地域", "ちいき"))


def test_the_form_says_what_is_what(campaign: CampaignPage, send: Send, staff_client: Client) -> None:
    html = staff_client.get(edit_url(campaign)).content.decode()
    assert all(label in html for label in ("対象者別の種類", "ことばとふりがな", "種類の名前"))


@pytest.mark.parametrize(
    "change", [
        {"versions-0-sub_copy": "休けい室で、ひとこと。"}, {"versions-1-lead": "放課後に寄れる場所。"},
        {"words-0-reading": "イバショ"}, {"words-1-DELETE": "1"}, {"versions-0-DELETE": "1"},
    ],
)  # fmt: skip
def test_other_words_make_another_edition(change: dict[str, str], campaign: CampaignPage, send: Send) -> None:
    send()
    before = newest(campaign).number
    assert send(**change).status_code == 302
    assert newest(campaign).number == before + 1


def test_another_page_makes_no_other_edition(campaign: CampaignPage, send: Send) -> None:
    """Where a code leads is no word on paper."""
    send()
    before = newest(campaign).number
    page = campaign.add_child(instance=StandardPage(title="職場", slug="work", locale=campaign.locale))
    assert send(**{"versions-0-page": page.pk}).status_code == 302
    assert newest(campaign).number == before
    assert AudienceVersion.objects.get(key="work").page.specific == page


@pytest.mark.parametrize(
    "key",
    ["standard", "vertical", "furigana", "press", "home-office", "Work", "職場", "a--b", "-a", "a" * 21, ""],
)
def test_a_name_that_files_cannot_have_is_refused(key: str, campaign: CampaignPage, send: Send) -> None:
    assert refused(send(**{"versions-1-key": key}), "audience_versions", 1) == ["key"]


def test_a_name_that_another_version_has_is_refused(campaign: CampaignPage, send: Send) -> None:
    assert refused(send(**{"versions-1-key": "work"}), "audience_versions", 1) == ["key"]


def test_versions_may_exchange_their_names(campaign: CampaignPage, send: Send) -> None:
    assert send(**{"versions-0-key": "youth", "versions-1-key": "work"}).status_code == 302
    assert [each.key for each in newest(campaign).content.audiences] == ["youth", "work"]


def test_a_sub_copy_of_three_lines_is_refused(campaign: CampaignPage, send: Send) -> None:
    assert refused(send(**{"versions-0-sub_copy": "一\n二\n三"}), "audience_versions", 0) == ["sub_copy"]


@pytest.mark.parametrize("reading", ["居ばしょ", "ibasho", "", "い\u200bばしょ"])
def test_a_reading_that_must_be_read_itself_is_refused(
    reading: str, campaign: CampaignPage, send: Send
) -> None:
    assert refused(send(**{"words-0-reading": reading}), "key_words", 0) == ["reading"]


def test_a_word_is_there_once(campaign: CampaignPage, send: Send) -> None:
    assert refused(send(**{"words-1-word": "居場所"}), "key_words", 1) == ["word"]


def test_a_word_that_is_removed_may_be_entered_again(campaign: CampaignPage, send: Send) -> None:
    assert send(**{"words-0-DELETE": "1", "words-1-word": "居場所"}).status_code == 302


def refused(response: HttpResponse, rows: str, number: int) -> list[str]:
    """The form comes back and nothing was published; the fields of the row that say why."""
    assert response.status_code == 200
    assert Edition.objects.count() == 1
    return list(response.context["form"].formsets[rows].forms[number].errors)


def test_a_version_keeps_the_campaigns_words_where_it_has_none(
    campaign: CampaignPage, publish: Publish
) -> None:
    campaign.audience_versions.add(AudienceVersion(key="work", label="職場", lead="昼休みに、ひとこと。"))
    content = publish(campaign).edition.content
    words = version(content, "work")
    assert (words.sub_copy, words.lead) == (content.sub_copy, "昼休みに、ひとこと。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支え合おう", True),
        ("𠮷野", True),
        ("﨑", True),
        ("人々", True),
        ("つながろう カナ", False),
        ("A1", False),
    ],
)
def test_kanji_are_told_from_kana(text: str, expected: bool) -> None:
    assert has_kanji(text) is expected
