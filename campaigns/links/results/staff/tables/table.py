"""What a table is: the truth, of which its charts are pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.safestring import SafeString

from campaigns.members.spreadsheets import Cell


class Value(Protocol):
    """What stands in a cell: in words for a page, and for a spreadsheet."""

    @property
    def words(self) -> str: ...
    @property
    def cell(self) -> Cell: ...


@dataclass(frozen=True)
class Words:
    """A cell that is no number."""

    words: str

    @property
    def cell(self) -> Cell:
        return self.words


@dataclass(frozen=True)
class Row:
    label: str
    values: Sequence[Value]


@dataclass(frozen=True)
class Table:
    """`head` names the rows' labels and then their values; `note` says what they were computed from.

    `key` names it in addresses and files.
    """

    key: str
    title: str
    head: Sequence[str]
    rows: Sequence[Row]
    charts: Sequence[SafeString]
    note: str = ""

    @property
    def cells(self) -> list[list[Cell]]:
        return [list(self.head), *([row.label, *(value.cell for value in row.values)] for row in self.rows)]
