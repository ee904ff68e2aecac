"""The tables of a campaign's results, each with its chart."""

from campaigns.links.results.staff.shown import Shown
from campaigns.links.results.staff.tables.by_hour import by_hour
from campaigns.links.results.staff.tables.grouped import TITLES, grouped
from campaigns.links.results.staff.tables.over_time import over_time
from campaigns.links.results.staff.tables.table import Table

__all__ = ["Table", "tables"]


def tables(shown: Shown, other: Shown | None, step: str) -> list[Table]:
    """Over time by days, weeks or months, by each grouping, by the hour; `other` is the campaign compared with.

    Only over time where a period cuts months.
    """
    if not shown.counts.period.is_of_months:
        return [over_time(shown, other, step)]
    return [
        over_time(shown, other, step),
        *(grouped(grouping, shown, other) for grouping in TITLES),
        by_hour(shown),
    ]
