"""Rectangles and circles on a page, in mm from the lower left corner of the page's coordinates."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

from print_templates.sheet import millimetres


@dataclass(frozen=True)
class Rectangle:
    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of_points(cls, x1: float, y1: float, x2: float, y2: float) -> "Rectangle":
        """From two corners in pt, in any order."""
        return cls(*map(millimetres, (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))))

    @classmethod
    def around(cls, places: Iterable[tuple[float, float]]) -> "Rectangle":
        """The smallest one around places in pt."""
        xs, ys = zip(*places, strict=True)
        return cls.of_points(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        return (
            (self.left, self.bottom),
            (self.right, self.bottom),
            (self.right, self.top),
            (self.left, self.top),
        )

    def grown(self, by: float) -> "Rectangle":
        return Rectangle(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def holds(self, other: "Rectangle", tolerance: float = 0.05) -> bool:
        """Whether the other lies inside; a twentieth of a millimetre is rounding."""
        room = self.grown(tolerance)
        return (
            room.left <= other.left
            and room.bottom <= other.bottom
            and other.right <= room.right
            and other.top <= room.top
        )

    def common(self, other: "Rectangle") -> float:
        """The area that two have in common, in mm²."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(width, 0.0) * max(height, 0.0)

    def meets(self, other: "Rectangle") -> bool:
        """Whether they share a place; a line has no area and may still lie inside."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def same(self, other: "Rectangle", tolerance: float = 0.05) -> bool:
        return self.holds(other, tolerance) and other.holds(self, tolerance)


@dataclass(frozen=True)
class Circle:
    x: float
    y: float
    radius: float

    def holds(self, box: Rectangle) -> bool:
        return all(hypot(x - self.x, y - self.y) <= self.radius for x, y in box.corners)

    def touches(self, box: Rectangle) -> bool:
        """Whether any part of the rectangle lies inside."""
        across = max(box.left - self.x, 0.0, self.x - box.right)
        along = max(box.bottom - self.y, 0.0, self.y - box.top)
        return hypot(across, along) < self.radius


def circle_in(box: Rectangle) -> Circle | None:
    """The circle whose drawn path has this box, or None when the box is not square."""
    if box.width < 1 or abs(box.width - box.height) > 0.02 * box.width:
        return None
    return Circle((box.left + box.right) / 2, (box.bottom + box.top) / 2, box.width / 2)
