"""Rounds as SVG path data: circles, what they share, ring sectors, tapered limbs.

Lengths are in the caller's unit; angles in degrees, clockwise from the right (y grows downwards).
"""

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin

Point = tuple[float, float]


@dataclass(frozen=True)
class Circle:
    """A round: centre and radius."""

    x: float
    y: float
    r: float

    def at(self, angle: float) -> Point:
        """The point of the rim at an angle."""
        return polar((self.x, self.y), angle, self.r)

    def angle_of(self, point: Point) -> float:
        """The angle at which a point lies, seen from the centre."""
        return degrees(atan2(point[1] - self.y, point[0] - self.x))


def pair(point: Point) -> str:
    """A coordinate pair with one decimal and no more characters than needed."""
    return " ".join(f"{round(value, 1):.1f}".removesuffix(".0") for value in point)


def polar(at: Point, angle: float, length: float) -> Point:
    """The point `length` away from `at` in a direction."""
    return at[0] + length * cos(radians(angle)), at[1] + length * sin(radians(angle))


def arc(radius: float, to: Point, clockwise: bool, large: bool = False) -> str:
    """The path command for a round edge up to a point."""
    return f"A{pair((radius, radius))} 0 {large:d} {clockwise:d} {pair(to)}"


def fill(data: str, paint: str) -> str:
    """Path data as one flat shape."""
    return f'<path fill="{paint}" d="{data}"/>'


def disc(circle: Circle, paint: str) -> str:
    """A whole round."""
    x, y = pair((circle.x, circle.y)).split()
    return f'<circle cx="{x}" cy="{y}" r="{pair((circle.r, 0)).split()[0]}" fill="{paint}"/>'


def crossings(one: Circle, other: Circle) -> tuple[Point, Point]:
    """Where two rims cross, first the crossing anticlockwise of the line from `one` to `other`.

    Raises ValueError when they do not cross.
    """
    distance = hypot(other.x - one.x, other.y - one.y)
    half = degrees(acos((one.r**2 + distance**2 - other.r**2) / (2 * one.r * distance)))
    towards = one.angle_of((other.x, other.y))
    return one.at(towards - half), one.at(towards + half)


def lens(one: Circle, other: Circle) -> str:
    """Path data of what two crossing circles share, when each has less than half in the other."""
    start, end = crossings(one, other)
    return f"M{pair(start)}{arc(one.r, end, True)}{arc(other.r, start, True)}Z"


def lune(one: Circle, other: Circle) -> str:
    """Path data of what a circle has outside another that it crosses, when that is less than half."""
    start, end = crossings(one, other)
    return f"M{pair(start)}{arc(one.r, end, False)}{arc(other.r, start, False)}Z"


def segment(circle: Circle, x: float, right: bool) -> str:
    """Path data of the smaller part of a circle cut off by a vertical line, on its right or left."""
    half = (circle.r**2 - (circle.x - x) ** 2) ** 0.5
    top, bottom = (x, circle.y - half), (x, circle.y + half)
    return f"M{pair(top)}{arc(circle.r, bottom, right)}Z"


def limb(root: Point, root_radius: float, tip: Point, tip_radius: float) -> str:
    """Path data of a rounded bar that tapers from one radius to another."""
    length = hypot(tip[0] - root[0], tip[1] - root[1])
    along = degrees(atan2(tip[1] - root[1], tip[0] - root[0]))
    turn = degrees(acos((root_radius - tip_radius) / length))
    near, far = Circle(*root, root_radius), Circle(*tip, tip_radius)
    return (
        f"M{pair(near.at(along - turn))}L{pair(far.at(along - turn))}"
        f"{arc(tip_radius, far.at(along + turn), True)}L{pair(near.at(along + turn))}"
        f"{arc(root_radius, near.at(along - turn), True, large=turn < 90)}Z"
    )
