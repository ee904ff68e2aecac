"""Lines to write on by hand: what is to stand there in small letters, and a rule beside it.

The first takes a whole row, the two others share the second.
"""

from print_templates.design import Blank, TextSlot
from print_templates.sheet import points
from print_templates.themes.theme import Box

#: Where each label and its rule begin and end, as shares of the width, by row.
ROWS = (((0.0, 0.15, 1.0),), ((0.0, 0.185, 0.565), (0.6, 0.69, 1.0)))
#: The labels' type as shares of a row's height, largest and smallest, and how thick a rule is in mm.
LABEL, SMALLEST, RULE = 0.38, 0.26, 0.25
#: Air between a label and its rule as a share of the width.
APART = 0.01


def blanks(box: Box) -> tuple[Blank, ...]:
    """The lines of a box in mm, in the order in which they are filled in."""
    tall = box.height / len(ROWS)
    return tuple(
        blank(Box(box.x, box.y + number * tall, box.width, tall), *edges)
        for number, row in enumerate(ROWS)
        for edges in row
    )


def blank(row: Box, start: float, rule: float, end: float) -> Blank:
    """One line of a row: label and rule stand on the row's foot."""
    foot, wide = row.y + row.height, row.width
    size = LABEL * row.height
    label = Box(row.x + start * wide, foot - 1.25 * size, (rule - start - APART) * wide, 1.25 * size)
    slot = TextSlot(label, points(size), points(SMALLEST * row.height), above=1.0)
    return Blank(slot, Box(row.x + rule * wide, foot - RULE, (end - rule) * wide, RULE))
