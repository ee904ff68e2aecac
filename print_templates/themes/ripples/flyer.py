"""The flyer: on its front two voices are close, their balloons linked; its back has water at head and foot."""

from print_templates.themes.ripples.compass import Point, Round
from print_templates.themes.ripples.linked import Linked, between, linked
from print_templates.themes.ripples.shores import CREST, far, near_side, sides
from print_templates.themes.ripples.water import around, field
from print_templates.themes.theme import Box, Canvas, Placement, Window

PHRASE = Placement(Box(0.06, 0.041, 0.88, 0.46), "phrase")
SUB_COPY = Placement(Box(0.06, 0.697, 0.575, 0.07), "phrase")
BACK_PHRASE = Placement(Box(0.06, 0.041, 0.57, 0.058), "phrase")
#: The photograph stands in the answer's balloon.
WINDOW = Window(Box(0.6, 0.503, 0.28, 0.28 / 2**0.5), 0.5)
#: How much wider than the photograph its balloon is; and the voice's balloon beside it, a share of the width.
FRAME, BESIDE = 1.12, 0.105
#: The balloons' radii, shares of the water's depth and at most of the width; the answer's, a share of the voice's.
DEEP, WIDE, ANSWER = 0.4, 0.17, 0.68
#: The direction (degrees) in which the answer lies, and in which the photograph does.
RISING, LEVEL = -13, 6


def compose_front(canvas: Canvas) -> str:
    water, reach = field(canvas, "deep"), 0.62 * canvas.width
    if canvas.picture:
        voices = photographed(canvas)
        return canvas.svg([water, *voices.rings(canvas, reach), *sides(canvas), *voices.balloons(canvas)])
    return canvas.svg([water, *voices_on(canvas).on(canvas, reach), *sides(canvas)])


def voices_on(canvas: Canvas) -> Linked:
    width, head = canvas.width, far(canvas)
    depth = CREST * canvas.height - head
    radius = min(DEEP * depth, WIDE * width)
    place = Point(0.36 * width, head + 0.56 * depth)
    return linked(place, radius, RISING, ANSWER * radius)


def photographed(canvas: Canvas) -> Linked:
    """The voices when the answer is a photograph."""
    box, beside = WINDOW.box.scaled(canvas.width, canvas.height), BESIDE * canvas.width
    middle, radius = Point(box.x + box.width / 2, box.y + box.height / 2), FRAME * box.width / 2
    place = middle.toward(LEVEL + 180, between(beside, radius))
    return linked(place, beside, LEVEL, radius)


def before_front(canvas: Canvas) -> str:
    """The near shore passes in front of the photograph, which rises behind it."""
    return canvas.svg(near_side(canvas))


def compose_back(canvas: Canvas) -> str:
    """Artwork at head and foot alone: the front's two voices again, small, at the end of the heading."""
    width, height = canvas.width, canvas.height
    pool = Round(Point(0.91 * width, 0.06 * height), 0.25 * width)
    voices = linked(Point(0.79 * width, 0.068 * height), 0.046 * width, RISING, 0.031 * width)
    return canvas.svg(
        [
            field(canvas, "deep"),
            *voices.on(canvas, 0.3 * width),
            around(canvas, pool.path(clockwise=False), "ground"),
            field(canvas, "paper", top=0.12),
            field(canvas, "ground", top=0.98),
        ]
    )
