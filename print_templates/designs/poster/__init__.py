"""The poster: one phrase, one picture, one thing to do."""

from print_templates.design import Design, Panel
from print_templates.designs.poster.panel import panel
from print_templates.sheet import Sheet

SHEETS = (Sheet("a2", 420, 594), Sheet("a3", 297, 420), Sheet("a4", 210, 297))


def panels(sheet: Sheet) -> tuple[Panel, ...]:
    return (panel(sheet),)


DESIGN = Design("poster", SHEETS, ("poster",), panels)
