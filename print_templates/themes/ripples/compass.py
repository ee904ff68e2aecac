"""Compass work: points and rounds as SVG shapes.

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

    def angle(self, other: "Point") -> float:
        """The direction in which another point lies."""
        return degrees(atan2(other.y - self.y, other.x - self.x))

    def toward(self, angle: float, distance: float) -> "Point":
        return Point(self.x + distance * cos(radians(angle)), self.y + distance * sin(radians(angle)))


@dataclass(frozen=True)
class Round:
    centre: Point
    radius: float

    def path(self, clockwise: bool = True) -> str:
        """The full round in four quarter arcs: longer arcs come out dented."""
        sweep = int(clockwise)
        angles = (90, 180, 270, 360) if clockwise else (270, 180, 90, 0)
        reach = number(self.radius)
        quarters = (
            f"A{reach} {reach} 0 0 {sweep} {self.centre.toward(angle, self.radius).text()}"
            for angle in angles
        )
        return f"M{self.centre.toward(0, self.radius).text()}{''.join(quarters)}Z"

    def disc(self, paint: str) -> str:
        x, y = number(self.centre.x), number(self.centre.y)
        return f'<circle cx="{x}" cy="{y}" r="{number(self.radius)}" fill="{paint}"/>'

    def arc(self, start: Point, end: Point) -> str:
        """The shorter way round from one point on the round to another, as a piece of a path."""
        turn = (self.centre.angle(end) - self.centre.angle(start)) % 360
        reach = number(self.radius)
        return f"A{reach} {reach} 0 0 {int(turn < 180)} {end.text()}"

    def meets(self, other: "Round") -> tuple[Point, Point] | None:
        """Where two rounds cut one another: right of the way from the first centre to the second, then left."""
        apart = self.centre.distance(other.centre)
        if not abs(self.radius - other.radius) < apart < self.radius + other.radius:
            return None
        along = (apart**2 + self.radius**2 - other.radius**2) / (2 * apart)
        aside = sqrt(max(self.radius**2 - along**2, 0.0))
        heading = self.centre.angle(other.centre)
        foot = self.centre.toward(heading, along)
        return foot.toward(heading + 90, aside), foot.toward(heading - 90, aside)


def number(value: float) -> str:
    """A coordinate with one decimal and no idle zero."""
    return f"{round(value, 1) + 0:g}"


def fill(path: str, paint: str) -> str:
    return f'<path d="{path}" fill="{paint}"/>'
