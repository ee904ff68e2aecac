"""The job ticket (仕様書): one page that spares the print shop a call, and one of hints for whoever orders.

It is a plate like any other: what holds for a whole set of press files is laid out once, whose they are and
their digests are imprinted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context
from django.utils import translation
from django.utils.safestring import mark_safe

from print_templates.content import Content, Imprint
from print_templates.design import Design, Panel, TextSlot, engine
from print_templates.fonts import BODY
from print_templates.measure import advance
from print_templates.plate import Job, about_plate
from print_templates.sheet import Sheet, points
from print_templates.shop import GENERIC, PrintShop
from print_templates.themes.theme import Box

SHEET = Sheet("a4", 210, 297, finishes=("office",))
MARGIN = 16.0
#: The table of files: top of its first row and a row's height in mm, and the most rows that leave room below.
ROWS_TOP, ROW_HEIGHT, MOST_FILES = 130.0, 9.8, 14
#: Left edge and width in mm of the numbers of copies, within their column.
COUNT_LEFT, COUNT_ROOM = 177.5, 15.0
#: Room of a file's name in mm, and its size in pt where it fits.
NAME_ROOM, NAME_SIZE = 90.0, 9.5
#: Side of the code in mm.
CODE = 26.0


@dataclass(frozen=True)
class TicketFile:
    """One press file: its name, size after cutting in mm, sides, and whether it is cut with a die."""

    name: str
    trim: tuple[float, float]
    pages: int
    die: bool = False


class TooManyFiles(ValueError):
    """More files than one page has room for."""


@dataclass(frozen=True)
class TicketDesign(Design):
    """The ticket of a set of press files, as a design like any other."""

    files: tuple[TicketFile, ...] = ()


@cache
def ticket_design(files: tuple[TicketFile, ...]) -> TicketDesign:
    return TicketDesign(
        "ticket", (SHEET,), ("ticket", "hints"), lambda sheet, places=0: (panel(files),), files=files
    )


def panel(files: Sequence[TicketFile]) -> Panel:
    """Whose prints they are, where the code leads, a line below each file's name, and a number of copies for each."""
    right = SHEET.width - MARGIN
    nowhere = Box(0, 0, 0, 0)
    return Panel(
        page=0,
        code=Box(right - CODE, 39, CODE, CODE),
        name=TextSlot(Box(MARGIN, 38, 136, 12), 16, 8, lines=2, weight=700),
        contact=TextSlot(Box(MARGIN, 50.5, 136, 6), 10, 7),
        address=TextSlot(Box(MARGIN, 57, 136, 6), 10, 7),
        logo=nowhere,
        lines=tuple(
            slot(ROWS_TOP + row * ROW_HEIGHT) for slot in (line_slot, count_slot) for row in range(len(files))
        ),
    )


def line_slot(top: float) -> TextSlot:
    """Room for a line below the file's name, in a row that begins at `top` mm."""
    return TextSlot(Box(MARGIN + 2, top + 5.1, 116, 3.6), 6.6, 5)


def count_slot(top: float) -> TextSlot:
    """Room for a number in the column of copies; left empty for whoever writes by hand."""
    return TextSlot(Box(COUNT_LEFT, top + 0.9, COUNT_ROOM, 5), 9.5, 6, weight=700, align="right")


def ticket_job(content: Content, files: Sequence[TicketFile], shop: PrintShop = GENERIC) -> Job:
    """What is to be made for a set of press files. Raises TooManyFiles."""
    if len(files) > MOST_FILES:
        raise TooManyFiles(f"a ticket has room for {MOST_FILES} files, not for {len(files)}")
    with translation.override(content.language):
        page = engine().get_template("ticket/page.html").render(Context(words(content, files, shop)))
    about = about_plate(content, "job-ticket", f"{shop.digest} {page}", press=False)
    return Job(page, "office", SHEET, (panel(files),), about)


def words(content: Content, files: Sequence[TicketFile], shop: PrintShop) -> dict[str, Any]:
    return {
        "content": content,
        "files": files,
        "shop": shop,
        "die": any(file.die for file in files),
        "flyer": any(file.pages > 1 and not file.die for file in files),
        "poster": any(file.pages == 1 for file in files),
        "title_size": title_size(content.title),
        "name_size": name_size(files),
        "rows_top": ROWS_TOP,
        "row_height": ROW_HEIGHT,
        "style": mark_safe(style()),
    }


def title_size(title: str) -> float:
    """The size in pt at which a title and its edition fit two lines of the sheet: 15, or less for a long one."""
    room = 2 * points(SHEET.width - 2 * MARGIN)
    # A third of a line is lost where it breaks, and the edition stands behind it.
    return min(15.0, round(0.8 * room / (advance(title, BODY[700]) + 4), 1))


def name_size(files: Sequence[TicketFile]) -> float:
    """The size in pt at which every file's name fits its column; long ones have a variant and a print shop."""
    longest = max((advance(file.name, BODY[700]) for file in files), default=1.0)
    return min(NAME_SIZE, round(points(NAME_ROOM) / longest - 0.05, 1))


@cache
def style() -> str:
    return (Path(__file__).parent / "style.css").read_text()


def ticket_imprint(imprint: Imprint, digests: Sequence[str]) -> Imprint:
    """What is imprinted on an organisation's ticket: `digests` are the SHA-256 of its files, in their order."""
    return replace(imprint, logo=None, lines=tuple(f"SHA-256 {digest}" for digest in digests))


def order_imprint(imprint: Imprint, lines: Sequence[str], counts: Sequence[str]) -> Imprint:
    """What is imprinted on the ticket of an order: a line for each file and its copies, both in their order."""
    return replace(imprint, logo=None, lines=(*lines, *counts))
