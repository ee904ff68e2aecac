"""The whole of what a member of staff sees, on the page and in files."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaigns.links.results.staff.choice import Choice
from campaigns.links.results.staff.periods import WHOLE
from campaigns.links.results.staff.shown import Shown
from campaigns.links.results.staff.sources import counts
from campaigns.links.results.staff.tables import Table, tables
from campaigns.links.results.staff.tables.by_campaign import by_campaign


@dataclass(frozen=True)
class Dashboard:
    """The numbers that were asked for; `other` are those of the campaign they are compared with."""

    shown: Shown
    other: Shown | None
    tables: Sequence[Table]

    def table(self, key: str) -> Table | None:
        return next((table for table in self.tables if table.key == key), None)


def dashboard(asked: Choice) -> Dashboard | None:
    """None before the first reading."""
    if asked.period is None:
        return None
    shown = Shown(counts(asked.campaign, asked.period))
    other = None
    if asked.other is not None and asked.other_period is not None:
        other = Shown(counts(asked.other, asked.other_period))
    found = tables(shown, other, asked.step)
    if asked.period.key == WHOLE:
        beside = by_campaign(asked.campaigns)
        # One campaign alone has nothing beside it.
        found += [beside] if len(beside.rows) > 1 else []
    return Dashboard(shown, other, found)
