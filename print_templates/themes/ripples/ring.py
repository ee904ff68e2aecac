"""Rings on the water, and the lozenges where two of them cross."""

from dataclasses import dataclass

from print_templates.themes.ripples.compass import Point, Round, fill


@dataclass(frozen=True)
class Ring:
    """A ring between two rounds; they need not have the same centre."""

    outer: Round
    inner: Round

    def shape(self, paint: str) -> str:
        """The ring; what lies inside it shows."""
        return fill(self.outer.path() + self.inner.path(clockwise=False), paint)

    def crossings(self, other: "Ring") -> list[str]:
        """The paths of the two lozenges that two rings have in common; none where they only touch."""
        corners = [
            one.meets(two)
            for one, two in (
                (self.outer, other.outer),
                (self.inner, other.outer),
                (self.inner, other.inner),
                (self.outer, other.inner),
            )
        ]
        if None in corners:
            return []
        return [lozenge(self, other, [pair[side] for pair in corners if pair]) for side in (0, 1)]


def leaning(centre: Point, radius: float, thick: float, thin: float, angle: float) -> Ring:
    """A ring that is `thick` toward an angle and `thin` at its back; `radius` is its outer one."""
    inner = centre.toward(angle + 180, (thick - thin) / 2)
    return Ring(Round(centre, radius), Round(inner, radius - (thick + thin) / 2))


def lozenge(one: Ring, two: Ring, corners: list[Point]) -> str:
    """The path through the corners outer-outer, inner-outer, inner-inner and outer-inner of two rings."""
    sides = (two.outer, one.inner, two.inner, one.outer)
    ends = [*corners[1:], corners[0]]
    arcs = (side.arc(start, end) for side, start, end in zip(sides, corners, ends, strict=True))
    return f"M{corners[0].text()}{''.join(arcs)}Z"
