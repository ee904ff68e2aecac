"""The round fan: the finger hole is in a voice, whose rings run over the water to the one that answers."""

from print_templates.themes.ripples.compass import Point, Round
from print_templates.themes.ripples.meeting import meeting
from print_templates.themes.ripples.voice import Voice
from print_templates.themes.ripples.water import field
from print_templates.themes.theme import Box, Canvas, Placement

PHRASE = Placement(Box(0.15, 0.155, 0.7, 0.35), "phrase", "center")
ISSUER = Placement(Box(0.27, 0.1, 0.46, 0.03), "phrase", "center")
#: The water never begins higher; its distance from the phrase. Shares of the width.
HIGHEST, CLEAR = 0.4, 0.03
#: Drops and the distance of the rings, shares of the width.
DROP, ANSWER, APART = 0.098, 0.047, 0.06


def finger_hole(canvas: Canvas) -> Point:
    return Point(0.5 * canvas.width, 0.875 * canvas.width)


def compose_front(canvas: Canvas) -> str:
    width, hole = canvas.width, finger_hole(canvas)
    head = max(canvas.words.y + canvas.words.height + CLEAR * width, HIGHEST * width)
    other = Point(0.775 * width, head + 0.36 * (0.875 * width - head))
    voices = meeting(hole, DROP * width, other, ANSWER * width, APART * width)
    return canvas.svg(
        [
            field(canvas, "deep"),
            *voices.on(canvas),
            field(canvas, "ground", bottom=head / canvas.height),
        ]
    )


#: Where the answer comes from on the back, beyond the rim; shares of the width.
BEYOND = Point(0.86, 0.06)
#: The distance of the rings on the back, and that of their paper from its middle.
BACK_APART, PAPER = 0.07, 0.41
#: How far the hole's rings travel there, of the way to the answer: they end where they would run along the rim.
BACK_TRAVEL = 0.74
#: The balloon's radius about the hole on the back, and its corner's direction: it keeps off the words.
BACK_DROP, ASIDE = 0.085, 20


def compose_back(canvas: Canvas) -> str:
    width, hole = canvas.width, finger_hole(canvas)
    other = Point(BEYOND.x * width, BEYOND.y * width)
    voices = meeting(hole, DROP * width, other, 0, BACK_APART * width, BACK_TRAVEL)
    lemon = Voice(hole, BACK_DROP * width, ASIDE)
    return canvas.svg(
        [
            field(canvas, "deep"),
            *voices.rings(canvas),
            Round(Point(0.5 * width, 0.5 * width), PAPER * width).disc(canvas.ink("paper")),
            lemon.balloon(canvas.ink("accent")),
        ]
    )
