"""What every surface tells: a voice falls into the water, and at the other end the rings are an ear."""

from print_templates.themes.ripples.compass import Point
from print_templates.themes.ripples.ear import Ear
from print_templates.themes.ripples.voice import Voice
from print_templates.themes.ripples.water import left_shore
from print_templates.themes.theme import Canvas


def listening(canvas: Canvas, voice: Voice, ear: Ear, count: int) -> list[str]:
    """A voice with its first rings, and the ear that they enter; to lie on the deep ink."""
    lemon = canvas.ink("accent")
    return [
        *voice.rings(lemon, count),
        voice.balloon(135, lemon),
        *ear.rings(canvas.ink("ground")),
        *ear.entering(voice.centre, lemon),
        ear.heard(lemon),
    ]


def beside_shore(canvas: Canvas, ear: Ear, farthest: float, radius: float) -> list[str]:
    """The same right of an upright shore; its foremost height and its radius in the canvas's unit."""
    unit, centre = ear.unit, ear.centre
    voice = Voice(Point(centre.x - 2.72 * unit, centre.y + 1.25 * unit), 0.21 * unit)
    shore = left_shore(canvas, Point(centre.x - 3.3 * unit, farthest), radius)
    return [*listening(canvas, voice, ear, 3), shore]
