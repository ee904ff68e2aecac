"""The poster: one phrase, one picture, one thing to do."""

from typing import Any

from print_templates.content import Content
from print_templates.design import Design, Panel
from print_templates.designs.poster.lines import front
from print_templates.designs.poster.panel import panel, room
from print_templates.sheet import Finish, Sheet
from print_templates.themes.theme import Medium

#: What no office printer takes as a whole is glued together from its pages.
LARGE: tuple[Finish, ...] = ("press", "tiled")

SHEETS = (
    Sheet("a1", 594, 841, finishes=LARGE),
    Sheet("b2", 515, 728, finishes=LARGE),
    Sheet("a2", 420, 594, finishes=LARGE),
    Sheet("b3", 364, 515, finishes=LARGE),
    Sheet("a3", 297, 420, finishes=("press", "office", "tiled")),
    Sheet("a4", 210, 297),
)


def panels(sheet: Sheet, places: int = 0) -> tuple[Panel, ...]:
    return (panel(sheet),)


def arranged(content: Content, sheet: Sheet, to: Medium) -> dict[str, Any]:
    """What the template is told beside the words."""
    return {"front": front(content, sheet)}


DESIGN = Design("poster", SHEETS, ("poster",), panels, room, ("front.css",), arranged)
