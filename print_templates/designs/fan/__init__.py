"""The paper fan (団扇): round, with a finger hole; the back is useful in summer."""

from typing import Any

from print_templates.content import Content
from print_templates.design import Design, Panel
from print_templates.designs.fan.back import back
from print_templates.designs.fan.panel import panel, panel_lines
from print_templates.sheet import Die, Sheet
from print_templates.themes.theme import Medium

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


def panels(sheet: Sheet, places: int = 0) -> tuple[Panel, ...]:
    return (panel(sheet),)


def arranged(content: Content, sheet: Sheet, to: Medium) -> dict[str, Any]:
    """What the back's template is told beside the words."""
    return {"back": back(content, sheet) | panel_lines(content, sheet)}


DESIGN = Design(
    "fan", SHEETS, ("fan_front", "fan_back"), panels, styles=("fan/style.css",), arranged=arranged
)
