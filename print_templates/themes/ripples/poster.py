"""The poster: a voice falls into still water, another answers, and their rings cross."""

from print_templates.themes.ripples.compass import Point
from print_templates.themes.ripples.meeting import Meeting, meeting
from print_templates.themes.ripples.shores import CREST, far, near_side, sides
from print_templates.themes.ripples.voice import TIP
from print_templates.themes.ripples.water import field
from print_templates.themes.theme import Box, Canvas, Placement, Window

PHRASE = Placement(Box(0.06, 0.041, 0.88, 0.46), "phrase")
SUB_COPY = Placement(Box(0.06, 0.697, 0.575, 0.07), "phrase")
#: A round in the voice's place: the photograph stands in its balloon.
WINDOW = Window(Box(0.17, 0.508, 0.27, 0.27 / 2**0.5), 0.5)
#: How much wider than the photograph its balloon is.
FRAME = 1.1
#: The drop's radius, shares of the water's depth and at most of the width; the answer's, a share of it.
DEEP, WIDE, ANSWER = 0.4, 0.15, 0.56
#: How far apart the rings are, a share of the way between both corners: no more than three of each cross.
APART = 0.295


def compose(canvas: Canvas) -> str:
    water = field(canvas, "deep")
    if canvas.picture:
        voices = photographed(canvas)
        frame = voices.one.balloon(canvas.ink("accent"))
        return canvas.svg([water, *voices.on(canvas), *sides(canvas), frame])
    return canvas.svg([water, *voices_on(canvas).on(canvas), *sides(canvas)])


def voices_on(canvas: Canvas) -> Meeting:
    """The voice at the left, in mid-water; the answer at the right, a little higher."""
    width, head = canvas.width, far(canvas)
    depth = CREST * canvas.height - head
    drop = min(DEEP * depth, WIDE * width)
    one = Point(0.203 * width, head + 0.54 * depth)
    other = Point(0.87 * width, head + 0.43 * depth)
    return facing(one, drop, other, ANSWER * drop)


def facing(one: Point, drop: float, other: Point, answer: float) -> Meeting:
    """Two voices with few rings between them, however far apart they are."""
    return meeting(one, drop, other, answer, APART * (one.distance(other) - TIP * (drop + answer)))


def photographed(canvas: Canvas) -> Meeting:
    """The photograph's balloon instead of the drop."""
    box, answer = WINDOW.box.scaled(canvas.width, canvas.height), voices_on(canvas).other
    middle = Point(box.x + box.width / 2, box.y + box.height / 2)
    return facing(middle, FRAME * box.width / 2, answer.centre, answer.drop)


def before(canvas: Canvas) -> str:
    """The near shore passes in front of the photograph, which rises behind it."""
    return canvas.svg(near_side(canvas))
