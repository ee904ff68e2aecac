"""The white panel at the foot of a poster and of the flyer's front: who calls, and the code.

All numbers are shares of the sheet's width; the panel hangs from the foot, so that sheets of
another ratio keep the same margins. lines.py has the edition's own lines between the imprint's.
"""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from print_templates.blanks import blanks
from print_templates.design import Panel, Reader, Room, TextSlot
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import Box

#: The code's side and its height above the foot: 100 mm on A2, 50 mm on A4 (viewing distance ÷ 10). On A5 it
#: moves in, so that its white margin keeps off the cut.
CODE = {"wall": (0.238, 0.049), "hand": (0.238, 0.049), "pocket": (0.224, 0.058)}
#: The phrase's left edge is the panel's; its words end where the code's white margin begins.
MARGIN, COLUMN = 0.06, 0.597
#: Where the lowest line's letters stand; the highest one's begin with the code.
FOOT = 0.0505
#: The height of a line's letters, kanji and figures, and of its row, in em; air between lines of one group.
KANJI, FIGURES, ROW, INSIDE = 0.9, 0.8, 1.25, 0.0075


class Row(NamedTuple):
    """A row of the panel: its upper edge above the foot, and its height."""

    rise: float
    height: float


class Type(NamedTuple):
    """Sizes for one kind of reader: the largest that each row is set in, and the smallest of an imprint."""

    opens: float
    address: float
    note: float
    label: float
    number: float
    name: float
    contact: float
    colophon: float
    smallest: float


#: What can be two lines: a long name grows upwards, a long colophon to both sides.
NAME_HEIGHT, COLOPHON_HEIGHT = 0.045, 0.033
#: The logo stands before name and contact: its width, and how far it reaches beyond their letters.
LOGO_WIDTH, BEYOND = 0.13, 0.002
#: A2: key text from 28 pt (0.0235), notes from 16 pt. A4: notes from 10.5 pt (0.0177); B5 9 pt. A5: 8.5 pt (0.0203).
TYPE = {
    "wall": Type(0.0335, 0.0238, 0.0162, 0.0185, 0.0305, 0.0285, 0.0205, 0.0138, 0.0135),
    "hand": Type(0.0335, 0.0238, 0.0178, 0.0185, 0.0305, 0.0285, 0.0205, 0.0145, 0.0135),
    "pocket": Type(0.0335, 0.0238, 0.0204, 0.0204, 0.0305, 0.0285, 0.0215, 0.0168, 0.0168),
}
#: With a message: the largest type of name, message and contact, the smallest of all three, and the air between them.
CLOSER = {
    "wall": (0.0235, 0.0172, 0.0172, 0.0132, 0.0045),
    "hand": (0.022, 0.0172, 0.0178, 0.0132, 0.0045),
    "pocket": (0.02, 0.0175, 0.0175, 0.0149, 0.004),
}
#: Two lines of a long name above a message.
CLOSER_NAME = 0.0335
#: Lines to write on: how high they reach above the foot of the contact, and the air below them.
BLANKS, BLANKS_AIR = 0.059, 0.0035
#: Sheets from this width hang on a wall; narrower than the second, they go into a pocket (mm).
WALL, HAND = 297, 182


def reader(sheet: Sheet) -> Reader:
    """How somebody meets a sheet."""
    if sheet.width >= WALL:
        return "wall"
    return "hand" if sheet.width >= HAND else "pocket"


def room(sheet: Sheet) -> Room:
    return Room(reader(sheet))


@cache
def rows(kind: Reader) -> dict[str, Row]:
    """The lines in three groups with equal air between them: what the code opens, the telephone, who hangs it."""
    sizes = TYPE[kind]
    groups = (
        ("opens", "address", "note"),
        ("number", "answers"),
        ("name", "contact", "colophon"),
    )
    of = sizes._asdict() | {"answers": sizes.note}
    tall = {key: of[key] * (FIGURES if key == "number" else KANJI) for group in groups for key in group}
    side, top = CODE[kind]
    top += side
    taken = sum(tall.values()) + INSIDE * (len(tall) - len(groups))
    between = (top - FOOT - taken) / (len(groups) - 1)
    found = {}
    for group in groups:
        for key in group:
            found[key] = Row(top - tall[key] / 2 + ROW * of[key] / 2, ROW * of[key])
            top -= tall[key] + INSIDE
        top -= between - INSIDE
    return found


def placed(sheet: Sheet, row: Row, x: float = MARGIN, width: float = COLUMN) -> Box:
    """A row of a sheet in mm."""
    share = sheet.width
    return Box(x * share, sheet.height - row.rise * share, width * share, row.height * share)


def foot(row: Row) -> float:
    """How far above the sheet's foot a row ends."""
    return row.rise - row.height


def panel(sheet: Sheet, page: int = 0) -> Panel:
    kind = reader(sheet)
    code, code_rise = CODE[kind]
    sizes, here = TYPE[kind], rows(kind)
    name = Row(foot(here["name"]) + NAME_HEIGHT, NAME_HEIGHT)

    def slot(row: Row, size: float, lines: int = 1, weight: int = 400, above: float = 0.5) -> TextSlot:
        width, smallest = sheet.width, sizes.smallest
        box = placed(sheet, row)
        return TextSlot(box, points(size * width), points(smallest * width), lines, weight, above=above)

    found = Panel(
        page=page,
        code=placed(sheet, Row(code_rise + code, code), 1 - MARGIN - code, code),
        logo=placed(sheet, logo(kind), MARGIN, LOGO_WIDTH),
        name=slot(name, sizes.name, 2, 700, above=1.0),
        contact=slot(here["contact"], sizes.contact),
        address=slot(here["address"], sizes.address, weight=700),
        blanks=blanks(placed(sheet, Row(foot(here["contact"]) + BLANKS_AIR + BLANKS, BLANKS))),
    )
    return replace(found, with_message=with_message(found, sheet))


def with_message(panel: Panel, sheet: Sheet) -> Panel:
    """The same panel with a message between name and contact: all three upwards from the contact's foot."""
    kind, width = reader(sheet), sheet.width
    *sizes, smallest, air = CLOSER[kind]
    contact = rows(kind)["contact"]
    at = foot(contact) + contact.height * (1 - KANJI / ROW) / 2
    slots = []
    for size, lines in zip(reversed(sizes), (1, 1, 2), strict=True):
        # The letters stand at `at`; a row is higher than they are, and a name's grows upwards.
        low = at - (ROW - KANJI) / 2 * size
        high = ROW * size if lines == 1 else max(CLOSER_NAME, ROW * size)
        box, weight = placed(sheet, Row(low + high, high)), 400 if lines == 1 else 700
        above = 0.5 if lines == 1 else 1.0
        slots.append(
            TextSlot(box, points(size * width), points(smallest * width), lines, weight, above=above)
        )
        at += KANJI * size + air
    top = at - air
    letters = foot(contact) + contact.height * (1 - KANJI / ROW) / 2
    above_all = Row(top - INSIDE, top - INSIDE - letters)
    return replace(
        panel,
        logo=placed(sheet, above_all, MARGIN, LOGO_WIDTH),
        contact=slots[0],
        message=slots[1],
        name=slots[2],
    )


def logo(kind: Reader) -> Row:
    """The height of name and contact together."""
    upper, lower = rows(kind)["name"], rows(kind)["contact"]
    rise = upper.rise - upper.height * (1 - KANJI / ROW) / 2 + BEYOND
    return Row(rise, rise - foot(lower) - lower.height * (1 - KANJI / ROW) / 2 + BEYOND)
