"""The tables for spreadsheets: each alone, or all of them."""

from django.http import Http404
from django.utils.translation import gettext as _

from campaigns.links.results.staff.choice import Choice
from campaigns.links.results.staff.dashboard import Dashboard
from campaigns.links.results.staff.explanation import explanation
from campaigns.links.results.staff.tables import Table
from campaigns.members.spreadsheets import Cell

#: What names all tables in an address.
ALL = "all"


def filename(asked: Choice, table: str, kind: str) -> str:
    period = asked.period.key if asked.period else ""
    return f"readings-{asked.campaign.pk}-{period}-{table}.{kind}"


def rows(found: Dashboard, table: str) -> list[list[Cell]]:
    """One table as it stands; of all of them, each value in a row of its own. Raises Http404."""
    if table != ALL:
        return one(found, table).cells
    head: list[Cell] = [_("table"), _("row"), _("column"), _("value")]
    return [head, [_("In all"), "", _("readings"), found.shown.total().cell], *(
        [table.title, row.label, column, value.cell]
        for table in found.tables
        for row in table.rows
        for column, value in zip(table.head[1:], row.values, strict=True)
    )]  # fmt: skip


def sheets(asked: Choice, found: Dashboard, table: str) -> dict[str, list[list[Cell]]]:
    """One sheet for a table; all of them behind one that says what they are. Raises Http404."""
    if table != ALL:
        return {one(found, table).title: one(found, table).cells}
    return {_("How to read this"): about(asked, found)} | {table.title: table.cells for table in found.tables}


def one(found: Dashboard, key: str) -> Table:
    table = found.table(key)
    if table is None:
        raise Http404
    return table


def about(asked: Choice, found: Dashboard) -> list[list[Cell]]:
    period = found.shown.counts.period
    lines: list[list[Cell]] = [
        [_("Campaign"), asked.campaign.title],
        [_("From"), period.first.isoformat()],
        [_("To"), period.last.isoformat()],
        [_("Readings in all"), found.shown.total().cell],
    ]
    if asked.other is not None:
        lines.append([_("Compared with"), asked.other.title])
    if found.other is not None:
        other = found.other.counts.period
        lines += [
            [_("From"), other.first.isoformat()],
            [_("To"), other.last.isoformat()],
            [_("Readings in all"), found.other.total().cell],
        ]
    notes: list[list[Cell]] = [[f"{table.title}: {table.note}"] for table in found.tables if table.note]
    explained: list[list[Cell]] = [[line] for line in explanation()]
    return [*lines, *explained, *notes]
