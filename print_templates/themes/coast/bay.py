"""The measures of the bay, a thousand units wide, that the poster and the web's opening picture share.

The line comes in at the left and leaves at the right at the same height, level, so that sheets hung
side by side are tied to one another. How high houses, mast and sun rise depends on the room above them.
"""

from dataclasses import dataclass

from print_templates.themes.coast.drawing import Point, Sag, path
from print_templates.themes.coast.people import GIVING, RECEIVING

#: As thick as the strokes of the phrase at its full width, so that both read as one hand's work.
THICKNESS = 27
SUN_X = 540
#: Where the person ashore stands.
ASHORE = 902


@dataclass(frozen=True)
class Bay:
    """The line's level at both sides, the masthead's height above it, and where the picture ends, in units.

    `sea` is the share of the rise at which the horizon stands.
    """

    level: float
    rise: float
    left: float
    right: float
    sea: float = 0.14

    @property
    def across(self) -> float:
        """How wide houses and boat are; they grow with the room, but less than in height."""
        return min(1.1, 0.62 + self.rise / 1000)

    @property
    def person(self) -> float:
        """How large people are; they come nearer when there is room."""
        return min(1.36, 0.46 + self.rise / 560)

    def up(self, height: float) -> float:
        """The y of what is so high above the line."""
        return self.level - height

    @property
    def mast(self) -> float:
        """So far from the shore that the line sags between the hands of those who hold it."""
        return self.received[0][0] - 98 - 0.06 * self.rise - GIVING[1][0] * self.person - 50 * self.across

    @property
    def roofs(self) -> tuple[Point, ...]:
        """Eaves, ridge, valley, ridge, eaves of the two houses."""
        s, ridge = 0.9 * self.across, 86 + 0.64 * self.rise
        eaves = ridge - 86 * s
        heights = (eaves, ridge, eaves, eaves + 46 * s, eaves - 20 * s)
        places = (62, 62 + 86 * s, 62 + 172 * s, 62 + 220 * s, 62 + 274 * s)
        return tuple((x, self.up(height)) for x, height in zip(places, heights, strict=True))

    @property
    def rope(self) -> Sag:
        """The washing line from the second house's eaves to the masthead."""
        start, end = self.roofs[-1], (self.mast, self.up(self.rise))
        span, low = end[0] - start[0], start[1] + 40
        return Sag(start, (start[0] + 0.4 * span, low + 20), (end[0] - 0.3 * span, low), end)

    @property
    def bow(self) -> float:
        return self.mast - 124 * self.across

    @property
    def deck(self) -> float:
        return self.up(42 * self.across)

    @property
    def stern(self) -> float:
        return self.mast + 124 * self.across

    @property
    def horizon(self) -> float:
        return self.up(90 * min(1, self.sea / 0.14) + self.sea * self.rise)

    @property
    def ashore(self) -> Point:
        """The feet of the person ashore, who stands on the line."""
        return ASHORE, self.level - THICKNESS / 2 + 2

    @property
    def aboard(self) -> Point:
        """The waist of the person in the boat."""
        return self.mast + 50 * self.across, self.deck

    @property
    def given(self) -> tuple[Point, Point]:
        """Where the person in the boat holds the line."""
        return self.held(self.aboard, GIVING)

    @property
    def received(self) -> tuple[Point, Point]:
        """Where the person ashore holds the line."""
        return self.held(self.ashore, RECEIVING)

    def held(self, place: Point, hands: tuple[Point, Point]) -> tuple[Point, Point]:
        (ax, ay), (bx, by) = hands
        (x, y), size = place, self.person
        return (x + ax * size, y + ay * size), (x + bx * size, y + by * size)

    @property
    def hull(self) -> tuple[str | Point, ...]:
        """From the mast along the deck, around the bow and under the keel up to the stern, as steps of a path."""
        s, keel = self.across, self.level + 22
        return (
            "L", (self.mast, self.deck), "Q", (self.mast - 70 * s, self.deck), (self.bow, self.deck - 16 * s),
            "C", (self.bow + 16 * s, keel - 12), (self.bow + 56 * s, keel), (self.mast, keel),
            "C", (self.mast + 80 * s, keel), (self.stern - 20, keel - 22), (self.stern, self.deck - 26),
        )  # fmt: skip

    def line(self) -> str:
        """Shore, two gables, washing line, mast, hull, four hands, shore: one stroke from edge to edge."""
        (eaves, _), (low, out), (taken, kept) = self.roofs[0], self.given, self.received
        sag = max(out[1], taken[1]) + 36 * self.person
        return path(
            "M", (self.left, self.level), "L", (eaves - 22, self.level),
            "Q", (eaves, self.level), (eaves, self.level - 22), "L", *self.roofs,
            *self.rope.steps(), *self.hull, "Q", (low[0] - 2, low[1] + 14), low, "L", out,
            "C", (out[0] + 24, sag), (taken[0] - 24, sag), taken, "L", kept,
            "C", (kept[0] + 12, kept[1] + 34), (kept[0] - 60, self.level), (kept[0] + 40, self.level),
            "L", (self.right, self.level),
        )  # fmt: skip
