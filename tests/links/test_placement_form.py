"""Add a place, change it, delete a promise."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from campaigns.links.models import Placement, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.factories import AreaFactory
from tests.links.factories import displayed, placement_of

PAGE = "/my/takasaki/placements/"


@pytest.fixture
def typed(campaign: CampaignPage, organisation: Organisation) -> dict[str, Any]:
    return {
        "place": " 入口の　掲示板 ", "area": organisation.area_id, "material": "poster", "count": 2,
        "until": "2027-03-31", "has_own_code": "True",
    }  # fmt: skip


def test_it_works(typed: dict[str, Any], campaign: CampaignPage, member_client: Client) -> None:
    answer = member_client.post(f"{PAGE}add/", typed, follow=True)
    placement = Placement.objects.get()
    assert answer.redirect_chain == [(f"{PAGE}#place-{placement.pk}", 302)]
    assert "「入口の 掲示板」を登録しました" in answer.content.decode()
    assert (placement.place, placement.count, placement.until) == ("入口の 掲示板", 2, date(2027, 3, 31))
    assert placement.campaign == campaign
    assert placement.status == Placement.Status.PLEDGED
    assert placement.has_own_code is True


def test_it_begins_with_what_is_likely(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    AreaFactory(code="14133", name="中原区")
    page = member_client.get(f"{PAGE}add/").content.decode()
    assert f'value="{organisation.area_id}" selected' in page
    assert 'value="2099-03-31"' in page
    assert 'value="False" required id="id_has_own_code_0" checked' in page


def test_one_code_for_all(typed: dict[str, Any], member_client: Client) -> None:
    member_client.post(f"{PAGE}add/", {**typed, "has_own_code": "False"})
    assert Placement.objects.get().has_own_code is False


def test_another_follows(typed: dict[str, Any], member_client: Client) -> None:
    answer = member_client.post(f"{PAGE}add/", {**typed, "another": "1"})
    assert answer["Location"] == f"{PAGE}add/"
    assert Placement.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("place", "", "この項目は必須です"),
        ("place", "掲\u202e示", "見えない文字"),
        ("place", "あ" * 81, "80"),
        ("count", "0", "1"),
        ("count", "99999999999999999999", "99999"),
        ("until", "2019-12-31", "キャンペーンが始まる前"),
        ("until", "きょう", "日付"),
        ("area", "999999", "正しく選択"),
        ("material", "tank", "正しく選択"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    field: str, value: str, said: str, typed: dict[str, Any], member_client: Client
) -> None:
    answer = member_client.post(f"{PAGE}add/", {**typed, "place": "食堂の廊下", field: value})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert said in str(answer.context["form"].errors[field])
    page = answer.content.decode()
    assert "食堂の廊下" in page or field == "place"
    assert not Placement.objects.exists()


def test_without_a_campaign_there_is_nothing_to_add(
    organisation: Organisation, member_client: Client
) -> None:
    assert member_client.get(f"{PAGE}add/")["Location"] == PAGE


def test_what_is_typed_elsewhere_changes_no_other_organisation(
    typed: dict[str, Any], member_client: Client, organisation: Organisation
) -> None:
    member_client.post(f"{PAGE}add/", {**typed, "organisation": "1", "status": "removed", "campaign": "1"})
    placement = Placement.objects.get()
    assert (placement.organisation, placement.status) == (organisation, "pledged")


def test_it_is_changed(typed: dict[str, Any], organisation: Organisation, member_client: Client) -> None:
    placement = displayed(organisation)
    Placement.objects.filter(pk=placement.pk).update(reminded_of_end=placement.until)
    member_client.post(f"{PAGE}{placement.pk}/edit/", {**typed, "place": "廊下"})
    after = Placement.objects.get()
    assert (after.place, after.until, after.count) == ("廊下", date(2027, 3, 31), 2)
    assert (after.status, after.reminded_of_end) == ("displayed", placement.until)


def test_it_cannot_end_before_it_was_hung(
    typed: dict[str, Any], organisation: Organisation, member_client: Client
) -> None:
    placement = displayed(organisation)
    answer = member_client.post(f"{PAGE}{placement.pk}/edit/", {**typed, "until": "2026-01-09"})
    assert "掲示した日より前" in answer.content.decode()


def test_a_promise_is_deleted_after_a_question(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    placement = placement_of(organisation, place="廊下")
    assert "元に戻せません" in member_client.get(f"{PAGE}{placement.pk}/delete/").content.decode()
    assert Placement.objects.exists()
    answer = member_client.post(f"{PAGE}{placement.pk}/delete/", follow=True)
    assert "「廊下」を削除しました" in answer.content.decode()
    assert not Placement.objects.exists()


@pytest.mark.parametrize("has", ["code", "hung"])
def test_what_hung_or_has_a_code_stays(
    has: str, edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    if has == "code":
        placement = placement_of(organisation)
        ShortLink.objects.issued(edition, organisation, placement=placement)
    else:
        placement = displayed(organisation)
    assert f"{placement.pk}/delete/" not in member_client.get(PAGE).content.decode()
    for method in (member_client.get, member_client.post):
        answer = method(f"{PAGE}{placement.pk}/delete/", follow=True)
        assert "取り外した" in answer.content.decode()
    assert Placement.objects.get() == placement
