"""The white panel at the foot of a poster and of the flyer's front: who calls, and the code.

All numbers are shares of the sheet's width; the panel hangs from the foot, so that sheets of
another ratio keep the same margins.
"""

from typing import NamedTuple

from print_templates.design import Panel, Reader, Room, TextSlot
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import Box

#: The code's side and its height above the foot: 100 mm on A2, 50 mm on A4 (viewing distance ÷ 10). On A5 it
#: moves in, so that its white margin keeps off the cut.
CODE = {"wall": (0.238, 0.044), "hand": (0.238, 0.044), "pocket": (0.224, 0.058)}
MARGIN = 0.05
LEFT_COLUMN = 0.585


class Line(NamedTuple):
    """One line of an imprint: its upper edge above the foot, its height, and its largest and smallest type."""

    rise: float
    height: float
    size: float
    smallest: float


#: Name, contact, address and the logo's (rise, height) by reader. On A5 nothing is smaller than 7 pt.
LINES = {
    "wall": (
        Line(0.139, 0.046, 0.029, 0.0135),
        Line(0.092, 0.024, 0.0195, 0.0135),
        Line(0.236, 0.024, 0.0195, 0.0135),
    ),
    "pocket": (
        Line(0.125, 0.048, 0.03, 0.017),
        Line(0.074, 0.028, 0.0215, 0.017),
        Line(0.235, 0.026, 0.0225, 0.017),
    ),
}
LINES["hand"] = LINES["wall"]
LOGO = {"wall": (0.137, 0.066), "hand": (0.137, 0.066), "pocket": (0.123, 0.074)}
#: Sheets from this width hang on a wall; narrower than the second, they go into a pocket (mm).
WALL, HAND = 297, 182


def reader(sheet: Sheet) -> Reader:
    """How somebody meets a sheet."""
    if sheet.width >= WALL:
        return "wall"
    return "hand" if sheet.width >= HAND else "pocket"


def room(sheet: Sheet) -> Room:
    return Room(reader(sheet))


def panel(sheet: Sheet, page: int = 0) -> Panel:
    width = sheet.width
    name, contact, address = LINES[reader(sheet)]
    code, code_rise = CODE[reader(sheet)]
    logo_rise, logo_height = LOGO[reader(sheet)]

    def placed(x: float, rise: float, w: float, h: float) -> Box:
        """A box by its upper edge's height above the foot."""
        return Box(x * width, sheet.height - rise * width, w * width, h * width)

    def slot(line: Line, lines: int = 1, weight: int = 400) -> TextSlot:
        box = placed(MARGIN, line.rise, LEFT_COLUMN, line.height)
        return TextSlot(box, points(line.size * width), points(line.smallest * width), lines, weight)

    return Panel(
        page=page,
        code=placed(1 - MARGIN - code, code_rise + code, code, code),
        logo=placed(MARGIN, logo_rise, 0.13, logo_height),
        name=slot(name, 2, 700),
        contact=slot(contact),
        address=slot(address, weight=700),
    )
