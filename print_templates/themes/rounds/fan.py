"""The round paper fan: a house whose window is the finger hole; on the back the street closes to a ring.

Units: thousandths of the trim's side. The hole has its centre at (500, 875) and a radius of 50.
"""

from collections.abc import Iterator

from print_templates.themes.rounds.geometry import Circle, disc, fill, polygon
from print_templates.themes.rounds.hands import joined
from print_templates.themes.rounds.neighbours import HAND
from print_templates.themes.rounds.ring import opening, ring
from print_templates.themes.rounds.stage import Paint, placed, sheet
from print_templates.themes.rounds.street import ROUND_THE_CORNER, TOP, street
from print_templates.themes.rounds.window import lit
from print_templates.themes.theme import Canvas

#: The light around the finger hole.
LIGHT = Circle(500, 875, 84)
#: Clear ground under the phrase; the largest scale, how deep one sees below the shoulders at least, and how
#: much nearer than in a street the two stand, so that both heads are inside the round.
CLEAR, LARGEST, SHALLOWEST, NEARER = 20, 1.36, 158, -14
#: From the shoulders up to the inside of the roof; the room from there to the light that is worth a window.
UNDER_ROOF, ROOM = 122, 250

#: The back: the ring's scale, the paper inside it, and the hands above the hole, in the ring's units.
RING_SCALE, PAPER = 0.307, 407
RIDGE, LANTERN = Circle(0, 905, HAND), Circle(500, 875, 66)


def fan_front(canvas: Canvas) -> str:
    """The two who hold the roof, as near to the phrase as their heads fit the round."""
    ink, unit = canvas.ink, canvas.width / 1000
    top = (canvas.words.y + canvas.words.height) / unit + CLEAR
    scale = min(LARGEST, (1000 - top) / (TOP + SHALLOWEST))
    base = top + TOP * scale
    row = street(-2 * ROUND_THE_CORNER, 2 * ROUND_THE_CORNER, NEARER, ground=(1060 - base) / scale)
    drawn = placed(row.shapes(ink), scale, 500, base)
    light = [disc(LIGHT, ink("ground")), *upper_window(base - UNDER_ROOF * scale, ink)]
    return canvas.svg([sheet(canvas, "ground"), placed([drawn, *light], unit)])


def upper_window(roof: float, ink: Paint) -> Iterator[str]:
    """The two at home, where a short phrase leaves room between the roof and the light."""
    room = LIGHT.y - LIGHT.r - roof
    if room > ROOM:
        yield from lit(Circle(500, roof + 0.56 * room, 0.27 * room), ink)


def fan_back(canvas: Canvas) -> str:
    """Paper for words inside a ring of neighbours, who hold a roof over the finger hole."""
    ink, unit = canvas.ink, canvas.width / 1000
    paper = disc(Circle(500, 500, PAPER), ink("paper"))
    around = placed(ring(ink), RING_SCALE, 500, 500)
    below = placed(gate(ink), RING_SCALE, 500, 500)
    light = disc(LANTERN, ink("ground"))
    return canvas.svg([sheet(canvas, "ground"), placed([around, paper, below, light], unit)])


def gate(ink: Paint) -> Iterator[str]:
    """The house around the hole, under the arms of the two beside it."""
    arms = opening(RIDGE)
    left, right = (arm.root for arm in arms)
    yield fill(polygon((left.x, 1700), left.centre, RIDGE.centre, right.centre, (right.x, 1700)), ink("deep"))
    yield fill(arms[0].data(), ink("leaf"))
    yield fill(arms[1].data(), ink("accent"))
    yield from joined(*arms, "accent", ink)
