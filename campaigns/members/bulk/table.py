"""A CSV file as Excel and others write it, read into cells. Whatever is wrong is said by row and column."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.members.spreadsheets import Undecodable, decoded, written

MOST_ROWS, MOST_BYTES = 1000, 1024 * 1024

#: What a list has, as its first row names it, in the order of the template.
COLUMNS = {
    "name": gettext_lazy("Name of the organisation"),
    "reading": gettext_lazy("Reading (in hiragana)"),
    "kind": gettext_lazy("Kind of organisation"),
    "municipality": gettext_lazy("Municipality or ward"),
    "email": gettext_lazy("E-mail address"),
    "website": gettext_lazy("Website"),
    "phone": gettext_lazy("Telephone"),
}
NEEDED = ("name", "kind", "municipality", "email")
LANGUAGES = ("ja", "en")


@dataclass(frozen=True)
class Problem:
    """What is wrong where: the row as a spreadsheet counts it (0 for the whole file), the column in words."""

    row: int
    column: str
    sentence: str


class UnreadableList(ValueError):
    """Nothing can be made of the file; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)
        self.problems = problems

    @classmethod
    def because(cls, sentence: str, row: int = 0) -> "UnreadableList":
        return cls(Problem(row, "", sentence))


@dataclass(frozen=True)
class Line:
    """One row of the file with its cells by column."""

    row: int
    cells: dict[str, str]


def text_of(upload: bytes) -> str:
    """The text of a file. Raises UnreadableList."""
    try:
        return decoded(upload)
    except Undecodable as error:
        raise UnreadableList.because(
            _(
                "This file cannot be read. In Excel, please choose “CSV UTF-8 (comma delimited)” when you save it."
            )
        ) from error


def lines(text: str) -> list[Line]:
    """The rows below the first, empty ones left out. Raises UnreadableList."""
    rows = records(text)
    _row, first = next(rows, (1, []))
    columns = named(first)
    found: list[Line] = []
    for row, cells in rows:
        if len(found) == MOST_ROWS:
            said = _("A list has at most %(most)s rows. Please divide it.")
            raise UnreadableList.because(said % {"most": MOST_ROWS}, row)
        if any(cells[len(columns) :]):
            raise UnreadableList.because(_("This row has more cells than the first row has names."), row)
        found.append(Line(row, dict(zip(columns, cells, strict=False))))
    if not found:
        raise UnreadableList.because(_("The list has no rows below the first."))
    return found


def records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Row numbers and trimmed cells of every row that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, 1):
            trimmed = [cell.strip() for cell in cells]
            if any(trimmed):
                yield row, trimmed
    except csv.Error as error:
        said = _("This row cannot be read: a quotation mark is missing or too many.")
        raise UnreadableList.because(said, row + 1) from error


def named(first: list[str]) -> list[str]:
    """The columns that the first row names, in either language. Raises UnreadableList with all that is wrong."""
    names = {"".join(name.split()).lower(): key for key in COLUMNS for name in names_of(key)}
    columns = [names.get("".join(name.split()).lower(), "") for name in first]
    unknown = [name for name, key in zip(first, columns, strict=True) if name and not key]
    problems = [Problem(1, name, _("We do not know this column.")) for name in unknown]
    for key, label in COLUMNS.items():
        if key in NEEDED and key not in columns:
            problems.append(Problem(1, str(label), _("This column is missing.")))
        if columns.count(key) > 1:
            problems.append(Problem(1, str(label), _("This column is there twice.")))
    if problems:
        raise UnreadableList(*problems)
    return columns


def names_of(key: str) -> set[str]:
    """How the first row may call a column."""
    found = {key}
    for language in LANGUAGES:
        with translation.override(language):
            found.add(str(COLUMNS[key]))
    return found


def template() -> bytes:
    """An empty list to fill in; the mark at its beginning makes Excel read it as UTF-8."""
    return written([[str(label) for label in COLUMNS.values()]])
