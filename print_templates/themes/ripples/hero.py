"""The web page's opening picture: water at the right of a wide screen, at the foot of a tall one."""

from print_templates.themes.ripples.compass import Point
from print_templates.themes.ripples.ear import Ear
from print_templates.themes.ripples.listening import beside_shore, listening
from print_templates.themes.ripples.voice import Voice
from print_templates.themes.ripples.water import band, far_shore, near_shore
from print_templates.themes.theme import Box, Canvas, Placement

#: Flat ground on wide and tall screens alike; the page sets the words itself.
PHRASE = Placement(Box(0.06, 0.06, 0.47, 0.42), "phrase")


def beside(canvas: Canvas) -> list[str]:
    """The wide screen's picture, under a shore that runs from top to bottom."""
    width, height = canvas.width, canvas.height
    unit = min(0.085 * width, 0.24 * height)
    ear = Ear(Point(width - 1.62 * unit, 0.4 * height), unit)
    return beside_shore(canvas, ear, 0.8 * height, 8 * height)


def below(canvas: Canvas) -> list[str]:
    """The tall screen's picture, under a shore that runs from side to side."""
    width, height = canvas.width, canvas.height
    unit = min(0.17 * width, 0.105 * height)
    ear = Ear(Point(width - 1.75 * unit, 0.708 * height), unit)
    voice = Voice(Point(0.14 * width, 0.765 * height), 0.31 * unit)
    shore = far_shore(canvas, Point(0.12 * width, 0.585 * height), 4 * width)
    return [*listening(canvas, voice, ear, 3), shore]


def compose(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    picture = beside(canvas) if width > height else below(canvas)
    paper = near_shore(
        canvas, "paper", Point(0.2 * width, 0.945 * height), 12 * width * max(1, width / height)
    )
    return canvas.svg([band(canvas, "deep"), *picture, paper])
