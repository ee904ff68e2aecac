"""What is gone with a deleted campaign; its codes and their counts stay."""

from collections.abc import Collection
from dataclasses import dataclass

from campaigns.links.models import HourCount, Placement
from campaigns.models import CampaignPage, Edition


@dataclass(frozen=True)
class Loss:
    """Numbers of rows that go with the campaigns among some pages."""

    campaigns: int
    editions: int
    placements: int
    hours: int

    def __bool__(self) -> bool:
        return bool(self.editions or self.placements or self.hours)


def loss(pages: Collection[int]) -> Loss:
    return Loss(
        campaigns=CampaignPage.objects.filter(pk__in=pages).count(),
        editions=Edition.objects.filter(campaign__in=pages).count(),
        placements=Placement.objects.filter(campaign__in=pages).count(),
        hours=HourCount.objects.filter(campaign__in=pages).count(),
    )


def hanging_campaigns(pages: Collection[int]) -> list[str]:
    """Titles of campaigns among the pages whose prints are displayed."""
    hanging = Placement.objects.filter(campaign__in=pages, status=Placement.Status.DISPLAYED)
    return list(
        CampaignPage.objects.filter(pk__in=hanging.values("campaign")).values_list("title", flat=True)
    )
