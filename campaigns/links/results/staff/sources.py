"""What a campaign's codes stand for – on what, where, whose – and how often each was read in a period. A few queries."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, ExtractHour, ExtractIsoWeekDay
from django.utils import timezone

from campaigns.areas.models import Area
from campaigns.links.models import HourCount, Placement, ScanCount, ShortLink
from campaigns.links.results.hung import HUNG
from campaigns.links.results.staff import categories
from campaigns.links.results.staff.categories import Category, Names
from campaigns.links.results.staff.periods import Period
from campaigns.models import CampaignPage


@dataclass(frozen=True)
class Source:
    """Codes that no table takes apart: a category of each grouping, and whether prints that hung are counted for them."""

    material: Category
    area: Category
    kind: Category
    edition: Category
    audience: Category
    organisation: Category
    is_of_hung: bool


@dataclass
class Counts:
    """A campaign's numbers in a period. Days and hours are those of Tokyo; weekdays run from 0, Monday."""

    campaign: CampaignPage
    period: Period
    #: Every source that has codes, also those that were not read.
    sources: Counter[Source] = field(default_factory=Counter)
    #: Prints that hung, by grouping and category.
    prints: Counter[tuple[str, Category]] = field(default_factory=Counter)
    days: dict[date, int] = field(default_factory=dict)
    hours: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.days.values())


def read_between(campaign: CampaignPage) -> tuple[date, date] | None:
    """The days of a campaign's first and last reading; None before there is any."""
    found = ScanCount.objects.filter(link__campaign=campaign, count__gt=0).aggregate(Min("day"), Max("day"))
    return (found["day__min"], found["day__max"]) if found["day__min"] else None


def counts(campaign: CampaignPage, period: Period) -> Counts:
    """Everything that the tables show."""
    hung = hung_prints(campaign, period)
    read = read_by_link(campaign, period)
    names = Names(campaign, areas_of(campaign))
    found = Counts(campaign, period, days=by_day(campaign, period), hours=by_hour(campaign, period))
    for row in links(campaign):
        source = Source(
            material=categories.material(row),
            area=names.area(row["where"]),
            kind=categories.kind(row),
            edition=names.edition(row),
            audience=names.audience(row["audience"]),
            organisation=categories.organisation(row),
            is_of_hung=row["placement"] in hung,
        )
        found.sources[source] += read.get(row["pk"], 0)
    for material, area, kind, count in hung.values():
        found.prints["material", categories.material_of(material)] += count
        found.prints["area", names.area(area)] += count
        found.prints["kind", categories.kind_of(kind)] += count
    return found


def links(campaign: CampaignPage) -> Iterable[Any]:
    """Each code with what tells its categories; a place's code hangs there, a common one counts for its organisation."""
    return (
        ShortLink.objects.filter(campaign=campaign)
        .order_by()
        .values("pk", "placement", "audience", "is_networks_own", "is_placements_own", "organisation")
        .annotate(
            where=Coalesce("placement__area", "organisation__area"),
            material=F("placement__material"),
            kind=F("organisation__kind"),
            name=F("organisation__name"),
            reading=F("organisation__reading"),
            number=F("edition__number"),
            language=F("edition__campaign__locale__language_code"),
        )
    )


def areas_of(campaign: CampaignPage) -> Mapping[int, Area]:
    """The municipalities in which its prints hang or its organisations are."""
    places = Placement.objects.filter(campaign=campaign).values("area")
    homes = ShortLink.objects.filter(campaign=campaign, organisation__isnull=False).values(
        "organisation__area"
    )
    found = Area.objects.filter(Q(pk__in=places) | Q(pk__in=homes)).select_related("parent")
    return {area.pk: area for area in found}


def hung_prints(campaign: CampaignPage, period: Period) -> dict[int, tuple[str, int, str, int]]:
    """Material, municipality, kind and count of prints with codes of their own that hung in the period, by placement."""
    own = ShortLink.objects.filter(campaign=campaign, placement=OuterRef("pk"))
    removed_before = Q(status=Placement.Status.REMOVED, removed_on__lt=period.first)
    in_time = ~Q(displayed_on__gt=period.last) & ~removed_before
    found = Placement.objects.filter(HUNG & in_time, Exists(own), count__gt=0).order_by()
    rows = found.values_list("pk", "material", "area", "organisation__kind", "count")
    return {pk: (material, area, kind, count) for pk, material, area, kind, count in rows}


def in_period(campaign: CampaignPage, period: Period) -> QuerySet[ScanCount]:
    found = ScanCount.objects.filter(link__campaign=campaign, day__range=(period.first, period.last))
    return found.order_by()


def read_by_link(campaign: CampaignPage, period: Period) -> dict[int, int]:
    return dict(in_period(campaign, period).values_list("link").annotate(Sum("count")))


def by_day(campaign: CampaignPage, period: Period) -> dict[date, int]:
    """Only days with readings."""
    return dict(
        in_period(campaign, period).values_list("day").annotate(total=Sum("count")).filter(total__gt=0)
    )


def by_hour(campaign: CampaignPage, period: Period) -> dict[tuple[int, int], int]:
    """All Mondays' first hours as one number, and so on."""
    # Not the time zone that a member of staff has chosen for the admin.
    tokyo = timezone.get_default_timezone()
    begins = datetime.combine(period.first, time(), tokyo)
    ends = datetime.combine(period.last + timedelta(days=1), time(), tokyo)
    found = HourCount.objects.filter(campaign=campaign, hour__gte=begins, hour__lt=ends).order_by()
    grouped = found.values_list(
        ExtractIsoWeekDay("hour", tzinfo=tokyo), ExtractHour("hour", tzinfo=tokyo)
    ).annotate(Sum("count"))
    return {(weekday - 1, hour): count for weekday, hour, count in grouped if count}
