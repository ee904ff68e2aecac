"""Prints with codes of their own that hung, and when: what readings per hundred prints are divided by."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from campaigns.links.models import Placement, ShortLink
from campaigns.links.results.hung import HUNG
from campaigns.models import CampaignPage


@dataclass(frozen=True)
class Prints:
    """Those of one placement; `since` and `until` are None where nobody has said when."""

    placement: int
    material: str
    area: int
    kind: str
    count: int
    since: date | None
    until: date | None

    def hung_between(self, first: date, last: date) -> bool:
        begun = self.since is None or self.since <= last
        return begun and (self.until is None or self.until >= first)


def hung_prints(campaign: CampaignPage) -> list[Prints]:
    own = ShortLink.objects.filter(campaign=campaign, placement=OuterRef("pk"))
    found = Placement.objects.filter(HUNG, Exists(own), count__gt=0).order_by()
    rows = found.values_list(
        "pk", "material", "area", "organisation__kind", "count", "displayed_on", "removed_on", "status"
    )
    return [
        Prints(
            pk, material, area, kind, count, since, removed if status == Placement.Status.REMOVED else None
        )
        for pk, material, area, kind, count, since, removed, status in rows
    ]
