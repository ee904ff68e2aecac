"""Quantities as a spreadsheet: to take along, fill in and bring back; and the list that goes to the print shop."""

import csv
import unicodedata
from collections.abc import Sequence
from io import StringIO

from django.utils.translation import gettext as _

from campaigns.kits.orders.quantities import MOST, Table
from campaigns.members.spreadsheets import Cell, Undecodable, decoded, written

#: Largest file that is read in bytes.
MOST_BYTES = 1024 * 1024
#: Columns before those of items: the name in addresses, and the name, which is there to be read.
FIRST = 2
#: Problems that are told at once.
MOST_PROBLEMS = 10


class Unreadable(ValueError):
    """A table that cannot be taken; `problems` are sentences."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = list(problems[:MOST_PROBLEMS])


def as_csv(table: Table) -> bytes:
    """The table to fill in: a row for every organisation, a column for every item."""
    head: list[Cell] = [_("Name in addresses (do not change)"), _("Member organisation")]
    rows: list[list[Cell]] = [[*head, *(item.key for item in table.items)]]
    for organisation in table.organisations:
        copies = [table.copies.get((organisation.pk, item.key), 0) for item in table.items]
        rows.append([organisation.slug, organisation.name, *copies])
    return written(rows)


def read(data: bytes, table: Table) -> dict[tuple[int, str], int]:
    """The quantities of a filled-in table; empty cells, and rows that are missing, say nothing. Raises Unreadable."""
    try:
        read_rows = enumerate(csv.reader(StringIO(decoded(data), newline="")), start=1)
        rows = [(number, row) for number, row in read_rows if any(map(str.strip, row))]
    except (Undecodable, csv.Error) as error:
        raise Unreadable([_("This is no CSV file. Please save the table as CSV and try again.")]) from error
    if not rows:
        raise Unreadable([_("The file is empty.")])
    columns = columns_of(rows[0][1], table)
    by_slug = {organisation.slug: organisation.pk for organisation in table.organisations}
    found: dict[tuple[int, str], int] = {}
    problems = []
    for number, row in rows[1:]:
        slug = row[0].strip().lstrip("'")
        if slug not in by_slug:
            problems.append(
                _(
                    "Row %(number)s: there is no organisation with the name in addresses “%(slug)s” in this order."
                )
                % {"number": number, "slug": slug[:60]}
            )
            continue
        for item, cell in zip(columns, row[FIRST:], strict=False):
            copies = quantity(cell)
            if copies is None:
                problems.append(
                    _("Row %(number)s, %(item)s: “%(typed)s” is no number from 0 to %(most)s.")
                    % {"number": number, "item": item, "typed": cell[:20], "most": MOST}
                )
            elif item and cell.strip():
                found[by_slug[slug], item] = copies
    if problems:
        raise Unreadable(problems)
    return found


def columns_of(head: Sequence[str], table: Table) -> list[str]:
    """The item of each column. Raises Unreadable for a column that is none of the order's."""
    known = {item.key for item in table.items}
    columns = [cell.strip() for cell in head[FIRST:]]
    strangers = [cell for cell in columns if cell and cell not in known]
    if strangers:
        raise Unreadable(
            [
                _("This order has no column “%(column)s”. Its columns are: %(known)s.")
                % {"column": strangers[0][:40], "known": "、".join(item.key for item in table.items)}
            ]
        )
    if not any(columns):
        raise Unreadable([_("The first row has no prints. Please download the table and fill in that one.")])
    return columns


def quantity(typed: str) -> int | None:
    """A number as people type it, full width or with commas; 0 for nothing, None for what is no number."""
    plain = unicodedata.normalize("NFKC", typed).strip().replace(",", "")
    if not plain:
        return 0
    if not plain.isdecimal() or len(plain) > len(str(MOST)) or int(plain) > MOST:
        return None
    return int(plain)
