"""Readings of an organisation's codes in a campaign, by place and by month of Tokyo."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.links.models import Placement, ScanCount, ShortLink
from campaigns.links.results.charts.svg import most_of
from campaigns.links.results.few import Rate, Reading, per_hundred, told, total
from campaigns.links.results.hung import HUNG
from campaigns.links.results.staff.periods import MONTH, following
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage


@dataclass(frozen=True)
class Row:
    """One place with a code of its own, or all prints that share one; a reading for each month.

    `prints` are how many hang, or hung, at the place; 0 where that is not known.
    """

    label: str
    detail: str
    readings: Sequence[Reading]
    prints: int = 0

    @property
    def total(self) -> Reading:
        return total(self.readings)

    @property
    def per_hundred(self) -> Rate:
        return per_hundred(self.total, self.prints)


@dataclass(frozen=True)
class Results:
    """The rows of a campaign and the first days of their months."""

    campaign: CampaignPage
    months: Sequence[date]
    rows: Sequence[Row]

    @property
    def most(self) -> int:
        """The largest number shown."""
        return most_of([reading for row in self.rows for reading in row.readings])

    @property
    def has_rates(self) -> bool:
        """Whether prints are known anywhere."""
        return any(row.prints for row in self.rows)


#: Whose readings: a placement's key; None for the common code; GONE for places that were deleted.
Place = int | None
GONE = 0


def campaigns_of(organisation: Organisation) -> list[CampaignPage]:
    """The campaigns in which an organisation has codes, the latest first."""
    keys = ShortLink.objects.filter(organisation=organisation).values("campaign")
    return list(CampaignPage.objects.filter(pk__in=keys).order_by("-starts", "-pk"))


def results(organisation: Organisation, campaign: CampaignPage) -> Results:
    """All readings; every place with a code of its own has a row, also before its first reading."""
    counted = by_place_and_month(organisation, campaign)
    months = months_of(campaign, {month for row in counted.values() for month in row})
    rows = [
        Row(
            placement.place,
            placement.get_material_display(),
            readings(counted[placement.pk], months),
            placement.count if placement.has_hung else 0,
        )
        for placement in places_with_codes(organisation, campaign)
    ]
    rows.append(Row(_("All other prints"), _("They share one code"), readings(counted[None], months)))
    if GONE in counted:
        rows.append(Row(_("Places that were deleted"), "", readings(counted[GONE], months)))
    return Results(campaign, months, rows)


def places_with_codes(organisation: Organisation, campaign: CampaignPage) -> QuerySet[Any]:
    """Placements with `has_hung`."""
    keys = ShortLink.objects.filter(organisation=organisation, campaign=campaign).values("placement")
    found = Placement.objects.filter(pk__in=keys).order_by("place", "pk")
    return found.annotate(has_hung=ExpressionWrapper(HUNG, BooleanField()))


def readings(counted: Mapping[date, int], months: Iterable[date]) -> list[Reading]:
    return [told(counted.get(month, 0)) for month in months]


def by_place_and_month(
    organisation: Organisation, campaign: CampaignPage
) -> defaultdict[Place, dict[date, int]]:
    """Counts by the first day of the month; an audience's code counts for its place."""
    counts = ScanCount.objects.filter(link__organisation=organisation, link__campaign=campaign)
    grouped = counts.values_list("link__placement", "link__is_placements_own", TruncMonth("day")).annotate(
        Sum("count")
    )
    found: defaultdict[Place, dict[date, int]] = defaultdict(dict)
    for placement, is_placements_own, month, count in grouped.order_by():
        found[GONE if is_placements_own and placement is None else placement][month] = count
    return found


def months_of(campaign: CampaignPage, read: set[date]) -> list[date]:
    """From the first month with a reading to the last one, or to now while the campaign runs; none without any."""
    if not read:
        return []
    now = min(timezone.localdate(), campaign.ends).replace(day=1)
    months, last = [min(read)], max(*read, now)
    while months[-1] < last:
        months.append(following(months[-1], MONTH))
    return months
