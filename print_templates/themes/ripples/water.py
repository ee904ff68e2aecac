"""Flat fields, and the shores between them: long calm lines across the sheet, or round a pool."""

from dataclasses import dataclass

from print_templates.themes.ripples.compass import fill, number
from print_templates.themes.theme import Canvas

#: Shores run this far past the bleed, so that no hair of what they cover is left along its edge.
PAST = 1


def field(canvas: Canvas, ink: str, top: float = 0, bottom: float = 1) -> str:
    """A field across the sheet, from share to share of its height; the sheet's ends include the bleed."""
    bleed = canvas.bleed
    start = top * canvas.height - (bleed if top == 0 else 0)
    end = bottom * canvas.height + (bleed if bottom == 1 else 0)
    return (
        f'<rect x="{number(-bleed)}" y="{number(start)}" width="{number(canvas.width + 2 * bleed)}" '
        f'height="{number(end - start)}" fill="{canvas.ink(ink)}"/>'
    )


@dataclass(frozen=True)
class Shore:
    """A line from edge to edge through four heights in the canvas's unit: both ends, and the two that pull
    the line between them, a third and two thirds of the way across."""

    left: float
    pull_left: float
    pull_right: float
    right: float

    def line(self, canvas: Canvas) -> str:
        start, end = -canvas.bleed - PAST, canvas.width + canvas.bleed + PAST
        third = (end - start) / 3
        return (
            f"M{number(start)} {number(self.left)}"
            f"C{number(start + third)} {number(self.pull_left)} {number(end - third)} "
            f"{number(self.pull_right)} {number(end)} {number(self.right)}"
        )

    def above(self, canvas: Canvas, ink: str) -> str:
        """All that lies above the line, to the sheet's head and bleed."""
        left = head = number(-canvas.bleed - PAST)
        return fill(f"{self.line(canvas)}V{head}H{left}Z", canvas.ink(ink))

    def below(self, canvas: Canvas, ink: str) -> str:
        """All that lies below the line, to the sheet's foot and bleed."""
        left, foot = number(-canvas.bleed - PAST), number(canvas.height + canvas.bleed + PAST)
        return fill(f"{self.line(canvas)}V{foot}H{left}Z", canvas.ink(ink))


def around(canvas: Canvas, pool: str, ink: str) -> str:
    """All of the sheet and its bleed but a pool, which is a path drawn against the clock."""
    left = top = number(-canvas.bleed - PAST)
    right, foot = canvas.width + canvas.bleed + PAST, canvas.height + canvas.bleed + PAST
    return fill(f"M{left} {top}H{number(right)}V{number(foot)}H{left}Z{pool}", canvas.ink(ink))
