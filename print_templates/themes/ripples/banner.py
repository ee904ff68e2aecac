"""Banners: two voices in a pool at the end of a strip or of a card, on the water across a box."""

from print_templates.themes.ripples.compass import Point, Round
from print_templates.themes.ripples.meeting import Meeting, meeting
from print_templates.themes.ripples.water import around, field
from print_templates.themes.theme import Box, Canvas, Placement

STRIP_PHRASE = Placement(Box(0.03, 0.16, 0.65, 0.68), "phrase")
BOX_PHRASE = Placement(Box(0.06, 0.05, 0.88, 0.42), "phrase")
BOX_ISSUER = Placement(Box(0.06, 0.89, 0.88, 0.08), "phrase")
CARD_PHRASE = Placement(Box(0.05, 0.1, 0.5, 0.62), "phrase")
CARD_ISSUER = Placement(Box(0.05, 0.86, 0.5, 0.06), "phrase")


def in_pool(canvas: Canvas, voices: Meeting, pool: Round) -> str:
    """Two voices in a round of water that leaves the banner at the right, flat ground about it."""
    shore = around(canvas, pool.path(clockwise=False), "ground")
    return canvas.svg([field(canvas, "deep"), *voices.on(canvas), shore])


def compose_strip(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    one, other = Point(0.79 * width, 0.56 * height), Point(0.945 * width, 0.36 * height)
    voices = meeting(one, 0.22 * height, other, 0.14 * height, 0.17 * height)
    return in_pool(canvas, voices, Round(Point(0.905 * width, 0.5 * height), 1.5 * height))


def compose_box(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    head = max(canvas.words.y + canvas.words.height + 0.03 * height, 0.3 * height)
    depth = 0.86 * height - head
    drop = min(0.3 * depth, 0.13 * width)
    one, other = Point(0.26 * width, head + 0.58 * depth), Point(0.83 * width, head + 0.36 * depth)
    voices = meeting(one, drop, other, 0.58 * drop, max(0.6 * drop, 0.06 * width))
    return canvas.svg(
        [
            field(canvas, "deep"),
            *voices.on(canvas),
            field(canvas, "ground", bottom=head / height),
            field(canvas, "ground", top=0.86),
        ]
    )


def compose_card(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    one, other = Point(0.74 * width, 0.62 * height), Point(0.915 * width, 0.27 * height)
    voices = meeting(one, 0.155 * height, other, 0.09 * height, 0.09 * height, 1.7)
    return in_pool(canvas, voices, Round(Point(0.88 * width, 0.5 * height), 0.56 * height))
