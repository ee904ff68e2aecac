"""Two hands that hold each other like mittens: what they share is the third ink, with a thumb folded over it."""

from collections.abc import Iterator
from math import cos, radians, sin, tan

from print_templates.themes.rounds.geometry import Limb, Point, crossing, fill, number, pair, rim
from print_templates.themes.rounds.stage import Paint

#: How far each hand lies over the other's arm, its round end not counted: at least so many radii of a hand, and so
#: much of the way to where the arms part; the left one reaches further by `FURTHER` radii.
REACH, PARTING, FURTHER = 0.75, 0.86, 0.2
#: A hand is a hair broader than an arm's end, which tapers; in radii.
BREADTH = 2.05
#: The thumb's edge on the right arm's side: begin, bend and end, each as place across the arm and along it from the
#: middle of the hand's round end; and how thick it is drawn; in radii.
THUMB: tuple[Point, Point, Point] = ((-0.55, 0.86), (-0.1, 0.5), (0.0, -0.15))
THICK = 0.17


def joined(left: Limb, right: Limb, over: str, ink: Paint) -> Iterator[str]:
    """The hands of two arms that end in the same round; `over` is the ink of the right one, whose thumb shows."""
    reach = mitten(left, right)
    middles = line(left, (0, 0), (0, reach + FURTHER)) + line(right, (0, 0), (0, reach))
    begin, bend, end = (beside(right, (across, reach + along)) for across, along in THUMB)
    yield fill(clasp(left, right), ink("deep"))
    yield stroke(middles, BREADTH * left.tip.r, ink("deep"))
    yield stroke(f"M{pair(begin)}Q{pair(bend)} {pair(end)}", THICK * left.tip.r, ink(over))


def mitten(left: Limb, right: Limb) -> float:
    """How far a hand reaches along the other's arm, in radii: further on steep arms, which part further down."""
    between = abs(left.along - right.along) % 360
    half = min(between, 360 - between) / 2
    return max(REACH, PARTING / tan(radians(half)))


def clasp(left: Limb, right: Limb) -> str:
    """Path data of what two limbs share whose tips are the same round, reached from below on either side."""
    lower, other = left.side(1), right.side(-1)
    start, end = left.along + left.turn, right.along - right.turn
    return (
        f"M{pair(crossing(lower, other))}L{pair(lower[1])}{rim(left.tip, start, end - 360 * (end > start))}Z"
    )


def line(arm: Limb, start: Point, end: Point) -> str:
    """Path data of a line laid over an arm, between two places as `beside` takes them."""
    return f"M{pair(beside(arm, start))}L{pair(beside(arm, end))}"


def beside(arm: Limb, place: Point) -> Point:
    """A place across an arm and along it from its tip back, in radii of the tip."""
    back, (across, along) = radians(arm.along + 180), place
    x, y = along * cos(back) - across * sin(back), along * sin(back) + across * cos(back)
    return arm.tip.x + arm.tip.r * x, arm.tip.y + arm.tip.r * y


def stroke(data: str, thick: float, paint: str) -> str:
    """Path data as lines with round ends."""
    return f'<path fill="none" stroke="{paint}" stroke-width="{number(thick)}" stroke-linecap="round" d="{data}"/>'
