"""The demo's readings: invented once, the same at every loading, by day and by hour alike."""

from collections import Counter
from datetime import date, datetime

from django.db.models import Sum

from campaigns.links.models import HourCount, ScanCount
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from cms.demo_data import read
from cms.demo_readings import count_by_day, count_by_hour, spread
from tests.links.readings import TOKYO, common_code


def test_none_is_lost_when_they_are_spread() -> None:
    for number in (0, 1, 7, 500):
        assert sum(spread(number, range(5), [3, 0, 1, 9, 2]).values()) == number
    assert spread(30, "ab", [1, 2]) == Counter(a=10, b=20)


def test_days_and_hours_add_up_to_the_months(campaign: CampaignPage, organisation: Organisation) -> None:
    link = common_code(campaign, organisation)
    count_by_day(link, {"2024-06": 41, "2024-07": 5}, date(2024, 6, 20))
    count_by_hour(campaign)
    days = dict(ScanCount.objects.values_list("day").annotate(Sum("count")))
    assert min(days) >= date(2024, 6, 20)
    assert sum(count for day, count in days.items() if day.month == 6) == 41
    hours: Counter[date] = Counter()
    for hour, count in HourCount.objects.values_list("hour", "count"):
        assert isinstance(hour, datetime)
        hours[hour.astimezone(TOKYO).date()] += count
    assert hours == days


def test_loading_twice_would_spread_them_alike(campaign: CampaignPage, organisation: Organisation) -> None:
    found = []
    for _time in range(2):
        ScanCount.objects.all().delete()
        count_by_day(common_code(campaign, organisation), {"2024-06": 41}, date(2024, 6, 1))
        found.append(list(ScanCount.objects.order_by("day").values_list("day", "count")))
    assert found[0] == found[1]


def test_the_data_are_of_organisations_and_places_that_the_demo_has() -> None:
    slugs = {row["slug"] for row in read("organisations")} | {""}
    areas = {row["code"] for row in read("areas")}
    assert {row["organisation"] for row in [*read("readings"), *read("placements")]} <= slugs
    assert {row["area_code"] for row in read("placements")} <= areas
    assert {row["audience"] for row in read("readings") if "audience" in row} <= {
        row["key"] for row in read("audiences")
    }
