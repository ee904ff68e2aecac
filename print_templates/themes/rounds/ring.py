"""The street as a ring: neighbours hand in hand around a round of paper, their hands outwards.

Units: a neighbour's own, with the ring's middle at the origin.
"""

from collections.abc import Iterator
from math import cos, radians, sin

from print_templates.themes.rounds.geometry import Circle, Limb, fill, polygon
from print_templates.themes.rounds.hands import joined
from print_templates.themes.rounds.neighbours import HAND, RISE, Neighbour
from print_templates.themes.rounds.stage import Paint, turned

#: So many would stand in a whole ring, at so large a radius; two are left out where the ring opens.
NEIGHBOURS, RADIUS = 16, 1360
STEP = 360 / NEIGHBOURS
#: From the shoulders in towards the middle.
GROUND = 130
#: The angle between the opening's middle and the neighbours beside it.
OPENING = 1.5 * STEP


def moved(circle: Circle, angle: float) -> Circle:
    """A round turned about the ring's middle."""
    along, across = cos(radians(angle)), sin(radians(angle))
    return Circle(along * circle.x - across * circle.y, across * circle.x + along * circle.y, circle.r)


def ring(ink: Paint) -> Iterator[str]:
    """Everybody but the two at the foot, back to front."""
    places = range(NEIGHBOURS - 2)
    for place in places[:-1]:
        yield turned([fill(gable(), ink("deep"))], start(place) + STEP / 2)
    for place in places:
        one = Neighbour(0, colour(place), -RADIUS)
        yield turned(one.shapes(GROUND - RADIUS, ink), start(place))
    for place in places[:-1]:
        yield turned(roof(colour(place), colour(place + 1), ink), start(place) + STEP / 2)


def start(place: int) -> float:
    """How far a place is turned from the top; the first is left of the opening."""
    return 180 + OPENING + place * STEP


def colour(place: int) -> str:
    return ("leaf", "accent")[place % 2]


def arms() -> tuple[Limb, Limb]:
    """Two neighbours' arms between them, with the hands at the top."""
    hand = Circle(0, -RADIUS - RISE, HAND)
    shoulders = Neighbour(0, "leaf", -RADIUS).shoulder(1), Neighbour(0, "leaf", -RADIUS).shoulder(-1)
    return Limb(moved(shoulders[0], -STEP / 2), hand), Limb(moved(shoulders[1], STEP / 2), hand)


def gable() -> str:
    """Path data of the house between two neighbours."""
    left, right = (arm.root for arm in arms())
    low = GROUND - RADIUS
    return polygon((left.x, low), left.centre, (0, -RADIUS - RISE), right.centre, (right.x, low))


def roof(left: str, right: str, ink: Paint) -> Iterator[str]:
    """Both arms, hand in hand."""
    both = arms()
    yield fill(both[0].data(), ink(left))
    yield fill(both[1].data(), ink(right))
    yield from joined(*both, right, ink)


def opening(hand: Circle) -> tuple[Limb, Limb]:
    """The arms of the two beside the opening, up to a hand over it."""
    one = Neighbour(0, "leaf", -RADIUS)
    left = moved(one.shoulder(-1), 180 + OPENING)
    right = moved(one.shoulder(1), 180 - OPENING)
    return Limb(left, hand), Limb(right, hand)
