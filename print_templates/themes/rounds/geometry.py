"""Rounds as SVG path data: circles, tapered limbs, and what two of them share.

Lengths are in the caller's unit; angles in degrees, clockwise from the right (y grows downwards).
"""

from dataclasses import dataclass
from math import acos, atan2, ceil, cos, degrees, hypot, radians, sin

Point = tuple[float, float]

#: How much a shape reaches over the edge of another that it should hide.
HAIR = 0.8


@dataclass(frozen=True)
class Circle:
    """A round: centre and radius."""

    x: float
    y: float
    r: float

    @property
    def centre(self) -> Point:
        return self.x, self.y

    def at(self, angle: float) -> Point:
        """The point of the rim at an angle."""
        return self.x + self.r * cos(radians(angle)), self.y + self.r * sin(radians(angle))


@dataclass(frozen=True)
class Limb:
    """A rounded bar that tapers from one round to another."""

    root: Circle
    tip: Circle

    @property
    def along(self) -> float:
        """The direction from root to tip."""
        return degrees(atan2(self.tip.y - self.root.y, self.tip.x - self.root.x))

    @property
    def turn(self) -> float:
        """How far from that direction the straight sides touch the rounds."""
        length = hypot(self.tip.x - self.root.x, self.tip.y - self.root.y)
        return degrees(acos((self.root.r - self.tip.r) / length))

    def side(self, sign: int) -> tuple[Point, Point]:
        """A straight side from root to tip: 1 for the one clockwise of the direction, -1 for the other."""
        angle = self.along + sign * self.turn
        return self.root.at(angle), self.tip.at(angle)

    def data(self) -> str:
        """Path data of the whole limb."""
        start, out = self.side(-1)
        turn, along = self.turn, self.along
        return (
            f"M{pair(start)}L{pair(out)}{rim(self.tip, along - turn, along + turn)}"
            f"L{pair(self.root.at(along + turn))}{rim(self.root, along + turn, along - turn + 360)}Z"
        )


def number(value: float) -> str:
    """A coordinate with one decimal and no more characters than needed."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def pair(point: Point) -> str:
    """A coordinate pair."""
    return f"{number(point[0])} {number(point[1])}"


def rim(circle: Circle, start: float, end: float) -> str:
    """Path commands along a rim, in arcs of a quarter at most: longer ones are drawn badly."""
    steps = max(1, ceil(abs(end - start) / 90))
    angles = (start + (end - start) * step / steps for step in range(1, steps + 1))
    radius = number(circle.r)
    return "".join(f"A{radius} {radius} 0 0 {end > start:d} {pair(circle.at(angle))}" for angle in angles)


def fill(data: str, paint: str) -> str:
    """Path data as one flat shape."""
    return f'<path fill="{paint}" d="{data}"/>'


def disc(circle: Circle, paint: str) -> str:
    """A whole round."""
    x, y, r = number(circle.x), number(circle.y), number(circle.r)
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{paint}"/>'


def polygon(*points: Point) -> str:
    """Path data of straight sides."""
    return f"M{'L'.join(pair(point) for point in points)}Z"


def wider(circle: Circle) -> Circle:
    """A round that covers the rim of one drawn before, which would show as a hair line."""
    return Circle(circle.x, circle.y, circle.r + HAIR)


def crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> Point:
    """Where two lines, each through two points, cross. Raises ZeroDivisionError for parallels."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / ((bx - ax) * (dy - cy) - (by - ay) * (dx - cx))
    return ax + share * (bx - ax), ay + share * (by - ay)


def crossings(one: Circle, other: Circle) -> tuple[Point, Point]:
    """Where two rims cross, first the crossing anticlockwise of the line from `one` to `other`.

    Raises ValueError when they do not cross.
    """
    distance = hypot(other.x - one.x, other.y - one.y)
    half = degrees(acos((one.r**2 + distance**2 - other.r**2) / (2 * one.r * distance)))
    towards = angle(one, other.centre)
    return one.at(towards - half), one.at(towards + half)


def angle(circle: Circle, point: Point) -> float:
    """The angle at which a point lies, seen from a round's centre."""
    return degrees(atan2(point[1] - circle.y, point[0] - circle.x))


def edge(circle: Circle, start: Point, end: Point) -> str:
    """Path commands clockwise along a rim from one of its points to another."""
    begin, stop = angle(circle, start), angle(circle, end)
    return rim(circle, begin, stop if stop > begin else stop + 360)


def lens(one: Circle, other: Circle) -> str:
    """Path data of what two crossing rounds share."""
    start, end = crossings(one, other)
    return f"M{pair(start)}{edge(one, start, end)}{edge(other, end, start)}Z"
