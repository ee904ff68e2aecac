"""One neighbour, seen from behind: a round head on a round back, in two inks that meet in a third."""

from collections.abc import Iterator
from dataclasses import dataclass

from print_templates.themes.rounds.geometry import Circle, Limb, disc, fill, lens, number, wider
from print_templates.themes.rounds.stage import Paint

#: From the shoulders up to joined hands, radii of a shoulder and of a hand.
RISE, SHOULDER, HAND = 176, 40, 33
#: How far the back is rounded up between the shoulders, and how much of its radius a head is above that.
HUMP, NECK = 16, 0.66
#: The other of the two inks.
OTHER = {"leaf": "accent", "accent": "leaf"}


@dataclass(frozen=True)
class Neighbour:
    """Where somebody stands, their ink, how high their shoulders are, half their breadth, and their head's size."""

    x: float
    ink: str
    shoulders: float = 0
    half: float = 66
    head: float = 64

    @property
    def reach(self) -> float:
        """From the middle to the side of the trunk."""
        return self.half + SHOULDER

    @property
    def nape(self) -> Circle:
        """The round of the back that the head overlaps."""
        radius = 1.5 * self.half
        return Circle(self.x, self.shoulders - SHOULDER - HUMP + radius, radius)

    @property
    def round_head(self) -> Circle:
        return Circle(self.x, self.shoulders - SHOULDER - HUMP - NECK * self.head, self.head)

    def shoulder(self, side: int) -> Circle:
        """The shoulder on a side: -1 left, 1 right."""
        return Circle(self.x + side * self.half, self.shoulders, SHOULDER)

    def arm(self, side: int, hand: Circle) -> Limb:
        """The arm on a side that reaches a hand."""
        return Limb(self.shoulder(side), hand)

    def shapes(self, ground: float, ink: Paint) -> Iterator[str]:
        """Head and back down to a ground, without arms."""
        yield disc(self.round_head, ink(OTHER[self.ink]))
        yield fill(self.trunk(ground), ink(self.ink))
        yield disc(self.nape, ink(self.ink))
        yield fill(lens(self.round_head, wider(self.nape)), ink("deep"))

    def trunk(self, ground: float) -> str:
        """Path data of shoulders and trunk."""
        left, right = self.x - self.reach, self.x + self.reach
        across = Limb(self.shoulder(-1), self.shoulder(1)).data()
        high, low = number(self.shoulders), number(ground)
        return f"{across}M{number(left)} {high}H{number(right)}V{low}H{number(left)}Z"
