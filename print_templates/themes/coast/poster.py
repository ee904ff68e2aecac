"""The poster: the bay between the phrase and the white panel; the sub-copy stands on the water."""

from dataclasses import replace

from print_templates.themes.coast.bay import SUN_X, Bay
from print_templates.themes.coast.drawing import placed, sheet, units, words_end
from print_templates.themes.coast.shore import beach, sunlit
from print_templates.themes.coast.village import village, water, whole
from print_templates.themes.theme import Box, Canvas, Window

#: The line's level, in thousandths of the width.
LEVEL = 915
#: Between the phrase's last line and the masthead.
AIR = 62
#: The part of a photograph's sun that stands above the sea: its upper edge, width and height.
PHOTO_TOP, PHOTO_WIDTH, PHOTO_HEIGHT = 700, 620, 205
#: The white of the sun around a photograph.
RIM = 20
#: Its room on the sheet, in shares of A-format's sides.
WINDOW = Window(
    Box((SUN_X - PHOTO_WIDTH / 2) / 1000, PHOTO_TOP / 1414, PHOTO_WIDTH / 1000, PHOTO_HEIGHT / 1414)
)


def measured(canvas: Canvas) -> Bay:
    _, beyond, _ = units(canvas)
    return Bay(LEVEL, LEVEL - words_end(canvas) - AIR, -beyond, 1000 + beyond)


def poster(canvas: Canvas) -> str:
    ink, bay = canvas.ink, measured(canvas)
    unit, _, height = units(canvas)
    shapes = [] if canvas.picture else [*whole(bay, ink, height), beach(canvas)]
    return canvas.svg([sheet(canvas, ink("ground")), placed(shapes, 0, 0, unit)])


def poster_before(canvas: Canvas) -> str:
    """The bay in front of a photograph that stands in the sun."""
    ink, bay = canvas.ink, replace(measured(canvas), sea=0.02)
    unit, _, height = units(canvas)
    shapes = [
        *sunlit(SUN_X, PHOTO_TOP, PHOTO_WIDTH, PHOTO_HEIGHT, RIM, ink),
        *water(bay, ink, height),
        *village(bay, ink, picture=True),
        beach(canvas),
    ]
    return canvas.svg([placed(shapes, 0, 0, unit)])
