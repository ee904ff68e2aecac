"""Readings by week of Tokyo, which begins on Monday; few of them are never told apart."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Case, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from campaigns.links.models import ScanCount, ShortLink
from campaigns.links.results.few import TOLD, Reading, told
from campaigns.links.results.staff.periods import WEEK, start_of

#: Weeks that the page of a code shows.
SHOWN = 12


def monday(day: date) -> date:
    return start_of(day, WEEK)


def with_week(links: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
    """The links with `week`, the readings of this week, and `week_told`, by which they may be put in order."""
    counts = ScanCount.objects.filter(link=OuterRef("pk"), day__gte=monday(timezone.localdate())).order_by()
    total = counts.values("link").annotate(total=Sum("count")).values("total")
    return links.annotate(week=Coalesce(Subquery(total), 0, output_field=IntegerField())).annotate(
        # A list in the order of true numbers would tell the few apart.
        week_told=Case(When(week__range=(1, TOLD - 1), then=Value(1)), default=F("week"))
    )


def by_week(link: ShortLink) -> Sequence[tuple[date, Reading]]:
    """The last weeks with the Monday of each, this week last."""
    last = monday(timezone.localdate())
    weeks = [last - timedelta(weeks=back) for back in reversed(range(SHOWN))]
    counted = dict.fromkeys(weeks, 0)
    for day, count in ScanCount.objects.filter(link=link, day__gte=weeks[0]).values_list("day", "count"):
        if monday(day) in counted:
            counted[monday(day)] += count
    return [(week, told(count)) for week, count in counted.items()]
