"""The page of an organisation's placements, and its table for spreadsheets."""

import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.links.models import Placement, ShortLink
from campaigns.links.placements.listing import FEW
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish
from tests.factories import AreaFactory, CampaignPageFactory, OrganisationFactory
from tests.kits.test_publishing import draft
from tests.links.factories import displayed, placement_of

PAGE = "/my/takasaki/placements/"


def html(client: Client, query: str = "") -> str:
    answer = client.get(PAGE + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_works(campaign: CampaignPage, organisation: Organisation, member_client: Client) -> None:
    placement_of(organisation, place="店の入口")
    displayed(organisation, place="公民館の廊下")
    answer = member_client.get(PAGE)
    sections = answer.context["listing"].sections
    assert [(section.title, len(section.entries)) for section in sections] == [
        ("掲示中", 1),
        ("これから掲示", 1),
    ]
    assert "店の入口" in answer.content.decode()


def test_without_any_it_says_what_it_is_good_for(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    page = html(member_client)
    assert "掲示場所は、まだ登録されていません" in page
    assert f'href="{PAGE}add/"' in page


def test_without_a_campaign_it_says_so(organisation: Organisation, member_client: Client) -> None:
    page = html(member_client)
    assert "キャンペーンがまだありません" in page
    assert f'href="{PAGE}add/"' not in page


def test_nothing_of_another_organisation_is_on_it(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    displayed(OrganisationFactory(), place="よその廊下")
    assert "よその廊下" not in html(member_client)
    assert "よその廊下" not in member_client.get(f"{PAGE}placements.csv").content.decode()


def test_earlier_campaigns_are_folded(
    campaign: CampaignPage, organisation: Organisation, publish: Publish, member_client: Client
) -> None:
    displayed(organisation, place="去年の廊下", has_own_code=True)
    publish(CampaignPageFactory(starts=date(2021, 1, 1), title="次のキャンペーン"))
    page = html(member_client)
    folded = page[page.index("<details>") :]
    assert "見本キャンペーン：1か所" in folded
    assert "去年の廊下" in folded
    assert "/kit/takasaki/?placement=" not in folded, "its prints are those of the current campaign"


def test_a_place_with_a_code_of_its_own_leads_to_its_prints(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    own = placement_of(organisation, has_own_code=True)
    placement_of(organisation)
    page = html(member_client)
    assert page.count('href="/kit/takasaki/?placement=') == 1
    code = ShortLink.objects.issued(campaign.edition, organisation, placement=own)
    assert code.address in html(member_client)


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "期限が過ぎています"), (0, "まもなく期限"), (14, "まもなく期限"), (15, None)]
)
def test_it_says_when_the_end_is_near_or_past(
    days: int, said: str | None, campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    displayed(organisation, until=timezone.localdate() + timedelta(days=days))
    page = html(member_client)
    assert [words for words in ("期限が過ぎています", "まもなく期限") if words in page] == (
        [said] if said else []
    )


def test_it_says_when_a_newer_edition_replaces_what_hangs(
    campaign: CampaignPage, organisation: Organisation, publish: Publish, member_client: Client
) -> None:
    placement = displayed(organisation)
    assert "/renewed/" not in html(member_client)
    publish(draft(campaign, theme="rounds"))
    page = html(member_client)
    assert "第2版があります" in page
    assert f"{PAGE}{placement.pk}/renewed/" in page


@pytest.fixture
def many(campaign: CampaignPage, organisation: Organisation) -> list[Placement]:
    elsewhere = AreaFactory(code="14133", name="中原区")
    found = [placement_of(organisation, place=f"場所{number}") for number in range(FEW + 1)]
    Placement.objects.filter(pk=found[0].pk).update(area=elsewhere, status="removed", material="fan")
    return found


@pytest.mark.parametrize(
    "query", ["?status=removed", "?material=fan", "?area={area}", "?status=removed&area={area}"]
)
def test_many_can_be_filtered(query: str, many: list[Placement], member_client: Client) -> None:
    area = Placement.objects.get(pk=many[0].pk).area_id
    shown = member_client.get(PAGE + query.format(area=area)).context["listing"]
    assert [entry.placement.pk for section in shown.sections for entry in section.entries] == [many[0].pk]
    assert shown.total == FEW + 1


def test_a_filter_that_fits_nothing_says_so(many: list[Placement], member_client: Client) -> None:
    assert "当てはまる掲示場所はありません" in html(member_client, "?status=displayed&area=nonsense")


def test_few_need_no_filter(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    for _number in range(FEW):
        placement_of(organisation)
    assert 'class="filter"' not in html(member_client)


def test_it_asks_the_database_little(
    many: list[Placement], organisation: Organisation, edition: Edition, member_client: Client,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    for placement in many:
        ShortLink.objects.issued(edition, organisation, placement=placement)
    displayed(organisation)
    with django_assert_max_num_queries(12):
        member_client.get(PAGE)


def test_the_table_has_every_placement(
    edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    placement = displayed(organisation, place="廊下", has_own_code=True, until=date(2027, 3, 31))
    code = ShortLink.objects.issued(edition, organisation, placement=placement)
    answer = member_client.get(f"{PAGE}placements.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert head[:3] == ["キャンペーン", "場所", "市区町村"]
    expected = [
        "見本キャンペーン",
        "廊下",
        "鶴見区",
        "ポスター",
        "1",
        "掲示中",
        "2027-03-31",
        "2026-01-10",
        "",
        "1",
    ]
    assert row == [*expected, code.address]


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
def test_nothing_in_the_table_is_a_formula(
    sign: str, campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    placement_of(organisation, place=f"{sign}HYPERLINK(1)")
    placement_of(organisation, place=f"　{sign}1")
    answer = member_client.get(f"{PAGE}placements.csv").content.decode("utf-8-sig")
    places = {row[1] for row in list(csv.reader(StringIO(answer)))[1:]}
    assert places == {f"'{sign}HYPERLINK(1)", f"'　{sign}1"}
