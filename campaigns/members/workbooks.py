"""Tables as an Excel workbook, in which numbers are numbers and nothing that people typed is a formula (BARS 13)."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from campaigns.members.spreadsheets import Cell

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Letters of the first column and of the others; the letters that a sheet's name has at most.
FIRST, OTHERS, NAME = 36, 14, 31

Rows = Iterable[Sequence[Cell]]


def written(sheets: Mapping[str, Rows]) -> bytes:
    """A sheet for each name; its first row is its head and stays in sight."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    for name, rows in sheets.items():
        fill(book.create_sheet(name[:NAME]), rows)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def fill(sheet: WriteOnlyWorksheet, rows: Rows) -> None:
    listed = list(rows)
    sheet.freeze_panes = "B2"
    for place in range(max(map(len, listed), default=0)):
        sheet.column_dimensions[get_column_letter(place + 1)].width = OTHERS if place else FIRST
    for number, row in enumerate(listed):
        sheet.append([cell_of(sheet, cell, is_head=number == 0) for cell in row])


def cell_of(sheet: WriteOnlyWorksheet, value: Cell, *, is_head: bool) -> WriteOnlyCell:
    """Text stays text, also when it looks like a formula and somebody goes over it with the cursor."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    cell.quotePrefix = True
    if is_head:
        cell.font = Font(bold=True)
    return cell


def xlsx_answer(filename: str, sheets: Mapping[str, Rows]) -> HttpResponse:
    """The workbook as a file to keep."""
    return HttpResponse(
        written(sheets),
        content_type=TYPE,
        headers={"Content-Disposition": f'attachment; filename="{filename}"', "Cache-Control": "no-store"},
    )
