"""The flyer's information side: the heading's strip with water at its end, and water at the foot."""

from print_templates.themes.ripples.compass import Point
from print_templates.themes.ripples.ear import Ear
from print_templates.themes.ripples.listening import beside_shore
from print_templates.themes.ripples.water import band, near_shore
from print_templates.themes.theme import Canvas

#: The strip's lower edge, a share of the height.
STRIP = 0.115


def compose_back(canvas: Canvas) -> str:
    width, height = canvas.width, canvas.height
    unit = 0.037 * width
    ear = Ear(Point(width - 1.9 * unit, STRIP * height - 2.55 * unit), unit)
    return canvas.svg(
        [
            band(canvas, "deep", 0, STRIP),
            *beside_shore(canvas, ear, STRIP * height, 0.9 * width),
            band(canvas, "paper", STRIP),
            near_shore(canvas, "deep", Point(0.9 * width, 0.97 * height), 12 * width),
        ]
    )
