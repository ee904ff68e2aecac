"""The flyer's information side: the line is the shore of the heading and of the page's foot."""

from print_templates.themes.coast.drawing import cord, placed, shape, sheet
from print_templates.themes.theme import Canvas

#: The header's lower edge in thousandths of the width; on A-format sheets 0.115 of the height is 163.
SHORE = 150
SKYLINE = "H742V86L796 36 850 86 884 56 916 86C930 104 936 150 970 150"


def flyer_back(canvas: Canvas) -> str:
    ink = canvas.ink
    unit = canvas.width / 1000
    beyond = canvas.bleed / unit + 30
    left, right = -beyond, 1000 + beyond
    floor = canvas.height / unit
    page = [
        shape(f"M{left:g} {left:g}H{right:g}V{SHORE}H{left:g}Z", ink("ground")),
        shape(f"M{left:g} {SHORE}{SKYLINE}V{SHORE + 20}H{left:g}Z", ink("paper")),
        cord(f"M{left:g} {SHORE}{SKYLINE}H{right:g}", 20, ink("accent")),
        shape(f"M{left:g} {floor - 20:g}H{right:g}V{floor + beyond:g}H{left:g}Z", ink("deep")),
        cord(f"M{left:g} {floor - 22:g}H{right:g}", 16, ink("accent")),
    ]
    return canvas.svg([sheet(canvas, ink("paper")), placed(page, 0, 0, unit)])
