"""The flyer's front: the same bay seen across the lane, two neighbours at their windows.

The line is a roof, the washing line between two eaves, and a roof again; it comes in and leaves at one height.
"""

from dataclasses import dataclass

from print_templates.themes.coast.bay import THICKNESS
from print_templates.themes.coast.drawing import (
    Paints,
    Point,
    Sag,
    disc,
    lined,
    path,
    placed,
    shape,
    sheet,
    units,
    words_end,
)
from print_templates.themes.coast.homes import SHIRT, TOWEL, hung, neighbour
from print_templates.themes.coast.shore import beach, glitter
from print_templates.themes.theme import Box, Canvas, Window

#: Where the walls stand on the quay, and its lower edge, in thousandths of the width.
WATER = 930
QUAY = 954
HORIZON = 886
#: Between the phrase and the higher ridge.
AIR = 62
#: The walls at both sides of the lane.
LANE = 318.0, 690.0
#: The sun's middle and radius when a photograph stands in it: free of the white wall, and a little behind the dark one.
SUN, SUN_RADIUS = (562.0, 784.0), 190.0
#: Where the sun stands without a photograph: half behind the dark wall, plainly off the white one.
SUN_X = 612.0
WINDOW = Window(
    Box(
        (SUN[0] - SUN_RADIUS) / 1000,
        (SUN[1] - SUN_RADIUS) / 1414,
        2 * SUN_RADIUS / 1000,
        2 * SUN_RADIUS / 1414,
    ),
    radius=0.5,
)


@dataclass(frozen=True)
class Lane:
    """The picture's measures: the higher ridge, and how far it goes beyond the sheet."""

    top: float
    beyond: float

    @property
    def eaves(self) -> float:
        return self.top + min(156.0, 0.42 * (WATER - self.top))

    @property
    def roofs(self) -> tuple[Point, Point]:
        """Both ridges."""
        return (159.0, self.top), (845.0, self.top + 10)

    @property
    def rope(self) -> Sag:
        left, right = LANE
        low = self.eaves + min(150.0, 0.3 * (WATER - self.eaves))
        return Sag((left, self.eaves), (left + 110, low), (right - 130, low), (right, self.eaves))

    @property
    def window(self) -> float:
        """A neighbour's size; they come nearer when there is more wall."""
        return max(0.7, min(1.28, (WATER - self.eaves - 40) / 168))

    @property
    def sill(self) -> float:
        """The windows stand in the middle of the wall."""
        return min((WATER + self.eaves) / 2 + 92 * self.window, WATER - 30)

    @property
    def sun(self) -> tuple[float, float]:
        """The middle of the sun's round: behind the washing, wherever that hangs."""
        return SUN_X, min(HORIZON - 40.0, self.rope.at(0.5)[1] + 90)

    def line(self) -> str:
        first, second = self.roofs
        return path(
            "M", (-self.beyond, self.eaves + self.beyond * 0.975), "L", (0, self.eaves), first, (LANE[0], self.eaves),
            *self.rope.steps(), "L", second, (1000, self.eaves), (1000 + self.beyond, self.eaves + self.beyond),
        )  # fmt: skip


def sea(lane: Lane, ink: Paints, floor: float) -> list[str]:
    left, right = -lane.beyond, 1000 + lane.beyond
    return [
        shape(f"M{left:g} {HORIZON}H{right:g}V{floor:g}H{left:g}Z", ink("water")),
        glitter(SUN[0], HORIZON + 14, (300, 190), 22, ink("paper")),
    ]


def quay(lane: Lane, ink: Paints) -> str:
    """What both houses stand on."""
    left, right = -lane.beyond, 1000 + lane.beyond
    return shape(f"M{left:g} {WATER}H{right:g}V{QUAY}H{left:g}Z", ink("deep"))


def house(corners: tuple[Point, ...], wall: str) -> str:
    (left, _), (right, _) = corners[0], corners[-1]
    return shape(path("M", (left, WATER), "L", *corners, (right, WATER), "Z"), wall)


def attic(ridge: Point, lane: Lane, paint: str) -> str:
    """A round light half-way between a ridge and the window under it."""
    room = lane.sill - 164 * lane.window - ridge[1] - 30
    return disc(ridge[0], ridge[1] + 30 + room / 2, min(21, room / 4), paint)


def houses(lane: Lane, ink: Paints) -> list[str]:
    left, right = LANE
    first, second = lane.roofs
    size, eaves = lane.window, lane.eaves
    return [
        house(((-lane.beyond, eaves + 20), (0, eaves), first, (left, eaves)), ink("paper")),
        house(((right, eaves), second, (1000, eaves), (1000 + lane.beyond, eaves + 20)), ink("deep")),
        attic(first, lane, ink("ground")),
        attic(second, lane, ink("water")),
        *neighbour(ink, 159, lane.sill, size, ink("ground")),
        *neighbour(ink, 845, lane.sill, size, ink("paper"), lean=-5, flip=True),
    ]


def front(lane: Lane, ink: Paints, floor: float, *, picture: bool) -> list[str]:
    cloths = ((TOWEL, 0.41, "deep"), (SHIRT, 0.74, "ground"))
    size = max(0.5, min(1.36, (HORIZON - 22 - lane.rope.at(0.5)[1]) / 112))
    return [
        *sea(lane, ink, floor),
        *houses(lane, ink),
        quay(lane, ink),
        *(
            []
            if picture
            else [hung(cloth, lane.rope, share, ink(name), size) for cloth, share, name in cloths]
        ),
        lined(lane.line(), THICKNESS, ink),
    ]


def measured(canvas: Canvas) -> Lane:
    _, beyond, _ = units(canvas)
    return Lane(words_end(canvas) + AIR, beyond)


def flyer_front(canvas: Canvas) -> str:
    ink, lane = canvas.ink, measured(canvas)
    unit, _, height = units(canvas)
    shapes = [disc(*SUN, SUN_RADIUS + 12, ink("paper"))]
    if not canvas.picture:
        sun = disc(*lane.sun, 210, ink("paper"))
        shapes = [sun, *front(lane, ink, height, picture=False), beach(canvas)]
    return canvas.svg([sheet(canvas, ink("ground")), placed(shapes, 0, 0, unit)])


def flyer_front_before(canvas: Canvas) -> str:
    unit, _, height = units(canvas)
    shapes = [*front(measured(canvas), canvas.ink, height, picture=True), beach(canvas)]
    return canvas.svg([placed(shapes, 0, 0, unit)])
