"""The flyer: the front is the poster's sister, the back informs."""

from typing import Any

from print_templates.content import Content
from print_templates.design import Design, Panel, Room
from print_templates.designs.flyer.back import back
from print_templates.designs.flyer.foot import back_panel
from print_templates.designs.flyer.grid import Grid
from print_templates.designs.poster.lines import front
from print_templates.designs.poster.panel import panel, reader
from print_templates.sheet import Sheet, millimetres
from print_templates.themes.theme import Medium

SHEETS = (
    Sheet("a4", 210, 297),
    Sheet("b5", 182, 257),
    Sheet("a5", 148, 210, finishes=("press", "nup")),
)

#: Running text in pt (PRINT.md 1: at least 12 on A4), and how many places and desks fit beside it.
ROOMS = {"a4": (12.0, 3, 3), "b5": (11.0, 2, 2), "a5": (10.0, 1, 2)}
#: Notes in pt.
NOTES = {"a4": 10.5, "b5": 9.6, "a5": 8.5}


def room(sheet: Sheet) -> Room:
    body, places, desks = ROOMS[sheet.key]
    return Room(reader(sheet), body, places, desks)


def grid(sheet: Sheet, places: int) -> Grid:
    return Grid(sheet, millimetres(room(sheet).body), NOTES[sheet.key], places)


def panels(sheet: Sheet, places: int = 0) -> tuple[Panel, ...]:
    return (panel(sheet), back_panel(grid(sheet, places)))


def arranged(content: Content, sheet: Sheet, to: Medium) -> dict[str, Any]:
    """What the back's template is told beside the words."""
    space = room(sheet)
    here = grid(sheet, min(space.places, len(content.places)))
    return {"front": front(content, sheet), "back": back(content, here, space.desks, to)}


DESIGN = Design(
    "flyer",
    SHEETS,
    ("flyer_front", "flyer_back"),
    panels,
    room,
    ("front.css", "flyer/style.css"),
    arranged,
)
