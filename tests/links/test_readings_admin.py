"""What staff see of readings: exact numbers of a small world, and who sees them."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from campaigns.links.models import HourCount, Placement, ScanCount, ShortLink
from campaigns.links.results.staff.periods import Period, later, periods
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish, logged_in
from tests.factories import AreaFactory, CampaignPageFactory, OrganisationFactory, UserFactory
from tests.links.factories import placement_of, taken_down
from tests.links.readings import (
    PAGE,
    code_of_place,
    column,
    common_code,
    lasting,
    read,
    small_world,
    tables,
)  # fmt: skip

COMMON = "共通のコードの印刷物"


@pytest.fixture
def world(campaign: CampaignPage) -> CampaignPage:
    campaign = lasting(campaign, "2026-05-01", "2026-07-31")
    small_world(campaign)
    return campaign


def test_it_works(world: CampaignPage, staff_client: Client) -> None:
    found = tables(staff_client, by="month")
    assert column(found["time"]) == {"2026年5月": "10", "2026年6月": "52", "2026年7月": "8"}
    assert found["material"][1:] == [
        ["ポスター", "30", "4", "30", "750.0"],
        ["チラシ", "25", "50", "25", "50.0"],
        [COMMON, "15", "–", "–", "–"],
    ]
    assert found["area"][1:] == [["鶴見区", "37", "4", "30", "750.0"], ["中区", "33", "50", "25", "50.0"]]
    assert [row[:2] for row in found["kind"][1:]] == [["NPO・市民団体", "33"], ["お店", "37"]]
    assert column(found["organisation"]) == {"見本商店": "37", "見本の会": "33"}
    assert column(found["edition"]) == {"第1版": "70"}
    assert column(found["audience"]) == {"すべての人向け": "62", "work": "8"}
    page = staff_client.get(PAGE).content.decode()
    assert re.search(r"<b>70</b> 読み取り数", page)


def test_hours_are_those_of_tokyo_by_weekday(world: CampaignPage, staff: Any, staff_client: Client) -> None:
    def rows() -> dict[str, list[str]]:
        return {row[0]: row[1:] for row in tables(staff_client)["hours"]}

    assert rows()["時間帯"] == ["月", "火", "水", "木", "金", "土", "日", "合計"]
    assert rows()["0:00"] == ["45", "0", "0", "0", "0", "0", "0", "45"]
    assert rows()["23:00"] == ["0", "0", "0", "0", "0", "0", "10", "10"]
    assert rows()["合計"] == ["45", "7", "8", "0", "0", "0", "10", "70"]
    profile = UserProfile.get_for_user(staff)
    profile.current_time_zone = "Europe/London"
    profile.save()
    assert rows()["合計"] == ["45", "7", "8", "0", "0", "0", "10", "70"]


def test_weeks_begin_on_monday(world: CampaignPage, staff_client: Client) -> None:
    weeks = column(tables(staff_client, by="week")["time"])
    assert weeks["2026年5月25日からの週"] == "10"
    assert weeks["2026年6月1日からの週"] == "27"
    assert weeks["2026年4月27日からの週"] == "0"


def test_one_month_is_shown_by_its_days(world: CampaignPage, staff_client: Client) -> None:
    found = tables(staff_client, period="2026-06")
    days = column(found["time"])
    assert len(days) == 30
    assert days["2026年6月1日 (月)"] == "20"
    assert days["2026年6月15日 (月)"] == "25"
    assert column(found["material"]) == {"ポスター": "20", "チラシ": "25", COMMON: "7"}


def test_a_day_begins_at_midnight_in_tokyo(
    world: CampaignPage, staff_client: Client, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ScanCount.objects.all().delete()
    HourCount.objects.all().delete()
    code = common_code(world, OrganisationFactory())
    for moment in (datetime(2026, 6, 7, 14, 59, tzinfo=UTC), datetime(2026, 6, 7, 15, 0, tzinfo=UTC)):
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda moment=moment: moment)
            for _reading in range(6):
                client.get(f"/q/{code.code}")
    found = tables(staff_client, period="2026-06")
    days = column(found["time"])
    assert (days["2026年6月7日 (日)"], days["2026年6月8日 (月)"]) == ("6", "6")
    assert {row[0]: row[8] for row in found["hours"]}["23:00"] == "6"


def test_a_campaign_is_compared_with_the_same_part_of_another(
    world: CampaignPage, publish: Publish, staff_client: Client
) -> None:
    before = lasting(publish(CampaignPageFactory(title="去年のキャンペーン")), "2025-05-01", "2025-07-31")
    shop = OrganisationFactory(name="去年の店", kind="shop", area=AreaFactory())
    read(code_of_place(before, shop, count=10), "2025-06-20", 40)
    Placement.objects.filter(organisation=shop).update(displayed_on=date(2025, 5, 1))
    asked = {"campaign": world.pk, "with": before.pk}
    found = tables(staff_client, by="month", **asked)
    assert found["time"][2] == ["2026年6月", "52", "2025年6月", "40"]
    assert {row[0]: row[5:] for row in found["material"]}["ポスター"] == ["40", "400.0"]
    month = tables(staff_client, period="2026-06", **asked)
    assert month["time"][20] == ["2026年6月20日 (土)", "0", "2025年6月20日 (金)", "40"]


def test_campaigns_stand_beside_one_another_and_the_cards_of_places(
    world: CampaignPage, publish: Publish, staff_client: Client
) -> None:
    assert "campaigns" not in tables(staff_client)
    before = lasting(publish(CampaignPageFactory(title="去年のキャンペーン")), "2025-05-01", "2025-07-31")
    code = common_code(before, OrganisationFactory(area=AreaFactory()))
    read(code, "2025-06-20", 40)
    read(code, "2025-07-20", 3)
    for number, days in enumerate((("2026-05-01", "2026-06-02"), ("2026-06-03",))):
        card = ShortLink.objects.create(code=f"KARTE2{number}", is_cases_own=True)
        for day in days:
            read(card, day, 4)
    assert tables(staff_client, campaign=world.pk)["campaigns"] == [
        ["キャンペーン", "はじめの日", "終わりの日", "発行したコード", "読み取り数"],
        ["見本キャンペーン", "2026年5月1日", "2026年7月31日", "4", "70"],
        ["去年のキャンペーン", "2025年5月1日", "2025年7月31日", "1", "40以上"],
        ["場所のカード", "–", "–", "2", "8以上"],
    ]  # fmt: skip
    assert "campaigns" not in tables(staff_client, campaign=world.pk, period="2026-06")
    answer = staff_client.get(f"{PAGE}campaigns.csv", {"campaign": world.pk}).content.decode()
    assert "場所のカード,–,–,2,8以上" in answer


def test_a_places_code_counts_for_the_edition_that_hangs_there(
    world: CampaignPage, staff_client: Client
) -> None:
    newer = Edition.objects.create(campaign=world, number=7, words={})
    Placement.objects.filter(material="flyer").update(edition=newer)
    assert column(tables(staff_client)["edition"]) == {"第1版": "45", "第7版": "25"}


def test_of_prints_only_those_count_that_hung_in_the_period(
    world: CampaignPage, staff_client: Client
) -> None:
    poster = Placement.objects.get(material="poster")
    for fields, prints in (
        ({"status": "removed", "removed_on": date(2026, 6, 10)}, "4"),
        ({"status": "removed", "removed_on": date(2026, 5, 10)}, "–"),
        ({"status": "removed", "displayed_on": None}, "–"),
        ({"status": "pledged", "displayed_on": None}, "–"),
        ({"status": "displayed", "displayed_on": date(2026, 7, 1)}, "–"),
    ):
        Placement.objects.filter(pk=poster.pk).update(displayed_on=date(2026, 5, 1), removed_on=None)
        Placement.objects.filter(pk=poster.pk).update(**fields)
        row = tables(staff_client, period="2026-06")["material"][1]
        assert row[:3] == ["ポスター", "20", prints], fields
        assert row[3:] == (["20", "500.0"] if prints == "4" else ["–", "–"]), fields


def test_prints_without_a_code_of_their_own_do_not_count(world: CampaignPage, staff_client: Client) -> None:
    placement_of(OrganisationFactory(), world, count=900, status="displayed")
    assert tables(staff_client)["material"][1] == ["ポスター", "30", "4", "30", "750.0"]


def test_codes_of_those_who_left_and_of_deleted_places_still_count(
    world: CampaignPage, staff_client: Client
) -> None:
    read(common_code(world, None), "2026-06-03", 11)
    taken_down()
    Placement.objects.get(material="poster").delete()
    assert column(tables(staff_client)["material"]) == {
        "チラシ": "25", COMMON: "26", "削除された掲示場所": "30",
    }  # fmt: skip
    assert column(tables(staff_client)["kind"])["ネットワークの印刷物"] == "11"
    Organisation.objects.filter(name="見本の会").delete()
    assert column(tables(staff_client)["organisation"])["退会した団体"] == "33"


def test_charts_are_pictures_that_say_what_they_show(world: CampaignPage, staff_client: Client) -> None:
    page = staff_client.get(PAGE).content.decode()
    charts = re.findall(r'<svg[^>]*role="img" aria-label="([^"]+)"', page)
    assert len(charts) == 8
    assert charts[0].startswith("棒グラフ：「見本キャンペーン」の読み取り数の移り変わり")
    assert len(re.findall(r'data-table="\w+"><caption ', page)) == 8
    assert "<script" not in page[page.index("readings-page") : page.index("この表の読み方")]


@pytest.mark.parametrize("asked", [{"campaign": "0"}, {"campaign": "x"}, {"with": "99999"}])
def test_a_campaign_that_is_not_there(
    world: CampaignPage, asked: dict[str, str], staff_client: Client
) -> None:
    assert staff_client.get(PAGE, asked).status_code == 404


@pytest.mark.parametrize("asked", [{"period": "x"}, {"period": "1999-01"}, {"by": "hour"}])
def test_what_cannot_be_shown_is_said(
    world: CampaignPage, asked: dict[str, str], staff_client: Client
) -> None:
    answer = staff_client.get(PAGE, asked)
    assert "いちばん近いものを表示しています" in answer.content.decode()
    assert "いちばん近い" not in staff_client.get(PAGE, {"period": "all", "by": "day"}).content.decode()


def test_before_there_is_anything_it_says_so(campaign: CampaignPage, staff_client: Client) -> None:
    assert "印刷キットが開かれると" in staff_client.get(PAGE).content.decode()
    common_code(campaign, OrganisationFactory())
    assert "まだ読み取られていません" in staff_client.get(PAGE).content.decode()
    lasting(campaign, "2098-04-01", "2099-03-31")
    assert "2098年4月1日に始まります" in staff_client.get(PAGE).content.decode()
    assert staff_client.get(f"{PAGE}all.csv").status_code == 404


def test_only_staff_who_may_see_it(world: CampaignPage, member_client: Client, client: Client) -> None:
    for address in (PAGE, f"{PAGE}all.csv", f"{PAGE}time.xlsx"):
        assert client.get(address).status_code == 302
        assert member_client.get(address).status_code == 302
        assert editor().get(address).status_code == 302
        assert editor("view_scancount").get(address).status_code == 200
    assert PAGE in editor("view_scancount").get("/admin/").content.decode()
    assert PAGE not in editor().get("/admin/").content.decode()


def editor(*codenames: str) -> Client:
    """Somebody who may enter the admin and has these permissions."""
    user, group = UserFactory(), Group.objects.create(name=f"editors {Group.objects.count()}")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    user.groups.add(group)
    return logged_in(user)


def test_periods_that_can_be_chosen() -> None:
    today = date(2026, 11, 27)
    offered = periods(date(2026, 5, 1), date(2026, 7, 31), today)
    assert [period.key for period in offered] == ["all", "7d", "28d", "91d", "2026-07", "2026-06", "2026-05"]
    assert (offered[1].first, offered[1].last) == (date(2026, 11, 21), today)
    assert all(period.first + timedelta(days=period.days - 1) == period.last for period in offered)
    assert later(date(2026, 12, 1), 2) == date(2027, 2, 1)
    assert later(date(2026, 1, 1), -1) == date(2025, 12, 1)


def test_years_of_readings_are_not_shown_day_by_day() -> None:
    years = Period("all", "", date(2020, 4, 1), date(2026, 3, 31))
    assert years.steps == ["week", "month"]
    assert years.step("day") == "month"
