"""Compass work: points, circles and arcs as SVG path text.

Lengths are in the canvas's unit (mm in print). Angles are degrees, clockwise from three o'clock,
because y points down.
"""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin, sqrt


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    def text(self) -> str:
        return f"{number(self.x)} {number(self.y)}"

    def distance(self, other: "Point") -> float:
        return hypot(other.x - self.x, other.y - self.y)

    def bearing(self, other: "Point") -> float:
        """The angle in which `other` lies."""
        return degrees(atan2(other.y - self.y, other.x - self.x))

    def toward(self, angle: float, distance: float) -> "Point":
        return Point(self.x + distance * cos(radians(angle)), self.y + distance * sin(radians(angle)))


def number(value: float) -> str:
    """A coordinate with one decimal and no idle zero."""
    return f"{round(value, 1) + 0:g}"


def crossing(one: Point, reach: float, other: Point, other_reach: float) -> tuple[Point, Point]:
    """Where two circles cross: first the point clockwise of the way from `one` to `other`."""
    gap = one.distance(other)
    along = (gap**2 + reach**2 - other_reach**2) / (2 * gap)
    foot = one.toward(one.bearing(other), along)
    aside = sqrt(reach**2 - along**2)
    return foot.toward(one.bearing(other) + 90, aside), foot.toward(one.bearing(other) - 90, aside)


def arc(centre: Point, radius: float, start: float, end: float) -> str:
    """The arc clockwise from `start` to `end`, to follow a current point that lies at `start`."""
    large = int((end - start) % 360 > 180)
    reach = number(radius)
    return f"A{reach} {reach} 0 {large} 1 {centre.toward(end, radius).text()}"


def open_arc(centre: Point, radius: float, start: float, end: float) -> str:
    """A path of one clockwise arc, with its own start."""
    return f"M{centre.toward(start, radius).text()}{arc(centre, radius, start, end)}"


def disc(centre: Point, radius: float, paint: str) -> str:
    return f'<circle cx="{number(centre.x)}" cy="{number(centre.y)}" r="{number(radius)}" fill="{paint}"/>'


def ring(centre: Point, radius: float, thickness: float, paint: str) -> str:
    """A ring whose middle line is at `radius`."""
    return (
        f'<circle cx="{number(centre.x)}" cy="{number(centre.y)}" r="{number(radius)}" fill="none" '
        f'stroke="{paint}" stroke-width="{number(thickness)}"/>'
    )


def fill(path: str, paint: str) -> str:
    return f'<path d="{path}" fill="{paint}"/>'


def stroke(path: str, thickness: float, paint: str, cap: str = "round") -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{paint}" stroke-width="{number(thickness)}" '
        f'stroke-linecap="{cap}"/>'
    )
