"""The panel of the fan's back: the code on the left, who hands the fan out on its right. Shares of the diameter."""

from dataclasses import replace

from django.utils.translation import gettext as _

from print_templates.content import Content
from print_templates.design import Panel, TextSlot
from print_templates.running import Line, fitted
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import Box

#: The code's place and side: its white margin stays in the round of paper and off the loop around the hole.
CODE_X, CODE_Y, CODE = 0.236, 0.6075, 0.155
#: Where the words beside it begin.
LEFT = 0.428
#: Rows as (top, height, width, largest type); the round is narrower below.
NAME, CONTACT = (0.605, 0.052, 0.4, 0.03), (0.657, 0.028, 0.4, 0.0215)
ADDRESS, OURS, COLOPHON = (
    (0.69, 0.026, 0.38, 0.0195),
    (0.717, 0.024, 0.36, 0.0172),
    (0.742, 0.022, 0.33, 0.0145),
)
LOGO_WIDTH = 0.15
#: Name, message and contact where there is a message: each of the first two may take two small lines.
CLOSER = ((0.5985, 0.034, 0.4, 0.0262), (0.6325, 0.034, 0.4, 0.0195), (0.6665, 0.0235, 0.4, 0.0185))
#: The smallest type of an imprint: 7 pt on the smallest fan.
SMALLEST = 0.0135


def panel(sheet: Sheet) -> Panel:
    width = sheet.width

    def slot(row: tuple[float, float, float, float], lines: int = 1, weight: int = 400) -> TextSlot:
        return TextSlot(box(row, width), points(row[3] * width), points(SMALLEST * width), lines, weight)

    found = Panel(
        page=1,
        code=Box(CODE_X, CODE_Y, CODE, CODE).scaled(width, width),
        logo=Box(LEFT, NAME[0] + 0.004, LOGO_WIDTH, NAME[1] + CONTACT[1] - 0.008).scaled(width, width),
        name=slot(NAME, 2, 700),
        contact=slot(CONTACT),
        address=slot(ADDRESS, weight=700),
    )
    name, message, contact = CLOSER
    return replace(
        found,
        with_message=replace(found, name=slot(name, 2, 700), message=slot(message, 2), contact=slot(contact)),
    )


def box(row: tuple[float, float, float, float], width: float) -> Box:
    top, height, wide, _size = row
    return Box(LEFT, top, wide, height).scaled(width, width)


def panel_lines(content: Content, sheet: Sheet) -> dict[str, Line]:
    """The edition's own lines below the imprint's: which address is ours, and which edition this is."""
    ours = _("Our only address is %(host)s") % {"host": content.site_host}
    edition = _("Edition %(number)s") % {"number": content.edition} if content.edition else ""
    told = {"ours": (OURS, ours), "colophon": (COLOPHON, edition)}
    return {
        key: fitted(box(row, sheet.width), words, points(row[3] * sheet.width))
        for key, (row, words) in told.items()
    }
