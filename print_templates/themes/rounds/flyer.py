"""The flyer's information side: the group looks over the header's edge, two arms meet at the foot."""

from print_templates.themes.rounds.embrace import Paint
from print_templates.themes.rounds.geometry import Circle, fill
from print_templates.themes.rounds.hands import Arm, hand
from print_templates.themes.rounds.hero import FOOT as FLOOR
from print_templates.themes.rounds.hero import LOW
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.theme import Canvas

#: Lower edge of the header and upper edge of the foot, in shares of the height.
HEADER, FOOT = 0.113, 0.97

#: The foot in thousandths of the width, 0 at its upper edge: a ring so large that it runs straight.
CLASP = Arm(Circle(0, 100023, 100000), width=38, start=-90, end=-89.64, thumb=-1, reach=0.6)
COAT, CUFF, DEPTH = 560, 630, 90


def flyer_back(canvas: Canvas) -> str:
    """Header strip, paper, and a slim foot."""
    unit, edge, foot = canvas.width / 1000, canvas.height * HEADER, canvas.height * FOOT
    scale = 0.25 * unit
    return canvas.svg(
        [
            sheet(canvas, "ground"),
            placed(LOW.shapes(canvas.ink), scale, x=735 * unit, y=edge - FLOOR * scale),
            sheet(canvas, "paper", edge),
            sheet(canvas, "leaf", foot),
            placed(clasp(canvas.ink), unit, y=foot),
        ]
    )


def clasp(ink: Paint) -> list[str]:
    """A coral arm from the left edge, its cuff and hand laid on the leaf one."""
    return [
        fill(hand(CLASP), ink("paper")),
        fill(f"M-90 0H{COAT}V{DEPTH}H-90Z", ink("accent")),
        fill(f"M{COAT} 0H{CUFF}V{DEPTH}H{COAT}Z", ink("deep")),
    ]
