"""A season of a large network: 300 organisations with five codes each, 90 days; summed up where the data are."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client

from campaigns.links.models import HourCount, Placement, ScanCount, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.factories import AreaFactory
from tests.links.readings import PAGE, TOKYO, lasting, tables

ORGANISATIONS, CODES, DAYS = 300, 5, 90
FIRST = date(2026, 4, 1)
#: What a page asks for, whatever is counted; Wagtail's own questions are most of them.
MOST_QUERIES = 30


@pytest.fixture
def network(campaign: CampaignPage, edition: Edition) -> CampaignPage:
    campaign = lasting(campaign, "2026-04-01", "2026-06-29")
    populated(campaign, edition)
    return campaign


def populated(campaign: CampaignPage, edition: Edition) -> None:
    areas = [AreaFactory(code=f"142{number:02}", name=f"見本{number}市") for number in range(60)]
    kinds = Organisation.Kind.values
    members = Organisation.objects.bulk_create(
        Organisation(
            name=f"会{number:03}",
            slug=f"kai-{number}",
            kind=kinds[number % len(kinds)],
            area=areas[number % 60],
        )
        for number in range(ORGANISATIONS)
    )
    places = Placement.objects.bulk_create(
        Placement(
            organisation=member, campaign=campaign, place=f"場所{number}", area=areas[(place * 7 + number) % 60],
            material=Placement.Material.values[number % 3], count=number * 10 + 1, status="displayed",
            edition=edition, displayed_on=FIRST,
        )
        for place, member in enumerate(members)
        for number in range(CODES - 1)
    )  # fmt: skip
    own = [(place.organisation, place) for place in places]
    codes = ShortLink.objects.bulk_create(
        ShortLink(
            code=f"T{number:06}", target=campaign, campaign=campaign, organisation=member, placement=place,
            is_placements_own=place is not None, edition=edition,
        )
        for number, (member, place) in enumerate([*own, *((member, None) for member in members)])
    )  # fmt: skip
    days = [FIRST + timedelta(days=number) for number in range(DAYS)]
    ScanCount.objects.bulk_create(
        (
            ScanCount(link=code, day=day, count=(place * 31 + number * 17) % 4)
            for place, code in enumerate(codes)
            for number, day in enumerate(days)
        ),
        batch_size=5_000,
    )
    HourCount.objects.bulk_create(
        HourCount(campaign=campaign, hour=datetime.combine(day, time(hour), TOKYO), count=hour)
        for day in days
        for hour in range(24)
    )


def test_few_questions_are_asked_of_many_rows(
    network: CampaignPage, staff_client: Client, django_assert_max_num_queries: Any
) -> None:
    staff_client.get(PAGE)
    with django_assert_max_num_queries(MOST_QUERIES):
        found = tables(staff_client, by="day")
    assert len(found["organisation"]) == ORGANISATIONS + 1
    assert len(found["area"]) == 61
    assert len(found["time"]) == DAYS + 1
    total = sum(ScanCount.objects.values_list("count", flat=True))
    assert sum(int(row[1]) for row in found["kind"][1:]) == total
    with django_assert_max_num_queries(MOST_QUERIES):
        staff_client.get(f"{PAGE}all.xlsx")
