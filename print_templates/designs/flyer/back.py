"""What the template of the flyer's back is told: every section's box, and the sizes its words are set in."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from print_templates import running
from print_templates.content import Content
from print_templates.designs.flyer.blocks import Blocks, Figure, blocks, said
from print_templates.designs.flyer.foot import TRUSTED, colophon, colophon_size, column, unit
from print_templates.designs.flyer.grid import ABOVE, LEADING, NUMBER, Grid
from print_templates.running import readings
from print_templates.sheet import millimetres, points
from print_templates.themes import theme
from print_templates.themes.theme import Box, Medium

#: The lead may be set so many times as large as running text when it is short.
LEAD_SIZES = (2.0, 1.8, 1.6, 1.5, 1.4, 1.3, 1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8)
#: Slack goes above and below the desks, but never more than this, in em.
MOST_AIR = 4.0


@dataclass(frozen=True)
class Section:
    """Where a section stands, as CSS."""

    box: Box

    @property
    def style(self) -> SafeString:
        box = self.box
        return mark_safe(
            f"left:{box.x:.3f}mm;top:{box.y:.3f}mm;width:{box.width:.3f}mm;height:{box.height:.3f}mm"
        )


def back(content: Content, grid: Grid, desks: int, to: Medium) -> dict[str, Any]:
    """The back of the flyer as its template needs it."""
    found = blocks(content, content.desks[:desks], grid)
    return {
        "lead": lead(content, grid),
        "lead_words": running.sentence(
            content.lead, lead(content, grid), points(grid.width), 700, readings(content)
        ),
        "lead_section": Section(grid.lead),
        "near": Section(grid.near),
        "numbers": [Section(number(row, grid)) for row in grid.rows],
        "places": [Section(line(row, grid)) for row in grid.rows[1:]],
        "blocks": found,
        **sections(found, content, grid, to),
        "mm": in_mm(found, content, grid),
        "foot": Section(grid.foot),
        "foot_em": unit(grid),
        "trusted": TRUSTED[0],
        "colophon": colophon_size(content, grid),
        "colophon_words": running.even(colophon(content), colophon_size(content, grid), points(column(grid))),
        "column": points(column(grid)),
    }


def lead(content: Content, grid: Grid) -> float:
    """The lead's size in pt: a short one is set larger."""
    sizes = [size * grid.body for size in LEAD_SIZES]
    width, room = points(grid.width), points(grid.lead.height)
    return running.largest(content.lead, sizes, width, room, LEADING, 700, readings(content))


def in_mm(found: Blocks, content: Content, grid: Grid) -> dict[str, float]:
    """Sizes of type in mm, from which readings know their own."""
    sizes = {"lead": lead(content, grid)}
    if found.desks:
        sizes |= {"name": found.desks.name, "hours": found.desks.hours}
    if found.figure:
        sizes |= {"title": found.figure.title, "note": found.figure.note}
    if found.ties:
        sizes["ties"] = found.ties.size
    return {key: millimetres(size) for key, size in sizes.items()}


def number(row: Box, grid: Grid) -> Box:
    """The round beside a place, level with its first line."""
    side = NUMBER * grid.em
    return Box(grid.left, row.y + ABOVE * grid.em, side, side)


def line(row: Box, grid: Grid) -> Box:
    """The line between a place and the one above it."""
    return Box(row.x, row.y, row.width, 0)


def sections(found: Blocks, content: Content, grid: Grid, to: Medium) -> dict[str, Any]:
    """The boxes of desks, figure and loose ties, with the figure's drawing."""
    rest, room, read = grid.rest, points(grid.rest.height), readings(content)
    air = min(max(room - found.height(room), 0) / 3, MOST_AIR * grid.body)
    top, left = rest.y + millimetres(air), rest.x
    told: dict[str, Any] = {}
    if found.desks:
        tall = millimetres(found.desks.height)
        told["desks_section"] = Section(Box(left, top, rest.width, tall))
        top += tall + millimetres(found.gap + air)
    below = rest.y + rest.height - top
    if found.figure:
        wide = millimetres(found.figure.width)
        told["figure_section"] = Section(Box(left, top, wide, below))
        deep = theme(content.theme).inks["deep"]
        told |= figure_words(found.figure, read)
        told["chart"] = found.figure.drawing(deep, to, points(below))
    if found.ties:
        told["ties_words"] = running.even(found.ties.text, found.ties.size, found.ties.width, 400, read)
        wide = millimetres(found.ties.width)
        told["ties_section"] = Section(Box(rest.x + rest.width - wide, top, wide, below))
    return told


def figure_words(figure: Figure, read: running.Readings) -> dict[str, str]:
    """The figure's title and what it says, in even lines."""
    beside = figure.width - figure.value_width
    return {
        "title": running.even(figure.chart.title, figure.title, beside, 700, read),
        "figure_words": running.even(said(figure.chart), figure.note, figure.width, 400, read),
    }
