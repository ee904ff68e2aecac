"""What a campaign's codes stand for – on what, where, whose – and how often each was read in a month. A few queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, ExtractHour, ExtractIsoWeekDay, TruncMonth
from django.utils import timezone

from campaigns.areas.models import Area
from campaigns.links.models import HourCount, Placement, ScanCount, ShortLink
from campaigns.links.results.staff import categories
from campaigns.links.results.staff.categories import Category, Names
from campaigns.links.results.staff.periods import MONTH, Period, month_period, start_of
from campaigns.links.results.staff.prints import hung_prints
from campaigns.models import CampaignPage

#: The tables, as they have precedence when something must be withheld.
GROUPINGS = ("material", "kind", "audience", "edition", "area", "organisation")
#: What can be told apart of a code: a category of each grouping.
Codes = tuple[Category, ...]


@dataclass(frozen=True)
class Source:
    """Codes that no table takes apart: their categories, and whether prints that hung are counted for them."""

    codes: Codes
    is_of_hung: bool

    def category(self, grouping: str) -> Category:
        return self.codes[GROUPINGS.index(grouping)]


@dataclass
class MonthCounts:
    """A month's numbers, none of them 0. Days and hours are those of Tokyo; weekdays run from 0, Monday."""

    sources: Counter[Source] = field(default_factory=Counter)
    days: dict[date, int] = field(default_factory=dict)
    hours: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass
class Counts:
    """A campaign's numbers in the months, by their first days, that a period touches."""

    campaign: CampaignPage
    period: Period
    months: Mapping[date, MonthCounts]
    #: What its codes stand for, also those that were not read.
    codes: set[Codes]
    #: Prints that hung in the period, by grouping and category.
    prints: Counter[tuple[str, Category]]


def read_between(campaign: CampaignPage) -> tuple[date, date] | None:
    """The days of a campaign's first and last reading; None before there is any."""
    found = ScanCount.objects.filter(link__campaign=campaign, count__gt=0).aggregate(Min("day"), Max("day"))
    return (found["day__min"], found["day__max"]) if found["day__min"] else None


def counts(campaign: CampaignPage, period: Period) -> Counts:
    """Everything that the tables show."""
    names = Names(campaign, areas_of(campaign))
    rows = {row["pk"]: (row["placement"], codes_of(row, names)) for row in links(campaign)}
    prints = hung_prints(campaign)
    days, hours, read = by_day(campaign, period), by_hour(campaign, period), by_link(campaign, period)
    months = {}
    for start in period.starts(MONTH):
        month = month_period(start)
        hung = {each.placement for each in prints if each.hung_between(month.first, month.last)}
        months[start] = MonthCounts(days=days[start], hours=hours[start])
        for link, count in read[start].items():
            placement, codes = rows[link]
            months[start].sources[Source(codes, placement in hung)] += count
    hanging: Counter[tuple[str, Category]] = Counter()
    for each in prints:
        if each.hung_between(period.first, period.last):
            hanging["material", categories.material_of(each.material)] += each.count
            hanging["area", names.area(each.area)] += each.count
            hanging["kind", categories.kind_of(each.kind)] += each.count
    return Counts(campaign, period, months, {codes for _placement, codes in rows.values()}, hanging)


def codes_of(row: Mapping[str, Any], names: Names) -> Codes:
    found = {
        "material": categories.material(row),
        "area": names.area(row["where"]),
        "kind": categories.kind(row),
        "edition": names.edition(row),
        "audience": names.audience(row["audience"]),
        "organisation": categories.organisation(row),
    }
    return tuple(found[grouping] for grouping in GROUPINGS)


def links(campaign: CampaignPage) -> Iterable[Any]:
    """Each code with what tells its categories; a place's code hangs there, a common one counts for its organisation.

    A place's code counts for the edition of the prints that hang there, as far as that is known.
    """
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
            number=Coalesce("placement__edition__number", "edition__number"),
            language=Coalesce(
                "placement__edition__campaign__locale__language_code",
                "edition__campaign__locale__language_code",
            ),
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


def span(period: Period) -> tuple[date, date]:
    """The first and last day of the months that a period touches."""
    return start_of(period.first, MONTH), month_period(start_of(period.last, MONTH)).last


def in_months(campaign: CampaignPage, period: Period) -> QuerySet[ScanCount]:
    return ScanCount.objects.filter(link__campaign=campaign, day__range=span(period), count__gt=0).order_by()


def by_link(campaign: CampaignPage, period: Period) -> Mapping[date, dict[int, int]]:
    """By the first day of the month, then by link."""
    starts = period.starts(MONTH)
    # A column for each month: SQLite takes seconds to find the month of every row.
    sums = [Sum("count", filter=Q(day__range=span(month_period(start)))) for start in starts]
    columns = {f"month_{number}": each for number, each in enumerate(sums)}
    found: dict[date, dict[int, int]] = {start: {} for start in starts}
    for link, *months in in_months(campaign, period).values_list("link").annotate(**columns):
        for start, count in zip(starts, months, strict=True):
            if count:
                found[start][link] = count
    return found


def by_day(campaign: CampaignPage, period: Period) -> Mapping[date, dict[date, int]]:
    """By the first day of the month, then by day."""
    found: defaultdict[date, dict[date, int]] = defaultdict(dict)
    for day, count in in_months(campaign, period).values_list("day").annotate(Sum("count")):
        found[start_of(day, MONTH)][day] = count
    return found


def by_hour(campaign: CampaignPage, period: Period) -> Mapping[date, dict[tuple[int, int], int]]:
    """By the first day of the month, then all its Mondays' first hours as one number, and so on."""
    # Not the time zone that a member of staff has chosen for the admin.
    tokyo = timezone.get_default_timezone()
    first, last = span(period)
    begins = datetime.combine(first, time(), tokyo)
    ends = datetime.combine(last + timedelta(days=1), time(), tokyo)
    rows = HourCount.objects.filter(campaign=campaign, hour__gte=begins, hour__lt=ends).order_by()
    grouped = rows.values_list(
        TruncMonth("hour", tzinfo=tokyo),
        ExtractIsoWeekDay("hour", tzinfo=tokyo),
        ExtractHour("hour", tzinfo=tokyo),
    ).annotate(Sum("count"))
    found: defaultdict[date, dict[tuple[int, int], int]] = defaultdict(dict)
    for month, weekday, hour, count in grouped:
        if count:
            found[month.date()][weekday - 1, hour] = count
    return found
