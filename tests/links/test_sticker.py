"""The sticker of a placement: who hung it, and until when."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from campaigns.links.models import Placement
from campaigns.links.placements.views import files
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.bounded import NotMade
from tests.kits.paper import text_of
from tests.links.factories import displayed


@pytest.fixture
def placement(edition: Edition, organisation: Organisation, clean_caches: None) -> Placement:
    return displayed(organisation, until=date(2027, 3, 31))


def page(placement: Placement) -> str:
    return f"/my/takasaki/placements/{placement.pk}/sticker.pdf"


def test_it_works(placement: Placement, member_client: Client) -> None:
    answer = member_client.get(page(placement))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="takasaki-sticker-2027-03-31.pdf"'
    text = text_of(answer.content)
    for words in (
        "掲示期限",
        "2027年3月31日まで",
        "髙﨑商店",
        "電話045-000-0100",
        "見本つながりネットワーク",
    ):
        assert text.count(words) == 8, words


def test_it_is_in_the_campaigns_language_whoever_asks(placement: Placement, member_client: Client) -> None:
    answer = member_client.get(f"/en{page(placement)}")
    assert "2027年3月31日まで" in text_of(answer.content)


def test_equal_words_are_laid_out_once(
    placement: Placement, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = member_client.get(page(placement)).content
    monkeypatch.setattr(files, "make_bounded", None)
    assert member_client.get(page(placement)).content == first


def test_without_an_end_date_one_is_asked_for(placement: Placement, member_client: Client) -> None:
    Placement.objects.update(until=None)
    answer = member_client.get(page(placement), follow=True)
    assert answer.redirect_chain == [(f"/my/takasaki/placements/{placement.pk}/edit/", 302)]
    assert "いつまで掲示するか" in answer.content.decode()


def test_what_cannot_be_made_is_said(
    placement: Placement, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_job: Any) -> None:
        raise NotMade("印刷できません。")

    monkeypatch.setattr(files, "make_bounded", fails)
    assert "印刷できません。" in member_client.get(page(placement), follow=True).content.decode()
