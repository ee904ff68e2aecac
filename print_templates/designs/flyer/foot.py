"""The foot of the flyer's back: who hands it out, the code, and who issued it."""

from dataclasses import replace

from django.utils.translation import gettext as _

from print_templates import running
from print_templates.blanks import blanks
from print_templates.content import Content
from print_templates.design import Panel, TextSlot
from print_templates.designs.flyer.grid import Grid
from print_templates.sheet import points
from print_templates.themes.theme import Box

#: The foot's height in its own em: what its lines are set in is larger where the code is.
EMS = 8.5
#: Lines from the foot's upper edge in that em: their top, height, largest type and most lines.
NAME, CONTACT, ADDRESS, TRUSTED = (
    (1.6, 1.7, 1.32, 2),
    (3.3, 1.1, 0.95, 1),
    (4.4, 1.1, 0.95, 1),
    (5.52, 1.05, 0.86, 1),
)
#: Name, message and contact where there is a message.
CLOSER = ((1.5, 1.2, 0.96, 2), (2.6, 0.95, 0.76, 1), (3.5, 0.95, 0.76, 1))
#: Lines to write on: their top and height in that em.
BLANKS = (1.4, 2.65)
#: The smallest type of an imprint's lines, a share of the notes'.
SMALLEST = 0.68
#: The logo beside name and contact: a share of the sheet's width, its height in em; the air before the code.
LOGO_WIDTH, LOGO_HEIGHT, BESIDE = 0.14, 2.75, 0.03
#: Air above the colophon in em, and its distance of baselines; its sizes are tried in shares of the notes'.
COLOPHON_AIR, COLOPHON_LEADING = 0.1, 1.18
COLOPHON_SIZES = (0.9, 0.86, 0.81, 0.76, 0.72, 0.68, 0.65, 0.62, 0.6, 0.56, 0.52)


def column(grid: Grid) -> float:
    """The width in mm beside the code."""
    return grid.code.x - BESIDE * grid.sheet.width - grid.left


def unit(grid: Grid) -> float:
    """The foot's em in pt."""
    return points(grid.foot.height) / EMS


def back_panel(grid: Grid) -> Panel:
    foot, em = grid.foot, grid.foot.height / EMS

    def slot(line: tuple[float, float, float, int], weight: int = 400) -> TextSlot:
        top, tall, size, lines = line
        box = Box(foot.x, foot.y + top * em, column(grid), tall * em)
        return TextSlot(box, size * unit(grid), SMALLEST * grid.note, lines, weight)

    found = Panel(
        page=1,
        code=grid.code,
        logo=Box(foot.x, foot.y + NAME[0] * em, LOGO_WIDTH * grid.sheet.width, LOGO_HEIGHT * em),
        name=slot(NAME, 700),
        contact=slot(CONTACT),
        address=slot(ADDRESS, 700),
        blanks=blanks(Box(foot.x, foot.y + BLANKS[0] * em, column(grid), BLANKS[1] * em)),
        places=grid.slots(),
    )
    name, message, here = CLOSER
    return replace(
        found, with_message=replace(found, name=slot(name, 700), message=slot(message), contact=slot(here))
    )


def colophon(content: Content) -> str:
    """Who issued the flyer, their office and telephone, and which edition it is."""
    edition = _("Edition %(number)s") % {"number": content.edition} if content.edition else ""
    issuer = f"{_('Issued by')} {content.issuer}"
    parts = (issuer, content.issuer_note, content.contact, edition)
    return "　".join(part for part in parts if part)


def colophon_size(content: Content, grid: Grid) -> float:
    """The colophon's size in pt: on two lines however long the names are."""
    sizes = [share * grid.note for share in COLOPHON_SIZES]
    room = (EMS - TRUSTED[0] - TRUSTED[1] - COLOPHON_AIR) * unit(grid)
    return running.largest(colophon(content), sizes, points(column(grid)), room, COLOPHON_LEADING)
