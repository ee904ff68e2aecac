"""Placements, as an organisation enters them."""

from datetime import date
from typing import Any

from campaigns.links.models import Placement
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests.factories import AreaFactory


def taken_down() -> None:
    """All that hangs; before that, nothing it hangs for is deleted."""
    Placement.objects.filter(status="displayed").update(status="removed")


def placement_of(
    organisation: Organisation, campaign: CampaignPage | None = None, **fields: Any
) -> Placement:
    """A poster that is pledged for the newest campaign, unless something else is said."""
    usual = {"place": "入口の掲示板", "until": date(2099, 3, 31)}
    campaign = campaign or CampaignPage.objects.latest("pk")
    return Placement.objects.create(
        organisation=organisation, campaign=campaign, area=AreaFactory(), **{**usual, **fields}
    )


def displayed(organisation: Organisation, **fields: Any) -> Placement:
    """One that hangs, in its campaign's newest edition unless another is given."""
    placement = placement_of(organisation, status="displayed", displayed_on=date(2026, 1, 10), **fields)
    if "edition" not in fields:
        placement.edition = placement.campaign.edition
        placement.save()
    return placement
