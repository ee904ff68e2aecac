"""The ear that rings make: two sets of ripples, one large and one small, joined by one long arc.

The large set (the helix) and the small set (the lobe) lie inside a wider round that touches both;
every ring keeps these three centres, so that all rings of one ear run parallel.
"""

from dataclasses import dataclass
from math import degrees

from print_templates.themes.ripples.compass import Point, arc, crossing, open_arc, stroke

#: Radii of the helix, the lobe and the back that joins them, in ear units (the helix is 1).
HELIX, LOBE, BACK = 1.0, 0.46, 2.0
#: The lobe's and the back's centres seen from the helix's: angle, and distance in ear units.
LOBE_BEARING, LOBE_DISTANCE = 103.5, 1.285
#: From the middle of a ring's end to the middle of the voice's ring that goes on from there, in ear units.
GAP = 0.3


@dataclass(frozen=True)
class EarRing:
    """One ring: distance outward from the middle ring, thickness (ear units), first and last angle."""

    offset: float
    thickness: float
    start: float
    end: float


#: Heavy near the middle, light outside; the ends step back to let the voice in.
RINGS = (
    EarRing(-0.32, 0.2, 188, 105),
    EarRing(0.02, 0.18, 178, 186),
    EarRing(0.34, 0.15, 171, 176),
)


@dataclass(frozen=True)
class Ear:
    """An ear that opens to the left: the helix's centre, and the ear unit in the canvas's unit."""

    centre: Point
    unit: float

    @property
    def lobe(self) -> Point:
        """The small set's centre."""
        return self.centre.toward(LOBE_BEARING, LOBE_DISTANCE * self.unit)

    def path(self, ring: EarRing) -> str:
        """The middle line of one ring, clockwise: helix, back, lobe."""
        unit, offset = self.unit, ring.offset
        back, _ = crossing(self.centre, (BACK - HELIX) * unit, self.lobe, (BACK - LOBE) * unit)
        over, under = back.bearing(self.centre), back.bearing(self.lobe)
        return (
            f"M{self.centre.toward(ring.start, (HELIX + offset) * unit).text()}"
            + arc(self.centre, (HELIX + offset) * unit, ring.start, over)
            + arc(back, (BACK + offset) * unit, over, under)
            + arc(self.lobe, (LOBE + offset) * unit, under, ring.end)
        )

    def rings(self, paint: str) -> list[str]:
        return [stroke(self.path(ring), ring.thickness * self.unit, paint) for ring in RINGS]

    def entering(self, voice: Point, paint: str) -> list[str]:
        """The voice's rings where they pass the open ends of the ear's rings, and so close them."""
        shapes = []
        for ring in RINGS[1:]:
            upper = self.centre.toward(ring.start, (HELIX + ring.offset) * self.unit)
            lower = self.lobe.toward(ring.end, (LOBE + ring.offset) * self.unit)
            reach = (voice.distance(upper) + voice.distance(lower)) / 2
            room = degrees(GAP * self.unit / reach)
            path = open_arc(voice, reach, voice.bearing(upper) + room, voice.bearing(lower) - room)
            shapes.append(stroke(path, ring.thickness * self.unit, paint))
        return shapes

    def heard(self, paint: str) -> str:
        """The voice's ring once it is inside: the innermost curl."""
        return stroke(open_arc(self.centre, 0.3 * self.unit, 195, 80), 0.2 * self.unit, paint)
