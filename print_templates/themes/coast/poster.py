"""The poster: the bay between the phrase and the white panel."""

from print_templates.themes.coast.bay import bay
from print_templates.themes.coast.drawing import placed, sheet
from print_templates.themes.theme import Canvas


def poster(canvas: Canvas) -> str:
    unit = canvas.width / 1000
    beyond = canvas.bleed / unit + 30
    foot = canvas.height * 0.776 / unit
    floor = canvas.height / unit + beyond
    picture = bay(canvas.ink, -beyond, 1000 + beyond, foot, floor, 265)
    return canvas.svg([sheet(canvas, canvas.ink("ground")), placed(picture, 0, 0, unit)])
