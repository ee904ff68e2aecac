"""Two voices on one water: their rings travel, and where they cross something new lights up."""

from collections.abc import Iterator
from dataclasses import dataclass

from print_templates.themes.ripples.compass import Point, fill
from print_templates.themes.ripples.ring import Ring
from print_templates.themes.ripples.voice import TIP, Voice
from print_templates.themes.theme import Canvas

#: A ring's greatest thickness, and the still water round a drop's corner, shares of the rings' distance.
LINE, STILL = 0.42, 0.25


@dataclass(frozen=True)
class Meeting:
    """A voice and the one that answers; they speak to one another.

    Their rings are `apart`; the voice's travel a number of times as far as it is to the answer, whose own come
    up to the voice.
    """

    one: Voice
    other: Voice
    apart: float
    travel: float = 1

    def on(self, canvas: Canvas) -> list[str]:
        """Both voices and all their rings; to lie on the deep ink."""
        return [*self.rings(canvas), *self.drops(canvas)]

    def drops(self, canvas: Canvas) -> list[str]:
        return [self.one.balloon(canvas.ink("accent")), self.other.balloon(canvas.ink("warm"))]

    def rings(self, canvas: Canvas) -> list[str]:
        """The rings alone, in both inks, with what lights up where they cross."""
        ones, others = list(self.ones()), list(self.others())
        crossings = "".join(path for ring in ones for cut in others for path in ring.crossings(cut))
        return [
            *(ring.shape(canvas.ink("accent")) for ring in ones),
            *(ring.shape(canvas.ink("warm")) for ring in others),
            *([fill(crossings, canvas.ink("deep"))] if crossings else []),
        ]

    def ones(self) -> Iterator[Ring]:
        """The voice's rings, of which one would run through the middle of the answer."""
        return self.around(self.one, self.other, self.distance, self.travel * self.distance)

    def others(self) -> Iterator[Ring]:
        """The answer's rings, in step with the voice's: on the line through both voices, where two rings only
        touch and would make slivers, those of the one pass midway between those of the other."""
        return self.around(self.other, self.one, (0.5 + LINE) * self.apart, self.distance)

    def around(self, voice: Voice, facing: Voice, step: float, reach: float) -> Iterator[Ring]:
        """Rings round a voice that leave out both drops; their radii are a `step` and so many distances apart."""
        own = TIP * voice.drop + (STILL + LINE) * self.apart
        nearest = own + (step - own) % self.apart
        keep = TIP * facing.drop + STILL * self.apart
        for ring in voice.rings(nearest, self.apart, LINE * self.apart, reach):
            if not -keep < ring.outer.radius - self.distance < keep + LINE * self.apart:
                yield ring

    @property
    def distance(self) -> float:
        return self.one.centre.distance(self.other.centre)


def meeting(one: Point, drop: float, other: Point, answer: float, apart: float, travel: float = 1) -> Meeting:
    """Two voices that face one another, from their places and the radii of their drops."""
    return Meeting(Voice(one, drop, one.angle(other)), Voice(other, answer, other.angle(one)), apart, travel)
