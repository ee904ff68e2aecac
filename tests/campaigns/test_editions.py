"""Freezing words into numbered editions, also when two publish at the same moment."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from campaigns.artwork import content_of
from campaigns.editions import EditionManager
from campaigns.models import CampaignPage, Edition
from print_templates.content import Content


@pytest.fixture
def words(campaign: CampaignPage) -> Content:
    """Words that differ from what is published."""
    return replace(content_of(campaign, "testserver"), phrase="あつまろう かながわ")


def test_it_works(campaign: CampaignPage, words: Content) -> None:
    edition = Edition.objects.freeze(campaign, words, b"lettering")
    assert edition.number == 2
    today = timezone.localdate().isoformat()
    assert Edition.objects.get(pk=edition.pk).content == replace(words, edition=2, published=today)


def test_the_same_words_are_the_same_edition(campaign: CampaignPage, words: Content) -> None:
    first = Edition.objects.freeze(campaign, words)
    assert Edition.objects.freeze(campaign, words) == first
    assert campaign.editions.count() == 2


def test_going_back_to_earlier_words_is_a_new_edition(campaign: CampaignPage, words: Content) -> None:
    before = content_of(campaign, "testserver")
    Edition.objects.freeze(campaign, words)
    assert Edition.objects.freeze(campaign, before).number == 3


@pytest.mark.parametrize(
    "change",
    [
        {"theme": "rounds"}, {"sub_copy": "ひとこと"}, {"lead": "別の文。"}, {"ends": "2099-01-01"},
        {"site_host": "elsewhere.example.jp"}, {"places": ()}, {"desks": ()}, {"chart": None}, {"small_things": ()},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_whatever_prints_makes_an_edition(campaign: CampaignPage, change: dict[str, Any]) -> None:
    words = replace(content_of(campaign, "testserver"), **change)
    assert Edition.objects.freeze(campaign, words).number == 2


def interfere(monkeypatch: pytest.MonkeyPatch, campaign: CampaignPage, theirs: Content) -> list[Edition]:
    """Somebody else publishes `theirs` between our look at the newest edition and our insert."""
    says = Edition.says
    others: list[Edition] = []

    def says_late(self: Edition, words: Content) -> bool:
        answer = says(self, words)
        if not others:
            frozen = {**theirs.as_json(), "edition": self.number + 1}
            others.append(Edition.objects.create(campaign=campaign, number=self.number + 1, words=frozen))
        return answer

    monkeypatch.setattr(Edition, "says", says_late)
    return others


def test_the_same_words_published_twice_at_once_are_one_edition(
    campaign: CampaignPage, words: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = interfere(monkeypatch, campaign, words)
    assert [Edition.objects.freeze(campaign, words)] == others
    assert [edition.number for edition in campaign.editions.all()] == [2, 1]


def test_different_words_published_at_once_are_two_editions(
    campaign: CampaignPage, words: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    interfere(monkeypatch, campaign, replace(words, theme="ripples"))
    mine = Edition.objects.freeze(campaign, words)
    assert (mine.number, mine.content.theme) == (3, "coast")
    assert [edition.content.theme for edition in campaign.editions.all()] == ["coast", "ripples", "coast"]


def test_losing_every_race_is_said(
    campaign: CampaignPage, words: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    def always_late(self: EditionManager, **fields: Any) -> Edition:
        raise IntegrityError

    monkeypatch.setattr(EditionManager, "create", always_late)
    with pytest.raises(IntegrityError, match="same moment"):
        Edition.objects.freeze(campaign, words)


def test_the_style_key_changes_with_the_look_alone(campaign: CampaignPage, words: Content) -> None:
    edition = Edition.objects.freeze(campaign, words, b"lettering")
    key = edition.style_key
    edition.lettering = b"other letters"
    assert edition.style_key != key
