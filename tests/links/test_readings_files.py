"""The tables of readings as CSV and Excel, read back."""

import csv
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests.links.readings import PAGE, lasting, small_world

TABLES = ("time", "material", "area", "kind", "edition", "audience", "organisation", "hours")


@pytest.fixture
def world(campaign: CampaignPage) -> CampaignPage:
    campaign = lasting(campaign, "2026-05-01", "2026-07-31")
    small_world(campaign)
    Organisation.objects.filter(name="見本商店").update(name="=SUM(A1:A9)")
    return campaign


def csv_of(client: Client, table: str) -> list[list[str]]:
    answer = client.get(f"{PAGE}{table}.csv?by=month")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def workbook_of(client: Client, table: str) -> dict[str, list[list[object]]]:
    answer = client.get(f"{PAGE}{table}.xlsx?by=month")
    assert f'-{table}.xlsx"' in answer["Content-Disposition"]
    book = load_workbook(BytesIO(answer.content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def test_a_table_as_csv(world: CampaignPage, staff_client: Client) -> None:
    assert csv_of(staff_client, "time") == [
        ["時期", "読み取り数"], ["2026年5月", "10"], ["2026年6月", "52"], ["2026年7月", "8"],
    ]  # fmt: skip
    assert csv_of(staff_client, "organisation")[1] == ["'=SUM(A1:A9)", "37"]


def test_a_table_as_a_workbook_with_numbers_as_numbers(world: CampaignPage, staff_client: Client) -> None:
    assert workbook_of(staff_client, "material") == {
        "印刷物別": [
            ["印刷物", "読み取り数", "掲示した枚数", "うち場所ごとのコード", "100枚あたり"],
            ["ポスター", 30, 4, 30, 750],
            ["チラシ", 25, 50, 25, 50],
            ["共通のコードの印刷物", 15, "–", "–", "–"],
        ]
    }


def test_a_name_is_no_formula_in_a_workbook(world: CampaignPage, staff_client: Client) -> None:
    book = load_workbook(BytesIO(staff_client.get(f"{PAGE}organisation.xlsx").content))
    cell = book.worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=SUM(A1:A9)", "s", True)


def test_all_tables_at_once(world: CampaignPage, staff_client: Client) -> None:
    rows = csv_of(staff_client, "all")
    assert rows[:3] == [
        ["表", "行", "列", "値"], ["合計", "", "読み取り数", "70"], ["時間の流れ", "2026年5月", "読み取り数", "10"],
    ]  # fmt: skip
    assert ["印刷物別", "ポスター", "100枚あたり", "750.0"] in rows
    book = workbook_of(staff_client, "all")
    assert len(book) == 1 + len(TABLES)
    about = book["この表の読み方"]
    assert ["キャンペーン", "見本キャンペーン"] in about
    assert ["はじめの日", "2026-05-01"] in about
    assert ["読み取り数の合計", 70] in about
    assert any("人数ではありません" in str(row[0]) for row in about)
    alone = workbook_of(staff_client, "hours")
    assert book["時刻と曜日ごと"] == alone["時刻と曜日ごと"]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_there_alone(table: str, world: CampaignPage, staff_client: Client) -> None:
    assert len(csv_of(staff_client, table)) > 1
    assert len(workbook_of(staff_client, table)) == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_that_is_not_there(kind: str, world: CampaignPage, staff_client: Client) -> None:
    assert staff_client.get(f"{PAGE}persons.{kind}").status_code == 404
