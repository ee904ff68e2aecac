"""Neighbours hand in hand: between each two, their raised arms are the roof of a house.

Coral printed on leaf gives the deep ink. Where two hands meet, and in the home below them, there is nothing
but that third ink. In a street's own units the shoulders are about y 0 and the ground is at `GROUND`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from print_templates.themes.rounds.geometry import Circle, Limb, Point, fill, polygon
from print_templates.themes.rounds.hands import joined
from print_templates.themes.rounds.neighbours import HAND, OTHER, RISE, Neighbour
from print_templates.themes.rounds.stage import Paint
from print_templates.themes.rounds.window import lit

#: From the shoulders' line up to the top of the joined hands, and down to the ground.
TOP, GROUND = RISE + HAND, 270
Steps = tuple[tuple[int, int, int, int], ...]

#: How much further than the edge of a surface one looks, for the hand of the next one outside.
ROUND_THE_CORNER = 640
#: Steps from a house's middle outwards: how far the next neighbour stands, shoulders, half breadth, head.
OUTWARDS: tuple[Steps, Steps] = (
    ((-268, 6, 62, 62), (-800, -14, 72, 67), (-1330, 18, 62, 59), (-1860, 0, 68, 64)),
    ((268, -10, 70, 66), (796, 20, 60, 59), (1330, -6, 68, 64), (1866, 10, 64, 62)),
)


@dataclass(frozen=True)
class House:
    """What stands between two neighbours under their joined hands."""

    left: Neighbour
    right: Neighbour

    @property
    def hand(self) -> Circle:
        """Where the two hands meet."""
        top = min(self.left.shoulders, self.right.shoulders)
        return Circle((self.left.x + self.right.x) / 2, top - RISE, HAND)

    @property
    def arms(self) -> tuple[Limb, Limb]:
        return self.left.arm(1, self.hand), self.right.arm(-1, self.hand)

    def gable(self, ground: float) -> str:
        """Path data of the house; its edges lie under arms and backs."""
        left, right = self.arms
        corners: tuple[Point, ...] = (left.root.centre, self.hand.centre, right.root.centre)
        return polygon((left.root.x, ground), *corners, (right.root.x, ground))

    def roof(self, ink: Paint) -> Iterator[str]:
        """Both arms, hand in hand."""
        for one, arm in zip((self.left, self.right), self.arms, strict=True):
            yield fill(arm.data(), ink(one.ink))
        yield from joined(*self.arms, self.right.ink, ink)


@dataclass(frozen=True)
class Street:
    """Neighbours from left to right, all hand in hand, on one ground; `window` is a house's, from its middle."""

    neighbours: tuple[Neighbour, ...]
    ground: float = GROUND
    window: Circle | None = None

    @property
    def houses(self) -> list[House]:
        return [House(left, right) for left, right in pairwise(self.neighbours)]

    def homes(self, ink: Paint) -> Iterator[str]:
        """What is behind the neighbours: their houses with the lights on."""
        for house in self.houses:
            yield fill(house.gable(self.ground), ink("deep"))
            if self.window:
                window = Circle(house.hand.x, self.window.y, self.window.r)
                yield from lit(window, ink, mirrored=house.left.ink == "accent")

    def people(self, ink: Paint) -> Iterator[str]:
        """The neighbours and their joined hands."""
        for one in self.neighbours:
            yield from one.shapes(self.ground, ink)
        for house in self.houses:
            yield from house.roof(ink)

    def shapes(self, ink: Paint) -> Iterator[str]:
        """The whole street, back to front."""
        yield from self.homes(ink)
        yield from self.people(ink)


def street(
    left: float, right: float, spread: float = 0, first: str = "leaf", ground: float = GROUND,
    window: Circle | None = None,
) -> Street:  # fmt: skip
    """Those of an endless street who stand between two places, its middle house at x 0.

    `spread` moves the two neighbours of that house apart, and all others with them; `first` is the ink of the
    one on its left.
    """
    inks = (first, OTHER[first])
    west = walk(OUTWARDS[0], -spread, inks)
    east = walk(OUTWARDS[1], spread, inks[::-1])
    everybody = (*reversed(west), *east)
    return Street(tuple(one for one in everybody if left <= one.x <= right), ground, window)


def walk(steps: Steps, spread: float, inks: tuple[str, ...]) -> list[Neighbour]:
    """The neighbours on one side of the middle house, the nearest first, in turn of either ink."""
    return [
        Neighbour(x + spread, inks[index % 2], shoulders, half, head)
        for index, (x, shoulders, half, head) in enumerate(steps)
    ]
