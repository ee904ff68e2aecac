"""A voice: a drop that is a speech balloon, and the rings that it sends over the water."""

from collections.abc import Iterator
from dataclasses import dataclass

from print_templates.themes.ripples.compass import Point, number
from print_templates.themes.ripples.ring import Ring, leaning

#: A round of radius 100 with one square corner, below left.
BALLOON = "M-100 100V0C-100-55-55-100 0-100C55-100 100-55 100 0C100 55 55 100 0 100Z"
#: The same as a line of even width whose outer edge it is.
OUTLINE = f"{BALLOON}M-76 76H0C42 76 76 42 76 0C76-42 42-76 0-76C-42-76-76-42-76 0Z"
#: That line's width, in drop radii.
LINE = 0.24
#: The angle at which the corner lies, and its distance from the centre in drop radii.
CORNER, TIP = 135, 2**0.5
#: How much thinner a ring is at its back, and how much thinner the last ring is than the first.
BACK, LEFT = 0.35, 0.75


@dataclass(frozen=True)
class Voice:
    """Where the voice falls, the radius of its drop, and the direction (degrees) in which it speaks."""

    centre: Point
    drop: float
    heading: float

    def balloon(self, paint: str) -> str:
        """The drop, its corner toward the one it speaks to."""
        return self.placed(BALLOON, paint)

    def outline(self, paint: str) -> str:
        """The drop as a line."""
        return self.placed(OUTLINE, paint)

    def placed(self, path: str, paint: str) -> str:
        x, y, scale = number(self.centre.x), number(self.centre.y), round(self.drop / 100, 4)
        turn = number(self.heading - CORNER)
        return (
            f'<path d="{path}" transform="translate({x} {y}) scale({scale}) rotate({turn})" fill="{paint}"/>'
        )

    def rings(self, first: float, apart: float, line: float, reach: float) -> Iterator[Ring]:
        """Rings from a first radius on, a distance apart, as far as the voice reaches; they are heaviest, a line
        wide, where the voice is heading, and get a little thinner as they travel."""
        radius = first
        while radius <= reach:
            heavy = line * (1 - (1 - LEFT) * radius / reach)
            yield leaning(self.centre, radius, heavy, BACK * heavy, self.heading)
            radius += apart
