"""A small world of readings, and the tables that staff see of it."""

import re
from datetime import date, datetime
from html import unescape
from zoneinfo import ZoneInfo

from django.test import Client

from campaigns.areas.models import Area
from campaigns.links.models import HourCount, ScanCount, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests.factories import AreaFactory, OrganisationFactory
from tests.links.factories import displayed

PAGE = "/admin/readings/"
TOKYO = ZoneInfo("Asia/Tokyo")

Cells = list[list[str]]


def read(link: ShortLink, day: str, count: int) -> None:
    ScanCount.objects.create(link=link, day=date.fromisoformat(day), count=count)


def at_hour(campaign: CampaignPage, moment: str, count: int) -> None:
    """Readings in an hour of Tokyo."""
    HourCount.objects.create(
        campaign=campaign, hour=datetime.fromisoformat(moment).replace(tzinfo=TOKYO), count=count
    )


def lasting(campaign: CampaignPage, starts: str, ends: str) -> CampaignPage:
    CampaignPage.objects.filter(pk=campaign.pk).update(
        starts=date.fromisoformat(starts), ends=date.fromisoformat(ends)
    )
    return CampaignPage.objects.get(pk=campaign.pk)


def common_code(campaign: CampaignPage, organisation: Organisation | None, audience: str = "") -> ShortLink:
    edition = campaign.edition
    assert edition is not None
    return ShortLink.objects.issued(edition, organisation, audience)


def code_of_place(
    campaign: CampaignPage, organisation: Organisation, audience: str = "", **fields: object
) -> ShortLink:
    """The code of a new place whose prints hang."""
    area = fields.pop("area", organisation.area)
    place = displayed(organisation, campaign=campaign, has_own_code=True, **fields)
    assert isinstance(area, Area)
    place.area = area
    place.save()
    assert campaign.edition is not None
    return ShortLink.objects.issued(campaign.edition, organisation, audience, place)


def small_world(campaign: CampaignPage) -> None:
    """A shop and a society, each with a place's own code and one for the rest; 70 readings, nowhere few."""
    shop = OrganisationFactory(name="見本商店", reading="みほんしょうてん", kind="shop")
    society = OrganisationFactory(
        name="見本の会", reading="みほんのかい", kind="npo", area=AreaFactory(code="14104", name="中区")
    )
    door = code_of_place(campaign, shop, count=4)
    counter = code_of_place(campaign, society, material="flyer", count=50)
    read(door, "2026-05-31", 10)
    read(door, "2026-06-01", 20)
    read(common_code(campaign, shop), "2026-06-02", 7)
    read(counter, "2026-06-15", 25)
    read(common_code(campaign, society, "work"), "2026-07-01", 8)
    at_hour(campaign, "2026-05-31T23:00", 10)
    at_hour(campaign, "2026-06-01T00:00", 20)
    at_hour(campaign, "2026-06-02T12:00", 7)
    at_hour(campaign, "2026-06-15T00:00", 25)
    at_hour(campaign, "2026-07-01T18:00", 8)


def tables_of(page: str) -> dict[str, Cells]:
    """The rows of each table of the page, its head first, by the table's name."""
    found = {}
    for key, table in re.findall(r'<table[^>]* data-table="(\w+)">(.*?)</table>', page, re.DOTALL):
        rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
        found[key] = [
            [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
            for row in rows
        ]
    return found


def tables(client: Client, **asked: object) -> dict[str, Cells]:
    answer = client.get(PAGE, asked)
    assert answer.status_code == 200
    return tables_of(answer.content.decode())


def column(rows: Cells, number: int = 1) -> dict[str, str]:
    """One column by the rows' headings, without the head."""
    return {row[0]: row[number] for row in rows[1:]}
