"""The round paper fan: an embrace around a house whose window is the finger hole, and a ring of arms.

Units: thousandths of the trim's side. The hole has its centre at (500, 875) and a radius of 50.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from print_templates.themes.rounds.embrace import House, Neighbour, Paint, backs, resting
from print_templates.themes.rounds.geometry import Circle, disc, fill
from print_templates.themes.rounds.hands import Arm, hand, sleeve
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.theme import Canvas

HOUSE = House(x=500, ridge=588, eaves=706, ground=1060, half=150, window=Circle(500, 875, 78))
LEFT = Neighbour(body=Circle(190, 962, 310), head=Circle(158, 648, 74))
RIGHT = Neighbour(body=Circle(910, 935, 265), head=Circle(862, 652, 62))
OVER = Arm(Circle(500, 2101, 1400), width=68, start=-77.4, end=-98.6, thumb=-1, tilt=2, reach=1.05)
UNDER = Arm(Circle(500, 2101, 1330), width=72, start=-99, end=-79.9, thumb=1, tilt=-6)

#: The chain on the back: one round of arms, each hand on the next one's sleeve, ending at the house.
CHAIN = Circle(500, 500, 440)
SLEEVE = 64
CHAIN_STARTS = (104.0, 172.0, 258.0, 331.0, 425.0)
#: How far, in degrees, a sleeve lies on the next one.
LAP = 7.0
GATE = House(x=500, ridge=801, eaves=884, ground=1060, half=152, window=Circle(500, 875, 64))


def fan_front(canvas: Canvas) -> str:
    """The group in the lower part of the round, the phrase's ground above."""
    ink = canvas.ink
    group = [
        *backs(LEFT, RIGHT, ink),
        *HOUSE.shapes(ink),
        *resting(OVER, LEFT.body, "accent", ink),
        *resting(UNDER, RIGHT.body, "leaf", ink),
    ]
    return canvas.svg([sheet(canvas, "ground"), placed(group, canvas.width / 1000)])


def fan_back(canvas: Canvas) -> str:
    """Paper for words inside a chain of arms; the house at its foot has the hole for a window."""
    ink = canvas.ink
    inside = Circle(CHAIN.x, CHAIN.y, CHAIN.r - SLEEVE / 2)
    drawing = [disc(inside, ink("paper")), *chain(ink)]
    return canvas.svg([sheet(canvas, "ground"), placed(drawing, canvas.width / 1000)])


def chain(ink: Paint) -> Iterator[str]:
    """The arms, the last one first, so that each hand lies on the next sleeve; the last on the house."""
    arms = [Arm(CHAIN, SLEEVE, start, after + LAP, -1, 6, 0.76) for start, after in pairwise(CHAIN_STARTS)]
    for index, arm in reversed(list(enumerate(arms))):
        yield fill(hand(arm), ink("paper"))
        yield fill(sleeve(arm), ink("leaf" if index % 2 else "accent"))
        yield fill(sleeve(replace(arm, start=arm.end - LAP)), ink("deep"))
    yield from GATE.shapes(ink)
    yield fill(hand(arms[-1]), ink("paper"))
    yield fill(sleeve(replace(arms[-1], start=arms[-1].end - LAP)), ink("deep"))
