"""A voice: a drop that is a speech balloon, and the rings that it sends over the water."""

from dataclasses import dataclass
from math import sqrt

from print_templates.themes.ripples.compass import Point, arc, fill, ring

#: Rings as (radius, thickness) in drop radii: they widen, thin out and draw apart as they travel.
RINGS = ((2.25, 0.68), (3.85, 0.6), (5.75, 0.52), (8.0, 0.46), (10.6, 0.4), (13.5, 0.36))


@dataclass(frozen=True)
class Voice:
    """Where the drop falls, and its radius in the canvas's unit."""

    centre: Point
    drop: float

    def balloon(self, corner: float, paint: str) -> str:
        """The drop: a round with one square corner toward an angle, as a speech balloon has."""
        tip, start = (
            self.centre.toward(corner, sqrt(2) * self.drop),
            self.centre.toward(corner + 45, self.drop),
        )
        return fill(
            f"M{tip.text()}L{start.text()}{arc(self.centre, self.drop, corner + 45, corner - 45)}Z", paint
        )

    def rings(self, paint: str, count: int = len(RINGS)) -> list[str]:
        """The first rings, whole."""
        return [
            ring(self.centre, radius * self.drop, line * self.drop, paint) for radius, line in RINGS[:count]
        ]
