"""How often a code was read in a week of Tokyo, which begins on Monday; told in bands alone.

The dashboard tells exact sums over some of the same codes and days, and withholds what would give few readings away. A
register that told each code's number would undo that: a sum less the numbers of the other codes is the number of the
few. Narrow bands would undo it as well: where “few” and “5 to 19” add up to 6, both are known. So there are three wide
bands. The lowest tells neither none from few nor few from many times as many, and what is left of a sum below a higher
band may lie anywhere in that band. Only a sum that happens to be the least that its bands allow, and not one more,
would still tell; no list of single codes is without that, and the wider the bands, the rarer it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from campaigns.links.days import today
from campaigns.links.models import ScanCount, ShortLink
from campaigns.links.results.staff.periods import WEEK, start_of

#: Weeks that the page of a code shows.
SHOWN = 12


@dataclass(frozen=True)
class Band:
    """Numbers of readings from `least` on, up to the next band."""

    least: int
    words: Any


#: The highest first.
BANDS = (
    Band(100, _("100 or more")),
    Band(20, _("20 to 99")),
    Band(0, _("fewer than 20")),
)


def band_of(count: int) -> Band:
    return next(band for band in BANDS if count >= band.least)


def monday(day: date) -> date:
    return start_of(day, WEEK)


def with_week(links: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
    """The links with `week`, the least of their band in this week; nothing else of the number leaves the database."""
    counts = ScanCount.objects.filter(link=OuterRef("pk"), day__gte=monday(today())).order_by()
    total = counts.values("link").annotate(total=Sum("count")).values("total")
    read = Coalesce(Subquery(total), 0, output_field=IntegerField())
    bands = [When(read_this_week__gte=band.least, then=Value(band.least)) for band in BANDS]
    return links.alias(read_this_week=read).annotate(
        week=Case(*bands, default=Value(0), output_field=IntegerField())
    )


def by_week(link: ShortLink) -> Sequence[tuple[date, Band]]:
    """The last weeks with the Monday of each, this week last."""
    last = monday(today())
    weeks = [last - timedelta(weeks=back) for back in reversed(range(SHOWN))]
    counted = dict.fromkeys(weeks, 0)
    for day, count in ScanCount.objects.filter(link=link, day__gte=weeks[0]).values_list("day", "count"):
        if monday(day) in counted:
            counted[monday(day)] += count
    return [(week, band_of(count)) for week, count in counted.items()]
