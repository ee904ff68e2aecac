"""Two neighbours, seen from behind, each with an arm around the other and a house between them.

Coral printed on leaf gives the deep ink, so every overlap is drawn as its own shape: what the two
have in common is what holds. Units: thousandths of the drawing's width, y downwards.
"""

from collections.abc import Callable
from dataclasses import dataclass

from print_templates.themes.rounds.geometry import Circle, disc, fill, lens, lune
from print_templates.themes.rounds.hands import Arm, hand, sleeve, sleeve_on

Paint = Callable[[str], str]


@dataclass(frozen=True)
class Neighbour:
    """A round back with a round head."""

    body: Circle
    head: Circle


@dataclass(frozen=True)
class House:
    """A gable: its middle, ridge, eaves and ground, half its width, and a round window."""

    x: float
    ridge: float
    eaves: float
    ground: float
    half: float
    window: Circle

    def shapes(self, ink: Paint) -> list[str]:
        """The gable with its lit window."""
        left, right = self.x - self.half, self.x + self.half
        walls = (
            f"M{left:g} {self.ground:g}V{self.eaves:g}L{self.x:g} {self.ridge:g}"
            f"L{right:g} {self.eaves:g}V{self.ground:g}Z"
        )
        return [fill(walls, ink("deep")), disc(self.window, ink("ground"))]


@dataclass(frozen=True)
class Embrace:
    """`over` is the right neighbour's arm, laid on the left one's; `between` looks over it."""

    left: Neighbour
    right: Neighbour
    house: House
    between: Circle
    over: Arm
    under: Arm

    def shapes(self, ink: Paint) -> list[str]:
        """The whole group, back to front."""
        shared = lune(self.between, self.over.inner) + lens(self.under.outer, self.over.outer)
        return [
            *self.house.shapes(ink),
            disc(self.between, ink("leaf")),
            *backs(self.left, self.right, ink),
            *resting(self.over, self.left.body, "accent", ink),
            *resting(self.under, self.right.body, "leaf", ink),
            fill(shared, ink("deep")),
        ]


def backs(left: Neighbour, right: Neighbour, ink: Paint) -> list[str]:
    """The leaf neighbour on the left, the coral one on the right, each with a head of the other's ink."""
    return [
        disc(left.head, ink("accent")),
        disc(left.body, ink("leaf")),
        disc(right.head, ink("leaf")),
        disc(right.body, ink("accent")),
        fill(lens(left.head, left.body) + lens(right.head, right.body), ink("deep")),
    ]


def resting(arm: Arm, body: Circle, name: str, ink: Paint) -> list[str]:
    """An arm of the named ink with its hand on a body, dark where it lies on it."""
    return [
        fill(hand(arm), ink("paper")),
        fill(sleeve(arm), ink(name)),
        fill(sleeve_on(arm, body), ink("deep")),
    ]
