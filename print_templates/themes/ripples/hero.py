"""The web page's opening pictures: water at the foot of a telephone, a pool at the right of a wide screen."""

from print_templates.themes.ripples.compass import Point, Round
from print_templates.themes.ripples.meeting import meeting
from print_templates.themes.ripples.water import around, field
from print_templates.themes.theme import Box, Canvas, Placement

#: Flat ground; the page sets the words itself.
PHONE_PHRASE = Placement(Box(0.06, 0.05, 0.88, 0.4), "phrase")
DESKTOP_PHRASE = Placement(Box(0.05, 0.14, 0.45, 0.5), "phrase")


def compose_phone(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    voices = meeting(
        Point(0.3 * width, 0.79 * height), 0.15 * width, Point(0.81 * width, 0.62 * height), 0.08 * width,
        0.08 * width, 1.6,
    )  # fmt: skip
    # Lemon against lilac is one grey: a little still water lies between the rings and the shore.
    shore = (field(canvas, "deep", bottom=0.515), field(canvas, "ground", bottom=0.5))
    return canvas.svg([field(canvas, "deep"), *voices.on(canvas), *shore])


def compose_desktop(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    pool = Round(Point(0.87 * width, 0.5 * height), 0.76 * height)
    voices = meeting(
        Point(0.71 * width, 0.64 * height), 0.17 * height, Point(0.91 * width, 0.27 * height), 0.095 * height,
        0.1 * height, 1.7,
    )  # fmt: skip
    return canvas.svg(
        [
            field(canvas, "deep"),
            *voices.on(canvas),
            around(canvas, pool.path(clockwise=False), "ground"),
        ]
    )
