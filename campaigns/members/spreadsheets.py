"""Tables for a spreadsheet, in which nothing that people typed is a formula (BARS 13), and the text of those they bring."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.http import HttpResponse

#: What a spreadsheet takes for the beginning of a formula, full-width letters too.
FORMULA = frozenset("=+-@＝＋－＠\t\r\n")

#: Encodings in which spreadsheets save in Japan: with or without Excel's mark, and Excel's old one.
ENCODINGS = ("utf-8-sig", "cp932")

Cell = str | int | float


class Undecodable(ValueError):
    """A file in none of the encodings that spreadsheets save in."""


def written(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows as CSV, without formulas and with the mark by which Excel knows UTF-8."""
    out = StringIO()
    csv.writer(out).writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def csv_answer(filename: str, rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """The rows as a file to keep."""
    return HttpResponse(
        written(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}"', "Cache-Control": "no-store"},
    )


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with or without mark, or in CP932 as Excel on Japanese Windows writes it.

    Raises Undecodable.
    """
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Undecodable


def safe(cell: Cell) -> Cell:
    """The cell with an apostrophe before what would be a formula."""
    if isinstance(cell, str) and cell.lstrip(" 　")[:1] in FORMULA and cell:
        return f"'{cell}"
    return cell
