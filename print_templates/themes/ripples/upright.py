"""The poster with upright lettering: the water is a large round left of the columns."""

from print_templates.themes.ripples.compass import Point, Round
from print_templates.themes.ripples.meeting import Meeting, meeting
from print_templates.themes.ripples.water import around, field
from print_templates.themes.theme import PANEL, Box, Canvas, Placement, Window

PHRASE = Placement(Box(0.5, 0.045, 0.44, 0.61), "phrase")
SUB_COPY = Placement(Box(0.06, 0.697, 0.6, 0.07), "phrase")
#: A round in the voice's place: the photograph stands in its balloon.
WINDOW = Window(Box(0.03, 0.34, 0.32, 0.32 / 2**0.5), 0.5)
#: How much wider than the photograph its balloon is.
FRAME = 1.1
#: The pool's head and foot, shares of the height; its distance from the columns, a share of the width.
HEAD, FOOT, CLEAR = 0.06, 0.672, 0.045
#: Drops and the distance of the rings, shares of the width.
DROP, ANSWER, APART = 0.115, 0.062, 0.0713


def pool(canvas: Canvas) -> tuple[Point, float]:
    """The water's middle and its radius: it comes up to the columns and leaves the sheet at the left."""
    height = canvas.height
    radius = (FOOT - HEAD) / 2 * height
    return Point(canvas.words.x - CLEAR * canvas.width - radius, HEAD * height + radius), radius


def compose(canvas: Canvas) -> str:
    middle, radius = pool(canvas)
    panel = canvas.height - PANEL * canvas.width
    voices = voices_on(canvas)
    return canvas.svg(
        [
            field(canvas, "deep"),
            *voices.on(canvas),
            around(canvas, Round(middle, radius).path(clockwise=False), "ground"),
            field(canvas, "paper", top=panel / canvas.height),
        ]
    )


def voices_on(canvas: Canvas) -> Meeting:
    """The voice below, the answer above, where the water is narrower; with a photograph, that one's balloon
    instead of the voice."""
    width, height = canvas.width, canvas.height
    room = canvas.words.x - CLEAR * width
    one, drop = Point(0.34 * room, 0.465 * height), DROP * width
    if canvas.picture:
        box = WINDOW.box.scaled(width, height)
        one, drop = Point(box.x + box.width / 2, box.y + box.height / 2), FRAME * box.width / 2
    return meeting(
        one,
        drop,
        Point(0.58 * room, 0.175 * height),
        ANSWER * width,
        APART * width,
        1.5 if canvas.picture else 1,
    )
