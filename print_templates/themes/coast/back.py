"""The flyer's information side: the line is the shore of the heading and of the page's foot."""

from print_templates.themes.coast.drawing import Paints, cord, placed, shape, sheet
from print_templates.themes.theme import Canvas

#: The header's lower edge in thousandths of the width; on A-format sheets 0.13 of the height is 184.
SHORE = 150
#: From the masthead back to the eaves, and all the way there.
SAIL_EDGE = "C913 58 900 80 884 96"
ROPE = "C826 128 894 128 922 30"
HULL = "V110Q892 110 870 102C872 138 890 158 920 158 948 158 962 136 968 98"


def heading(left: float, right: float, ink: Paints) -> list[str]:
    """The house and the boat of the poster; the page's paper is the house's wall and the water."""
    return [
        shape(f"M{left:g} {left:g}H{right:g}V{SHORE}H{left:g}Z", ink("ground")),
        shape(f"M684 {SHORE + 4}V98L738 44 792 98V{SHORE + 4}Z", ink("paper")),
        shape(f"M712 102h16v20h-16ZM740 {SHORE}v-24c0-22 28-22 28 0v24Z", ink("ground")),
        shape(f"M922 30{SAIL_EDGE}L922 98Z", ink("water")),
        shape(f"M922 110{HULL}Q950 110 922 110Z", ink("deep")),
        cord(
            f"M{left:g} {SHORE}H672Q684 {SHORE} 684 {SHORE - 12}V98L738 44 792 98{ROPE}{HULL}"
            f"C972 134 984 {SHORE} 1004 {SHORE}H{right:g}",
            17,
            ink("accent"),
        ),
    ]


def flyer_back(canvas: Canvas) -> str:
    unit = canvas.width / 1000
    beyond = canvas.bleed / unit + 30
    left, right, floor = -beyond, 1000 + beyond, canvas.height / unit
    ink = canvas.ink
    page = [
        *heading(left, right, ink),
        shape(f"M{left:g} {floor - 20:g}H{right:g}V{floor + beyond:g}H{left:g}Z", ink("ground")),
        cord(f"M{left:g} {floor - 22:g}H{right:g}", 14, ink("accent")),
    ]
    return canvas.svg([sheet(canvas, ink("paper")), placed(page, 0, 0, unit)])
