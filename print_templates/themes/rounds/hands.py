"""An arm laid around a neighbour, and the open hand at its end: the one gesture of this theme.

An arm is part of a ring, so that arms, bodies and heads are all rounds.
"""

from dataclasses import dataclass

from print_templates.themes.rounds.geometry import Circle, Point, arc, crossings, limb, pair, polar

#: Per finger, in sleeve widths: place across the palm, direction in degrees, length, radius.
FINGERS = (
    (-0.375, -13.0, 0.86, 0.125),
    (-0.125, -4.0, 1.02, 0.132),
    (0.13, 5.0, 0.98, 0.132),
    (0.38, 14.0, 0.78, 0.12),
)

#: How far the knuckles are from the wrist, in sleeve widths.
KNUCKLES = 0.43


@dataclass(frozen=True)
class Arm:
    """A sleeve along a ring, from one angle of `ring` to the wrist's, and the hand that follows.

    `tilt` turns the hand out of the ring's direction; `thumb` is -1 for a thumb on the hand's left,
    1 for one on its right; `reach` is the hand's size beside the sleeve's.
    """

    ring: Circle
    width: float
    start: float
    end: float
    thumb: int
    tilt: float = 0.0
    reach: float = 1.0

    @property
    def clockwise(self) -> bool:
        return self.end > self.start

    @property
    def outer(self) -> Circle:
        """The rim outside the sleeve."""
        return Circle(self.ring.x, self.ring.y, self.ring.r + self.width / 2)

    @property
    def inner(self) -> Circle:
        """The rim inside the sleeve."""
        return Circle(self.ring.x, self.ring.y, self.ring.r - self.width / 2)


def sleeve(arm: Arm) -> str:
    """Path data of the whole sleeve."""
    large = abs(arm.end - arm.start) > 180
    return (
        f"M{pair(arm.outer.at(arm.start))}{arc(arm.outer.r, arm.outer.at(arm.end), arm.clockwise, large)}"
        f"L{pair(arm.inner.at(arm.end))}{arc(arm.inner.r, arm.inner.at(arm.start), not arm.clockwise, large)}Z"
    )


def sleeve_on(arm: Arm, body: Circle) -> str:
    """Path data of the sleeve's last part, from where it enters the body it rests on to the wrist."""

    def entry(rim: Circle) -> Point:
        def left_to_go(point: Point) -> float:
            turn = (arm.end - rim.angle_of(point)) * (1 if arm.clockwise else -1)
            return turn % 360

        return min(crossings(rim, body), key=left_to_go)

    outer, inner = entry(arm.outer), entry(arm.inner)
    return (
        f"M{pair(outer)}{arc(arm.outer.r, arm.outer.at(arm.end), arm.clockwise)}"
        f"L{pair(arm.inner.at(arm.end))}{arc(arm.inner.r, inner, not arm.clockwise)}"
        f"{arc(body.r, outer, not arm.clockwise)}Z"
    )


def hand(arm: Arm) -> str:
    """Path data of the open hand."""
    wrist = arm.ring.at(arm.end)
    direction = arm.end + (90 if arm.clockwise else -90) + arm.tilt
    size = arm.width * arm.reach

    def at(along: float, across: float) -> Point:
        return polar(polar(wrist, direction, along * size), direction + 90, across * size)

    def finger(across: float, turn: float, length: float, radius: float) -> str:
        root = at(KNUCKLES, across)
        return limb(root, radius * size, polar(root, direction + turn, length * size), 0.96 * radius * size)

    palm = limb(at(-0.1, 0), 0.38 * size, at(KNUCKLES, 0), 0.5 * size)
    fingers = (finger(*shape) for shape in FINGERS)
    thumb = limb(at(0.2, arm.thumb * 0.22), 0.22 * size, at(0.72, arm.thumb * 0.82), 0.14 * size)
    return "".join((palm, *fingers, thumb))
