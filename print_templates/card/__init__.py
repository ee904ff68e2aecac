"""Cards of one place: eight of 105 × 74 mm (A7) on A4, to be cut apart and handed on.

Like the sticker they have no panels: all of a sheet is one place's own.
"""

from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from django.template import Context
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from print_templates.content import Content
from print_templates.design import engine
from print_templates.fonts import Face, body, script_style
from print_templates.measure import advance
from print_templates.plate import Job, about_plate
from print_templates.qr import QUIET_ZONE, modules, runs
from print_templates.sheet import Sheet, points
from print_templates.themes import theme

SHEET = Sheet("a4", 210, 297, finishes=("office",))
#: A card in mm, columns and rows on the sheet.
CARD_WIDTH, CARD_HEIGHT, COLUMNS, ROWS = 105, 74, 2, 4
#: Room in mm for the name across a card, and for the lines below it beside the code.
NAME_ROOM, LINES_WIDTH, LINES_HEIGHT = 91.0, 58.0, 40.0
#: Sizes in pt where the words fit, and the least at which the longest still do.
NAME_SIZE, LEAST_NAME, LINE_SIZE, LEAST_LINE = 15.0, 8.0, 9.0, 5.5
#: The distance of lines and of paragraphs in multiples of their size (style.css).
LEADING, APART = 1.4, 0.45
#: What may be lost at the end of a line that breaks between words.
LOST = 1.1


@dataclass(frozen=True)
class PlaceCard:
    """What a card says: the place, one sentence, lines of facts, and the address of its page as code and as words.

    The first lines are the most needed: of long ones the last are left out.
    """

    name: str
    summary: str
    lines: tuple[str, ...]
    url: str
    address: str


def card_job(content: Content, card: PlaceCard) -> Job:
    """What is to be made; of `content` only language, theme, title and issuer are used."""
    with translation.override(content.language):
        page = engine().get_template("card/page.html").render(Context(words(content, card)))
    return Job(page, "office", SHEET, (), about_plate(content, card.name, page, press=False))


def words(content: Content, card: PlaceCard) -> dict[str, Any]:
    bold, plain = body(700, content.language), body(400, content.language)
    room = points(NAME_ROOM) * 2 / LOST
    name_size = min(NAME_SIZE, room / max(advance(card.name, bold), 1.0))
    lines, size = fitted([line for line in (card.summary, *card.lines) if line], plain)
    return {
        "content": content,
        "card": card,
        "name_size": round(max(LEAST_NAME, name_size) - 0.05, 1),
        "line_size": size,
        "lines": lines,
        "code": drawn(card.url),
        "line": theme(content.theme).inks["deep"].srgb,
        "cards": range(COLUMNS * ROWS),
        "style": mark_safe(style() + script_style(content.language)),
    }


def fitted(lines: list[str], face: Face) -> tuple[list[str], float]:
    """The lines that fit the room beside the code, and their size in pt; the last ones are left to the page."""
    for number in range(len(lines), 0, -1):
        widths = [advance(line, face) for line in lines[:number]]
        size = LINE_SIZE
        while size >= LEAST_LINE:
            if height(widths, size) <= points(LINES_HEIGHT):
                return lines[:number], size
            size -= 0.25
    return [], LINE_SIZE


def height(widths: list[float], size: float) -> float:
    """How tall paragraphs are in pt."""
    rows = sum(max(1, ceil(width * size * LOST / points(LINES_WIDTH))) for width in widths)
    return size * (rows * LEADING + len(widths) * APART)


def drawn(url: str) -> SafeString:
    """The code with the light modules around it, as one shape."""
    matrix = modules(url)
    side = len(matrix) + 2 * QUIET_ZONE
    path = "".join(
        f"M{column + QUIET_ZONE} {row + QUIET_ZONE}h{length}v1h-{length}z"
        for row, column, length in runs(matrix)
    )
    return mark_safe(f'<svg viewBox="0 0 {side} {side}" aria-hidden="true"><path d="{path}"/></svg>')


@cache
def style() -> str:
    return (Path(__file__).parent / "style.css").read_text()
