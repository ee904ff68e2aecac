"""The white panel at the foot of a poster and of the flyer's front: who calls, and the code.

All numbers are shares of the sheet's width; the panel hangs from the foot, so that sheets of
another ratio keep the same margins.
"""

from print_templates.design import Panel, TextSlot
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import Box

#: Side of the code: 100 mm on A2, 50 mm on A4 (viewing distance ÷ 10).
CODE = 0.238
MARGIN = 0.05
LEFT_COLUMN = 0.585


def panel(sheet: Sheet, page: int = 0) -> Panel:
    width = sheet.width

    def placed(x: float, rise: float, w: float, h: float) -> Box:
        """A box by its upper edge's height above the foot."""
        return Box(x * width, sheet.height - rise * width, w * width, h * width)

    def size(share: float) -> float:
        return points(share * width)

    return Panel(
        page=page,
        code=placed(1 - MARGIN - CODE, 0.044 + CODE, CODE, CODE),
        logo=placed(MARGIN, 0.137, 0.13, 0.066),
        name=TextSlot(
            placed(MARGIN, 0.139, LEFT_COLUMN, 0.046), size(0.029), size(0.0135), lines=2, weight=700
        ),
        contact=TextSlot(placed(MARGIN, 0.092, LEFT_COLUMN, 0.024), size(0.0195), size(0.0135)),
        address=TextSlot(placed(MARGIN, 0.236, LEFT_COLUMN, 0.024), size(0.0195), size(0.0135), weight=700),
    )
