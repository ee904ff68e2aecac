"""The web's opening picture: words on the left (desktop) or above (phone), the bay in the rest."""

from print_templates.themes.coast.bay import bay
from print_templates.themes.coast.drawing import placed, sheet
from print_templates.themes.theme import Canvas

FOOT = 1020


def hero(canvas: Canvas) -> str:
    wide = canvas.width > canvas.height
    unit = canvas.width * (0.48 if wide else 1) / 1000
    x = canvas.width - 1000 * unit
    y = canvas.height - (FOOT + 20) * unit
    beyond = canvas.bleed / unit + 30
    sun = 560 if wide else 470
    picture = bay(canvas.ink, -x / unit - beyond, 1000 + beyond, FOOT, FOOT + 20 + beyond, sun)
    return canvas.svg([sheet(canvas, canvas.ink("ground")), placed(picture, x, y, unit)])
