"""The round fan: the finger hole is where the voice falls."""

from print_templates.themes.ripples.compass import Point, disc, open_arc, ring, stroke
from print_templates.themes.ripples.ear import Ear
from print_templates.themes.ripples.water import band, far_shore
from print_templates.themes.theme import Box, Canvas, Placement

PHRASE = Placement(Box(0.16, 0.165, 0.68, 0.38), "phrase", "center")
ISSUER = Placement(Box(0.3, 0.755, 0.4, 0.035), "paper", "center")

#: Rings round the hole: radius, thickness (shares of the square), and where they stop short of the ear.
#: The issuer's line fits inside the first.
FRONT_RINGS = ((0.244, 0.02, 326), (0.318, 0.017, 270), (0.4, 0.015, 270))
#: The rings behind the white round of the back, which leaves them only the rim.
BACK_RINGS = ((0.135, 0.034), (0.205, 0.031), (0.295, 0.028), (0.405, 0.025), (0.53, 0.022), (0.67, 0.02))


def finger_hole(canvas: Canvas) -> Point:
    return Point(0.5 * canvas.width, 0.875 * canvas.width)


def compose_front(canvas: Canvas) -> str:
    width, hole, lemon = canvas.width, finger_hole(canvas), canvas.ink("accent")
    ear = Ear(Point(0.808 * width, 0.682 * width), 0.073 * width)
    rings = (
        stroke(open_arc(hole, radius * width, 90, end), line * width, lemon)
        for radius, line, end in FRONT_RINGS
    )
    return canvas.svg(
        [
            band(canvas, "ground"),
            band(canvas, "deep", 0.5),
            *rings,
            disc(hole, 0.078 * width, lemon),
            *ear.rings(canvas.ink("ground")),
            ear.heard(lemon),
            far_shore(canvas, Point(0.3 * width, 0.62 * width), 2 * width),
        ]
    )


def compose_back(canvas: Canvas) -> str:
    width, hole, lemon = canvas.width, finger_hole(canvas), canvas.ink("accent")
    return canvas.svg(
        [
            band(canvas, "deep"),
            *(ring(hole, radius * width, line * width, lemon) for radius, line in BACK_RINGS),
            disc(Point(0.5 * width, 0.5 * width), 0.41 * width, canvas.ink("paper")),
            disc(hole, 0.075 * width, canvas.ink("deep")),
            disc(hole, 0.063 * width, lemon),
        ]
    )
