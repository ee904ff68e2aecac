"""The measures of the upright poster, a thousand units wide: mast and sun take what width the columns leave."""

from dataclasses import dataclass

from print_templates.themes.coast.drawing import Point, Sag, path
from print_templates.themes.coast.poster import LEVEL

HORIZON = LEVEL - 62
MASTHEAD = 116
DECK = LEVEL - 68
KEEL = LEVEL + 22
#: Between the columns and the roofs under them.
AIR = 54


@dataclass(frozen=True)
class Harbour:
    """The picture's measures: the columns' left edge and lower end, and how far it goes beyond the sheet."""

    words: Point
    beyond: float
    picture: bool

    @property
    def mast(self) -> float:
        """Half-way to the columns; a photograph has its middle clear of it."""
        edge = self.words[0] - 195
        return min(edge, 420) if self.picture else min(edge, 0.5 * self.words[0])

    @property
    def bow(self) -> float:
        return self.mast - 200

    @property
    def stern(self) -> float:
        return self.mast + 190

    @property
    def ridge(self) -> float:
        """The first house's height; the village takes what room is under the columns."""
        return max(60.0, min(300.0, LEVEL - self.words[1] - AIR))

    @property
    def size(self) -> float:
        """How wide the village is."""
        return 0.3 + self.ridge / 350

    @property
    def roofs(self) -> tuple[Point, ...]:
        eaves = self.ridge - 82 * self.size * min(1, self.ridge / 130)
        heights = (eaves, self.ridge, eaves, eaves + (self.ridge - eaves) * 0.6, eaves)
        steps = (0, 82, 164, 216, 270)
        first = 930 - 270 * self.size
        return tuple((first + x * self.size, LEVEL - y) for x, y in zip(steps, heights, strict=True))

    @property
    def stay(self) -> Sag:
        """From the masthead down to the eaves: steep beside the columns, shallow under them."""
        end = self.roofs[0]
        return Sag((self.mast, MASTHEAD), (self.mast + 50, 640), (self.words[0] - 110, end[1] + 10), end)

    @property
    def hull(self) -> tuple[str | Point, ...]:
        """From the bow under the keel, up to the stern and along the deck to the mast, as steps of a path."""
        return (
            "C", (self.bow + 30, KEEL - 12), (self.bow + 90, KEEL), (self.mast, KEEL),
            "C", (self.mast + 110, KEEL), (self.stern - 30, KEEL - 30), (self.stern, DECK - 22),
            "Q", (self.stern - 60, DECK), (self.mast, DECK),
        )  # fmt: skip

    def line(self) -> str:
        """Rope, hull, mast, stay, two gables, shore: one stroke from edge to edge."""
        eaves, bow = self.roofs[-1][0], self.bow
        return path(
            "M", (-self.beyond, LEVEL), "C", (bow - 70, LEVEL), (bow - 40, DECK), (bow, DECK),
            *self.hull, "L", (self.mast, MASTHEAD), *self.stay.steps(), "L", *self.roofs[1:],
            "L", (eaves, LEVEL - 22), "Q", (eaves, LEVEL), (eaves + 22, LEVEL), "L", (1000 + self.beyond, LEVEL),
        )  # fmt: skip
