"""The edition's own lines in the white panel: what the code opens, whose address it is, the telephone, the issuer.

Every line is measured: a long one is set smaller, and without a desk to call its rows go to the address that is ours.
"""

from typing import Any

from django.utils.translation import gettext as _

from print_templates.content import Content, DeskLine, Reading
from print_templates.designs.poster.panel import (
    COLOPHON_HEIGHT,
    FIGURES,
    KANJI,
    TYPE,
    Row,
    foot,
    placed,
    reader,
    rows,
)
from print_templates.fonts import BODY
from print_templates.running import Line, fitted, readings
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import Box
from print_templates.typeset import advance

#: Air between the label and the number, in em of the label.
APART = 0.7
#: The number is spaced by so many em.
SPACING = 0.02
#: Who answers is left out where it would make the hours smaller than this share of their size.
READABLE = 0.9
#: Hours that would be smaller than this, in pt, are left to the page that the code opens.
LEAST = 5.5
#: Without a telephone, the address that is ours is said larger.
ALONE = 1.2
#: How far readings move the telephone up, a share of the sheet's width.
RAISED = 0.006


def front(content: Content, sheet: Sheet) -> dict[str, Any]:
    """What the template of the panel needs beside the imprint's rooms."""
    sizes, here = TYPE[reader(sheet)], rows(reader(sheet))
    read = readings(content)
    desk = content.desks[0] if content.desks else None
    ours = _("Our only address is %(host)s") % {"host": content.site_host}
    row, size = (here["note"], sizes.note) if desk else (both(here), ALONE * sizes.note)
    opens = _("Places near you, and people to talk to")
    return {
        "opens": line(sheet, here["opens"], opens, sizes.opens, 700, read),
        "ours": line(sheet, row, ours, size, 400, read),
        "phone": phone(desk, sheet, read) if desk else None,
        "colophon": line(sheet, two_lines(here["colophon"]), colophon(content), sizes.colophon),
    }


def both(here: dict[str, Row]) -> Row:
    """The telephone's two rows as one."""
    upper, lower = here["number"], here["answers"]
    return Row(upper.rise, upper.rise - foot(lower))


def two_lines(row: Row) -> Row:
    """A row of two small lines in the place of one."""
    return Row(row.rise + (COLOPHON_HEIGHT - row.height) / 2, COLOPHON_HEIGHT)


def line(
    sheet: Sheet, row: Row, words: str, size: float, weight: int = 400, read: tuple[Reading, ...] = ()
) -> Line:
    """A text of at most as many lines as its row has room for, as large as it can be."""
    return fitted(placed(sheet, row), words, points(size * sheet.width), weight, read)


def colophon(content: Content) -> str:
    """Who issued the print, their office, and which edition it is."""
    edition = _("Edition %(number)s") % {"number": content.edition} if content.edition else ""
    return "　".join(part for part in (content.issuer, content.issuer_note, edition) if part)


def phone(desk: DeskLine, sheet: Sheet, read: tuple[Reading, ...]) -> dict[str, Line]:
    """The telephone: a label and the number on one baseline, below them who answers and when."""
    sizes, here = TYPE[reader(sheet)], rows(reader(sheet))
    raised = RAISED if read else 0.0
    row = placed(sheet, Row(here["number"].rise + raised, here["number"].height))
    label, label_size = _("By telephone"), sizes.label * sheet.width
    x = (advance(label, BODY[700]) + APART) * label_size
    spaced = advance(desk.phone, BODY[700]) + SPACING * len(desk.phone)
    size = min(sizes.number * sheet.width, 0.98 * (row.width - x) / spaced)
    level = (FIGURES * size - (2 * FIGURES - KANJI) * label_size) / 2
    return {
        "label": Line(Box(row.x, row.y + level, x, row.height), label, points(label_size)),
        "number": Line(Box(row.x + x, row.y, row.width - x, row.height), desk.phone, points(size)),
        "rest": answers(desk, placed(sheet, here["answers"]), points(sizes.note * sheet.width), read),
    }


def answers(desk: DeskLine, box: Box, size: float, read: tuple[Reading, ...]) -> Line:
    """Who answers and when on one line; only when, where both would be too small to be read."""
    both = fitted(box, f"{desk.name}　{desk.hours}".strip(), size, 400, read)
    if both.size >= READABLE * size or not desk.hours:
        return both
    hours = fitted(box, desk.hours, size, 400, read)
    return hours if hours.size >= LEAST else fitted(box, desk.name, size, 400, read)
