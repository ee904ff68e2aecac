"""The paper fan (団扇): round, with a finger hole; the back is useful in summer."""

from print_templates.design import Design, Panel, TextSlot
from print_templates.sheet import Die, Sheet, points
from print_templates.themes.theme import Box

#: Hole and its height above the lower edge as shares of the diameter; themes draw around them.
HOLE, HOLE_RISE = 0.1, 0.125


def round_sheet(key: str, diameter: float, *, office_paper: tuple[float, float] | None = None) -> Sheet:
    die = Die(diameter, HOLE * diameter, HOLE_RISE * diameter)
    finish = ("office",) if office_paper else ("press",)
    return Sheet(key, diameter, diameter, die=die, paper=office_paper, finishes=finish)  # type: ignore[arg-type]


SHEETS = (
    *(round_sheet(f"round{diameter}", diameter) for diameter in (240, 210, 200)),
    round_sheet("a4", 190, office_paper=(210, 297)),
)


def panels(sheet: Sheet) -> tuple[Panel, ...]:
    """One panel on the back: the code on the left, who hands the fan out on its right."""
    width = sheet.width

    def slot(x: float, y: float, w: float, h: float, share: float, lines: int, weight: int) -> TextSlot:
        box = Box(x * width, y * width, w * width, h * width)
        return TextSlot(box, points(share * width), points(0.0135 * width), lines, weight)

    return (
        Panel(
            page=1,
            code=Box(0.205 * width, 0.578 * width, 0.155 * width, 0.155 * width),
            logo=Box(0.395 * width, 0.579 * width, 0.15 * width, 0.068 * width),
            name=slot(0.395, 0.575, 0.4, 0.05, 0.03, 2, 700),
            contact=slot(0.395, 0.622, 0.4, 0.026, 0.021, 1, 400),
            address=slot(0.395, 0.668, 0.4, 0.026, 0.0195, 1, 700),
        ),
    )


DESIGN = Design("fan", SHEETS, ("fan_front", "fan_back"), panels, styles=("fan/style.css",))
