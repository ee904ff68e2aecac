"""Readings by place and month of Tokyo, and nothing that points to a person."""

import csv
import re
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.links.models import Placement, ScanCount, ShortLink
from campaigns.links.results.few import FEW, WITHHELD, Reading, told, total
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, OrganisationFactory
from tests.links.factories import displayed, placement_of, taken_down

PAGE = "/my/takasaki/results/"


@pytest.fixture
def placement(edition: Edition, organisation: Organisation) -> Placement:
    return displayed(organisation, place="店の入口", has_own_code=True)


@pytest.fixture
def code(placement: Placement, edition: Edition, organisation: Organisation) -> ShortLink:
    return ShortLink.objects.issued(edition, organisation, placement=placement)


@pytest.fixture(autouse=True)
def over(campaign: CampaignPage) -> None:
    """The campaign is over, so that the months on the page are those of its readings."""
    CampaignPage.objects.filter(pk=campaign.pk).update(ends=date(2020, 12, 31))


def read(link: ShortLink, day: str, count: int) -> None:
    ScanCount.objects.create(link=link, day=date.fromisoformat(day), count=count)


def table(client: Client, query: str = "") -> dict[str, list[str]]:
    """The rows of the table by their heading, and its head."""
    page = client.get(PAGE + query).content.decode()
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    cells = [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]
    return {row[0]: row[1:] for row in cells}


def test_it_works(code: ShortLink, link: ShortLink, member_client: Client) -> None:
    read(code, "2026-05-31", 5)
    read(code, "2026-06-01", 7)
    read(code, "2026-06-30", 6)
    read(link, "2026-08-15", 9)
    rows = table(member_client)
    assert rows["場所"] == ["合計", "100枚あたり", "2026年5月", "2026年6月", "2026年7月", "2026年8月"]
    assert rows["店の入口ポスター"] == ["18", "1800.0", "5", "13", "0", "0"]
    assert rows["そのほかの印刷物共通のコード"] == ["9", "–", "0", "0", "0", "9"]


def test_a_month_begins_at_midnight_in_tokyo(
    code: ShortLink, member_client: Client, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moment in (datetime(2026, 5, 31, 14, 59, tzinfo=UTC), datetime(2026, 5, 31, 15, 0, tzinfo=UTC)):
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda moment=moment: moment)
            for _reading in range(5):
                client.get(f"/q/{code.code}")
    assert table(member_client)["店の入口ポスター"] == ["10", "1000.0", "5", "5"]


def test_an_audiences_code_counts_for_its_place(
    code: ShortLink, placement: Placement, edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    read(code, "2026-05-31", 5)
    read(ShortLink.objects.issued(edition, organisation, "work", placement), "2026-05-01", 6)
    assert table(member_client)["店の入口ポスター"] == ["11", "1100.0", "11"]


@pytest.mark.parametrize(("count", "words"), [(0, "0"), (1, "少数"), (4, "少数"), (5, "5")])
def test_few_readings_are_not_told_apart(count: int, words: str) -> None:
    assert told(count).words == words


def test_few_readings_cannot_be_found_by_subtraction(code: ShortLink, member_client: Client) -> None:
    read(code, "2026-05-01", 8)
    read(code, "2026-06-01", 3)
    assert table(member_client)["店の入口ポスター"] == ["8以上", "800.0以上", "8", "少数"]
    for answer in (member_client.get(PAGE), member_client.get(f"{PAGE}results.csv")):
        assert "11" not in re.sub(r'\d+="[^"]*"|[\w-]+="[^"]*"', "", answer.content.decode("utf-8-sig"))


def test_the_chart_tells_no_more_than_the_table(code: ShortLink, member_client: Client) -> None:
    charts = []
    for count in (1, 4):
        ScanCount.objects.all().delete()
        read(code, "2026-05-01", 20)
        read(code, "2026-06-01", count)
        charts.append(str(member_client.get(PAGE).context["charts"]))
    assert charts[0] == charts[1]


def test_the_chart_has_a_bar_for_each_month_and_says_what_it_shows(
    code: ShortLink, member_client: Client
) -> None:
    read(code, "2026-05-01", 20)
    read(code, "2026-06-01", 10)
    chart = str({row.label: chart for row, chart in member_client.get(PAGE).context["charts"]}["店の入口"])
    heights = [float(height) for height in re.findall(r'<rect[^>]* height="([\d.]+)"', chart)]
    assert heights == [72.0, 36.0]
    assert "棒グラフ：店の入口の月ごとの読み取り数、合計30。" in chart
    assert 'role="img"' in chart


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], "0"), ([told(0), FEW], "少数"), ([told(7), FEW], "7以上"), ([WITHHELD, told(0)], "非表示")],
)
def test_a_total_says_what_it_leaves_out(parts: list[Reading], words: str) -> None:
    assert total(parts).words == words


