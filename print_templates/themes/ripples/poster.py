"""The poster: a voice falls where the water is narrow; where it is wide, the water is all ear."""

from print_templates.themes.ripples.compass import Point
from print_templates.themes.ripples.ear import Ear
from print_templates.themes.ripples.listening import listening
from print_templates.themes.ripples.voice import Voice
from print_templates.themes.ripples.water import band, far_shore, near_shore
from print_templates.themes.theme import Box, Canvas, Placement

PHRASE = Placement(Box(0.06, 0.041, 0.88, 0.46), "phrase")
SUB_COPY = Placement(Box(0.06, 0.503, 0.56, 0.052), "phrase")


def compose(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    voice = Voice(Point(0.155 * width, 0.6775 * height), 0.044 * width)
    ear = Ear(Point(0.815 * width, 0.63 * height), 0.093 * width)
    return canvas.svg(
        [
            band(canvas, "ground"),
            band(canvas, "deep", 0.48),
            *listening(canvas, voice, ear, 5),
            far_shore(canvas, Point(0.12 * width, 0.588 * height), 2.75 * width),
            near_shore(canvas, "paper", Point(0.12 * width, 0.767 * height), 12 * width),
        ]
    )
