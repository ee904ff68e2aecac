"""Two at full length, hand in hand: their raised arms are the roof of a tall house, where somebody is at home.

Units: a neighbour's own; the house's middle is at x 0, the shoulders are about y 0.
"""

from collections.abc import Iterator

from print_templates.themes.rounds.geometry import Circle, Limb, disc, fill, lens, polygon, wider
from print_templates.themes.rounds.hands import joined
from print_templates.themes.rounds.neighbours import HAND, OTHER, Neighbour
from print_templates.themes.rounds.stage import Paint

#: From the shoulders down to a coat's hem and to the ground, and how steep the roof is: as in the street.
HEM, GROUND, STEEP = 342, 745, 1.19
#: Half the breadth of both legs together at hem and ground, half the gap between them there, and how high the band is
#: that they share with the coat.
LEGS, GAP, UNDER = (80, 86), (5, 28), 15
#: An arm that hangs: how far out from the shoulder and down its wrist is, the wrist's and the hand's radius, and how
#: far below the wrist the hand is. It stands off the coat, or there is a hand without an arm.
OUT, DOWN, WRIST, BELOW = 110, 280, 29, 30
#: How far the house's middle is from each of them, and the window, from there and the shoulders' line.
SPREAD = 216
WINDOW = Circle(0, 84, 92)
#: From where one stands to the hanging hand's far edge.
REACH = 66 + OUT + WRIST + 12


def pair_of(spread: float = SPREAD) -> tuple[Neighbour, Neighbour]:
    """The two, so far from the house's middle."""
    return Neighbour(-spread, "leaf", -8, 62, 55), Neighbour(spread, "accent", 10, 66, 58)


def rise(spread: float) -> float:
    """From the shoulders up to the joined hands of two who stand so far from the house's middle."""
    return STEEP * (spread - 66)


def height(spread: float) -> float:
    """From the ridge's top to the ground."""
    return rise(spread) + HAND + GROUND


def arms(left: Neighbour, right: Neighbour) -> tuple[Limb, Limb]:
    """The arms that meet in the ridge."""
    ridge = Circle((left.x + right.x) / 2, -rise((right.x - left.x) / 2), HAND)
    return left.arm(1, ridge), right.arm(-1, ridge)


def house(left: Neighbour, right: Neighbour, ink: Paint) -> Iterator[str]:
    """The house behind them, down to the ground."""
    one, other = arms(left, right)
    corners = (one.root.centre, one.tip.centre, other.root.centre)
    yield fill(polygon((one.root.x, GROUND + 60), *corners, (other.root.x, GROUND + 60)), ink("deep"))


def figures(left: Neighbour, right: Neighbour, ink: Paint, whole: bool = True) -> Iterator[str]:
    """Both, with what they hold together over the house; the left one's other arm only where `whole` is seen."""
    for one in (left, right):
        yield from legs(one, ink)
        yield band(one, ink)
        yield from one.shapes(HEM, ink)
    yield from sleeve(right, 1, ink)
    if whole:
        yield from sleeve(left, -1, ink)
    for one, arm in zip((left, right), arms(left, right), strict=True):
        yield fill(arm.data(), ink(one.ink))
    yield from joined(*arms(left, right), right.ink, ink)


def legs(one: Neighbour, ink: Paint) -> Iterator[str]:
    """Both legs, in the head's ink, from under the coat to below the ground."""
    for side in (-1, 1):
        hip, foot = (
            (one.x + side * inner, one.x + side * outer) for inner, outer in zip(GAP, LEGS, strict=True)
        )
        corners = ((hip[0], HEM - 2), (hip[1], HEM - 2), (foot[1], GROUND + 60), (foot[0], GROUND + 60))
        yield fill(polygon(*corners), ink(OTHER[one.ink]))


def band(one: Neighbour, ink: Paint) -> str:
    """What coat and legs share, below the hem."""
    left, right = one.x - LEGS[0], one.x + LEGS[0]
    return fill(
        polygon((left, HEM - 2), (right, HEM - 2), (right, HEM + UNDER), (left, HEM + UNDER)), ink("deep")
    )


def hanging(one: Neighbour, side: int) -> Limb:
    """The arm that hangs at a side, from the shoulder to its wrist."""
    shoulder = one.shoulder(side)
    return Limb(shoulder, Circle(shoulder.x + side * OUT, shoulder.y + DOWN, WRIST))


def hand(one: Neighbour, side: int) -> Circle:
    """The hand of the arm that hangs."""
    wrist = hanging(one, side).tip
    return Circle(wrist.x + side * BELOW * OUT / DOWN, wrist.y + BELOW, WRIST - 2)


def sleeve(one: Neighbour, side: int, ink: Paint) -> Iterator[str]:
    """The arm that hangs, and its hand in the head's ink."""
    arm, below = hanging(one, side), hand(one, side)
    yield disc(below, ink(OTHER[one.ink]))
    yield fill(arm.data(), ink(one.ink))
    yield fill(lens(below, wider(arm.tip)), ink("deep"))


def clear(left: Neighbour, right: Neighbour, ink: Paint) -> Iterator[str]:
    """The ground above the roof, where a photograph's corners reach beyond it."""
    for arm in arms(left, right):
        corners = (
            arm.root.centre,
            arm.tip.centre,
            (arm.tip.x, arm.tip.y - HAND),
            (arm.root.x, arm.tip.y - HAND),
        )
        yield fill(polygon(*corners), ink("ground"))