def test_while_the_campaign_runs_the_last_month_is_this_one(
    code: ShortLink, campaign: CampaignPage, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    CampaignPage.objects.filter(pk=campaign.pk).update(ends=date(2099, 3, 31))
    read(code, "2026-05-01", 20)
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 7, 3))
    assert table(member_client)["場所"] == ["合計", "100枚あたり", "2026年5月", "2026年6月", "2026年7月"]


def test_nothing_of_another_organisation_is_counted(
    code: ShortLink, edition: Edition, member_client: Client
) -> None:
    read(code, "2026-05-01", 5)
    other = OrganisationFactory()
    read(ShortLink.objects.issued(edition, other), "2026-05-01", 500)
    theirs = placement_of(other, place="よその廊下", has_own_code=True)
    read(ShortLink.objects.issued(edition, other, placement=theirs), "2026-05-01", 500)
    rows = table(member_client)
    assert rows["そのほかの印刷物共通のコード"] == ["0", "–", "0"]
    assert not any("よそ" in row for row in rows)


def test_prints_that_never_hung_have_no_rate(
    code: ShortLink, placement: Placement, member_client: Client
) -> None:
    read(code, "2026-05-01", 30)
    Placement.objects.update(count=200)
    assert table(member_client)["店の入口ポスター"] == ["30", "15.0", "30"]
    Placement.objects.update(status="removed")
    assert table(member_client)["店の入口ポスター"] == ["30", "15.0", "30"]
    Placement.objects.update(status="pledged", displayed_on=None)
    assert table(member_client)["店の入口ポスター"] == ["30", "30"]


def test_few_readings_stay_few_per_hundred_prints(code: ShortLink, member_client: Client) -> None:
    read(code, "2026-05-01", 3)
    assert table(member_client)["店の入口ポスター"] == ["少数", "少数", "少数"]


def test_a_place_that_was_deleted_is_not_taken_for_the_common_code(
    code: ShortLink, link: ShortLink, placement: Placement, member_client: Client
) -> None:
    read(code, "2026-05-01", 5)
    read(link, "2026-05-01", 6)
    taken_down()
    placement.refresh_from_db()
    placement.delete()
    rows = table(member_client)
    assert rows["そのほかの印刷物共通のコード"] == ["6", "6"]
    assert rows["削除された掲示場所"] == ["5", "5"]


def test_it_says_what_a_reading_is(code: ShortLink, member_client: Client, settings: Any) -> None:
    page = member_client.get(PAGE).content.decode()
    assert "人数ではありません" in page
    assert "時刻は、キャンペーン全体の数としてだけ残します" in page
    assert "職員は数えません" in page
    # On another host nobody is known to be staff.
    settings.LINK_URL = "https://q.example.jp"
    page = member_client.get(PAGE).content.decode()
    assert "職員は数えません" not in page
    assert "職員の読み取りも数えます" in page


def test_without_a_code_or_a_reading_it_says_what_to_do(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, edition: Edition
) -> None:
    assert 'href="/kit/takasaki/"' in member_client.get(PAGE).content.decode()
    ShortLink.objects.issued(edition, organisation)
    assert "読み取りは、まだありません" in member_client.get(PAGE).content.decode()


def test_one_of_several_campaigns_is_chosen(
    code: ShortLink,
    campaign: CampaignPage,
    organisation: Organisation,
    publish: Publish,
    member_client: Client,
) -> None:
    read(code, "2026-05-01", 5)
    newer = publish(CampaignPageFactory(starts=date(2021, 1, 1), title="次のキャンペーン"))
    read(ShortLink.objects.issued(newer.edition, organisation), "2026-05-01", 6)
    assert member_client.get(PAGE).context["campaign"] == newer
    assert "店の入口ポスター" in table(member_client, f"?campaign={campaign.pk}")
    assert f"?campaign={campaign.pk}" in member_client.get(PAGE).content.decode()


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}results.csv"])
@pytest.mark.parametrize("key", ["0", "x", "9" * 30])
def test_a_campaign_without_ones_codes_is_not_there(
    key: str, address: str, code: ShortLink, member_client: Client
) -> None:
    assert member_client.get(address, {"campaign": key}).status_code == 404


def test_the_table_for_spreadsheets(code: ShortLink, placement: Placement, member_client: Client) -> None:
    Placement.objects.update(place="=1+1")
    read(code, "2026-05-01", 8)
    read(code, "2026-06-01", 3)
    answer = member_client.get(f"{PAGE}results.csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["場所", "印刷物", "2026-05", "2026-06", "合計", "枚数", "100枚あたり"]
    assert rows[1] == ["'=1+1", "ポスター", "8", "少数", "8以上", "1", "800.0以上"]


def test_it_asks_the_database_little(
    code: ShortLink, edition: Edition, organisation: Organisation, member_client: Client,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    for number in range(20):
        place = placement_of(organisation, place=f"場所{number}")
        read(
            ShortLink.objects.issued(edition, organisation, placement=place), f"2026-0{number % 9 + 1}-01", 9
        )
    with django_assert_max_num_queries(12):
        assert len(table(member_client)) == 23
