"""Two voices close together: their balloons' corners share a square of water, and the rings about them are both
voices'."""

from dataclasses import dataclass, replace

from print_templates.themes.ripples.compass import Point, fill
from print_templates.themes.ripples.ring import leaning
from print_templates.themes.ripples.voice import LINE, TIP, Voice
from print_templates.themes.theme import Canvas

#: How far the corners reach past one another, in radii of the smaller balloon: as far as its line is thick, so that
#: they share one square and leave no crumbs beside it.
PAST = TIP * LINE
#: The drop inside a balloon, a share of it.
INNER = 0.5
#: Shared rings: their distance and their thickness, in radii of the larger balloon.
APART, HEAVY = 0.42, 0.2


@dataclass(frozen=True)
class Linked:
    """A lemon balloon and a warm one that face one another; they are outlines."""

    one: Voice
    other: Voice

    def on(self, canvas: Canvas, reach: float) -> list[str]:
        """Their shared rings as far as a radius, and both balloons; to lie on the deep ink."""
        return [*self.rings(canvas, reach), *self.balloons(canvas)]

    def balloons(self, canvas: Canvas) -> list[str]:
        lemon, warm, deep = (canvas.ink(name) for name in ("accent", "warm", "deep"))
        return [
            self.one.outline(lemon),
            self.other.outline(warm),
            replace(self.one, drop=INNER * self.one.drop).balloon(lemon),
            replace(self.other, drop=INNER * self.other.drop).balloon(warm),
            fill(self.shared(), deep),
        ]

    def rings(self, canvas: Canvas, reach: float) -> list[str]:
        """In turn warm and lemon, from outside both balloons on."""
        unit, shared = self.one.drop, self.middle
        radius = shared.distance(self.one.centre) + (1 + APART) * unit
        rings: list[str] = []
        inks = ("warm", "accent")
        while radius <= reach:
            ring = leaning(shared, radius, HEAVY * unit, HEAVY * unit, 0)
            rings.append(ring.shape(canvas.ink(inks[len(rings) % 2])))
            radius += APART * unit
        return rings

    @property
    def tips(self) -> tuple[float, float]:
        """Where both corners lie on the line from the one voice to the other: the other's first."""
        distance = self.one.centre.distance(self.other.centre)
        return distance - TIP * self.other.drop, TIP * self.one.drop

    @property
    def middle(self) -> Point:
        return self.one.centre.toward(self.one.heading, sum(self.tips) / 2)

    def shared(self) -> str:
        """The square that both corners have in common, whose sides stand square to one another."""
        near, far = (self.one.centre.toward(self.one.heading, tip) for tip in self.tips)
        half, middle = near.distance(far) / 2, self.middle
        aside = (middle.toward(self.one.heading + turn, half) for turn in (90, -90))
        one, other = (place.text() for place in aside)
        return f"M{near.text()}L{one}L{far.text()}L{other}Z"


def linked(one: Point, radius: float, heading: float, answer: float) -> Linked:
    """Two balloons from the one's place, both radii, and the direction in which the answer lies."""
    return Linked(
        Voice(one, radius, heading),
        Voice(one.toward(heading, between(radius, answer)), answer, heading + 180),
    )


def between(radius: float, answer: float) -> float:
    """How far it is from one balloon's centre to the other's."""
    return TIP * (radius + answer) - PAST * min(radius, answer)
