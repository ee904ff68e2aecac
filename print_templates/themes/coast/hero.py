"""The web's opening picture and its banners: words on the left or above, the bay in the rest.

The line comes from the far left under the words, so that it ties them in.
"""

from print_templates.themes.coast.bay import Bay
from print_templates.themes.coast.drawing import placed, sheet
from print_templates.themes.coast.village import whole
from print_templates.themes.theme import Canvas


def beside(canvas: Canvas, width: float, rise: float, water: float) -> str:
    """The bay at the right, `width` of the surface wide; `rise` and `water` are shares of its height.

    The masthead stands `rise` above the line, the line `water` above the foot.
    """
    unit = width * canvas.width / 1000
    return bay_on(canvas, unit, rise * canvas.height / unit, water * canvas.height / unit)


def bay_on(canvas: Canvas, unit: float, rise: float, water: float) -> str:
    """A bay whose thousand units end at the right edge; `unit` in mm, the rest in units."""
    x = canvas.width - 1000 * unit
    height, beyond = canvas.height / unit, canvas.bleed / unit + 30
    bay = Bay(height - water, rise, -x / unit - beyond, 1000 + beyond)
    shapes = whole(bay, canvas.ink, height + beyond)
    return canvas.svg([sheet(canvas, canvas.ink("ground")), placed(shapes, x, 0, unit)])


def hero_phone(canvas: Canvas) -> str:
    return beside(canvas, 1, 0.44, 0.08)


def hero_desktop(canvas: Canvas) -> str:
    return beside(canvas, 0.47, 0.74, 0.11)


def banner_strip(canvas: Canvas) -> str:
    return beside(canvas, 0.34, 0.68, 0.15)


def banner_card(canvas: Canvas) -> str:
    return beside(canvas, 0.5, 0.7, 0.17)


def banner_box(canvas: Canvas) -> str:
    """As on a poster, the masthead rises to the words."""
    unit = canvas.width / 1000
    below = (canvas.words.y + canvas.words.height) / unit
    water = 0.155 * canvas.height / unit
    return bay_on(canvas, unit, canvas.height / unit - water - below - 40, water)
