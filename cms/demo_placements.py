"""Where the demo's prints hang, with codes of their own and invented readings."""

from datetime import date
from typing import Any

from campaigns.areas.models import Area
from campaigns.links.models import Placement, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from cms.demo_data import read
from cms.demo_readings import count_by_day, count_by_hour

#: What a placement has as it stands in the data.
FIELDS = ("place", "material", "count", "status", "until")
#: What only some have.
OPTIONAL = ("displayed_on", "removed_on", "has_own_code")


def load_placements(campaign: CampaignPage) -> None:
    """All of them, unless somebody has entered any."""
    edition = campaign.editions.first()
    if edition is None or Placement.objects.exists():
        return
    areas = {area.code: area for area in Area.objects.all()}
    members = {member.slug: member for member in Organisation.objects.all()}
    for row in read("placements"):
        load_placement(row, members[row["organisation"]], areas[row["area_code"]], edition)
    for row in read("readings"):
        # Without an organisation they are those of the network's own prints.
        organisation = members[row["organisation"]] if row["organisation"] else None
        link = ShortLink.objects.issued(edition, organisation, row.get("audience", ""))
        count_by_day(link, row["readings"], campaign.starts)
    count_by_hour(campaign)


def load_placement(row: dict[str, Any], organisation: Organisation, area: Area, edition: Edition) -> None:
    fields = {name: row[name] for name in (*FIELDS, *OPTIONAL) if name in row}
    if "displayed_on" in fields:
        fields["edition"] = edition
    placement = Placement.objects.create(
        organisation=organisation, campaign=edition.campaign, area=area, **fields
    )
    if placement.has_own_code:
        link = ShortLink.objects.issued(edition, organisation, placement=placement)
        count_by_day(link, row["readings"], date.fromisoformat(fields["displayed_on"]))
