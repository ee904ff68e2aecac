"""The flyer: the front is the poster's sister, the back informs."""

from print_templates.design import Design, Panel, Room, TextSlot
from print_templates.designs.poster.panel import panel, reader
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import Box

SHEETS = (
    Sheet("a4", 210, 297),
    Sheet("b5", 182, 257),
    Sheet("a5", 148, 210, finishes=("press", "nup")),
)

#: Running text in pt (PRINT.md 1: at least 12 on A4), and how many places and desks fit beside it.
ROOMS = {"a4": (12.0, 3, 3), "b5": (11.0, 3, 2), "a5": (10.0, 2, 2)}


def room(sheet: Sheet) -> Room:
    body, places, desks = ROOMS[sheet.key]
    return Room(reader(sheet), body, places, desks)


def back_panel(sheet: Sheet) -> Panel:
    """The panel at the foot of the back, in shares of the sheet's width."""
    width, height = sheet.width, sheet.height
    code = 0.16
    smallest = 0.017 if reader(sheet) == "pocket" else 0.0135

    def slot(x: float, rise: float, w: float, h: float, share: float, lines: int, weight: int) -> TextSlot:
        box = Box(x * width, height - rise * width, w * width, h * width)
        return TextSlot(box, points(share * width), points(smallest * width), lines, weight)

    return Panel(
        page=1,
        code=Box((1 - 0.075 - code) * width, height - (0.1 + code) * width, code * width, code * width),
        logo=Box(0.075 * width, height - 0.234 * width, 0.15 * width, 0.07 * width),
        name=slot(0.075, 0.238, 0.56, 0.05, 0.029, 2, 700),
        contact=slot(0.075, 0.188, 0.56, 0.026, 0.021, 1, 400),
        address=slot(0.075, 0.153, 0.56, 0.026, 0.021, 1, 700),
    )


def panels(sheet: Sheet) -> tuple[Panel, ...]:
    return (panel(sheet), back_panel(sheet))


DESIGN = Design("flyer", SHEETS, ("poster", "flyer_back"), panels, room, ("front.css", "flyer/style.css"))
