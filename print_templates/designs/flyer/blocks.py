"""The flyer's back below the places: desks, the figure and the loose ties, as large as their room allows.

Words are measured before they are laid out. All sections grow together where there is room, and where there is
none, figure and loose ties are set smaller rather than cut.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from django.utils.translation import gettext as _

from print_templates import ruby, running
from print_templates.chart import ROWS, Drawing, drawing
from print_templates.content import Chart, Content, DeskLine
from print_templates.designs.flyer.grid import GAP, Grid
from print_templates.fonts import BODY
from print_templates.running import Readings, readings
from print_templates.sheet import points
from print_templates.themes.theme import BLACK, Ink, Medium
from print_templates.typeset import advance

#: Sizes that are tried for all three, in shares of the body; then for figure and loose ties alone.
LARGER = (1.6, 1.5, 1.4, 1.3, 1.22, 1.15, 1.1, 1.05, 1.0)
SMALLER = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
#: Shares of the width that the figure may take beside the loose ties.
FIGURE_SHARES = (0.5, 0.54, 0.58, 0.62, 0.66)
#: Short loose ties beside a tall figure are set so much larger.
TIES_LARGER = (1.25, 1.2, 1.15, 1.1, 1.05)
#: The narrowest column of running text in em: phrases are not broken, and a narrow one is ragged.
NARROWEST = 14.0
#: How large one, two or three desks may be: their columns do not grow.
LARGEST_DESKS = {1: 1.6, 2: 1.3, 3: 1.1}
#: Between two columns, around the desks, and a section's heading, in em.
GUTTER, PADDING, HEADING = 1.6, 0.8, 2.05
#: Distances of baselines in em: names and titles, notes, running text, numbers.
TIGHT, NOTE, LOOSE, DIGITS = 1.28, 1.34, 1.5, 1.15
#: The largest telephone number and the headline's number, in em.
PHONE, VALUE = 2.3, 2.2
#: Lines of a desk's name and of its hours before they are set smaller.
NAME_LINES, HOURS_LINES = 2, 3
#: A name is set so much smaller rather than on two lines.
ONE_LINE = 0.8
STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)


@dataclass(frozen=True)
class Desks:
    """The desks side by side in a box: lengths in pt."""

    desks: tuple[DeskLine, ...]
    width: float
    em: float
    note: float
    readings: Readings = ()

    @cached_property
    def column(self) -> float:
        count = len(self.desks)
        return (self.width - 2 * PADDING * self.em - (count - 1) * GUTTER * self.em) / count

    @cached_property
    def phone(self) -> float:
        """The size of the numbers: all alike, and each on one line."""
        widest = max(advance(desk.phone, BODY[700]) for desk in self.desks)
        return min(PHONE * self.em, 0.98 * self.column / widest)

    @cached_property
    def name(self) -> float:
        """The size of the names: on one line, unless that makes them too small."""
        names = [desk.name for desk in self.desks]
        one = self.alike(names, self.em, TIGHT, TIGHT, 700)
        return (
            one if one >= ONE_LINE * self.em else self.alike(names, self.em, NAME_LINES * TIGHT, TIGHT, 700)
        )

    @cached_property
    def hours(self) -> float:
        return self.alike([desk.hours for desk in self.desks], self.note, HOURS_LINES * NOTE, NOTE, 400)

    def alike(self, texts: list[str], size: float, room: float, leading: float, weight: int) -> float:
        """The size at which every desk's text keeps to `room` em of that size."""
        sizes = [size * step for step in STEPS]
        return min(
            running.largest(
                text, sizes, self.column, room * self.more(text, size) * size, leading, weight, self.readings
            )
            for text in texts
        )

    def more(self, text: str, size: float) -> float:
        """How much taller a text's lines are with readings over them."""
        return ruby.leading(size) / TIGHT if ruby.word_spans(text, self.readings) else 1

    @cached_property
    def name_height(self) -> float:
        return max(
            running.height(desk.name, self.name, self.column, TIGHT, 700, self.readings)
            for desk in self.desks
        )

    @cached_property
    def height(self) -> float:
        hours = max(
            running.height(desk.hours, self.hours, self.column, NOTE, 400, self.readings)
            for desk in self.desks
        )
        fixed = (2 * PADDING + HEADING) * self.em
        return fixed + self.name_height + DIGITS * self.phone + hours


@dataclass(frozen=True)
class Figure:
    """The cited figure: its number and title, the rounds, and what they say in words. Lengths in pt."""

    chart: Chart
    width: float
    em: float
    note: float
    #: Rows that its rounds may stand in.
    rows: tuple[int, ...]
    readings: Readings = ()

    @cached_property
    def value_width(self) -> float:
        digits, unit = advance(self.chart.value, BODY[700]), advance(self.chart.unit, BODY[700])
        return (digits + 0.5 * unit + 0.4) * VALUE * self.em

    @cached_property
    def title(self) -> float:
        """The title's size: beside the number, on three lines where that can be."""
        sizes = [self.em * step for step in STEPS]
        beside = self.width - self.value_width
        room = 3 * (ruby.leading(self.em) if self.readings else TIGHT) * self.em
        return running.largest(self.chart.title, sizes, beside, room, TIGHT, 700, self.readings)

    @cached_property
    def head(self) -> float:
        beside = self.width - self.value_width
        title = running.height(self.chart.title, self.title, beside, TIGHT, 700, self.readings)
        return max(1.1 * VALUE * self.em, title)

    @cached_property
    def words(self) -> float:
        return running.height(said(self.chart), self.note, self.width, NOTE, 400, self.readings)

    @cached_property
    def fixed(self) -> float:
        """Everything but the drawing, with the air around it."""
        return self.head + self.words + 1.1 * self.em

    def drawing(self, deep: Ink, to: Medium, most: float) -> Drawing:
        return drawing(self.chart, deep, BLACK, to, self.width, self.note, most - self.fixed, self.rows)

    def height(self, most: float) -> float:
        return self.fixed + self.drawing(BLACK, "office", most).height


def said(figure: Chart) -> str:
    """The figure in words, and where it comes from."""
    source = _("Source: %(source)s") % {"source": figure.source} if figure.source else ""
    return f"{figure.alternative} {source}".strip()


@dataclass(frozen=True)
class Ties:
    """What loose ties are, in type of `size`, under a heading. Lengths in pt."""

    text: str
    width: float
    em: float
    size: float
    readings: Readings = ()

    @cached_property
    def height(self) -> float:
        return HEADING * self.em + running.height(self.text, self.size, self.width, LOOSE, 400, self.readings)


@dataclass(frozen=True)
class Blocks:
    """The sections below the places at the sizes chosen for them; what an edition does not have is None."""

    desks: Desks | None
    figure: Figure | None
    ties: Ties | None
    gap: float

    def row(self, most: float) -> float:
        """The height of figure and loose ties, which stand side by side."""
        figure = self.figure.height(most) if self.figure else 0.0
        return max(figure, self.ties.height if self.ties else 0.0)

    def height(self, most: float) -> float:
        """The height of everything in a room of so many pt."""
        if self.desks is None:
            return self.row(most)
        beside = most - self.desks.height - self.gap
        row = self.row(beside)
        return self.desks.height + (self.gap + row if row else 0)

    def rank(self, most: float) -> tuple[bool, int, float]:
        """Least for what is best: in its room at all, with the figure's rounds in many rows, and not tall."""
        tall = self.height(most)
        if tall > most or self.figure is None:
            return tall > most, 0, tall
        beside = most - (self.desks.height + self.gap if self.desks else 0)
        return False, -self.figure.drawing(BLACK, "office", beside).rows, tall


def blocks(content: Content, desks: tuple[DeskLine, ...], grid: Grid) -> Blocks:
    """The sections as large as they fit the grid's rest, at the latest at the smallest size."""
    room = points(grid.rest.height)
    tries = [(size, size, ROWS[:-1]) for size in LARGER] + [(1.0, size, ROWS) for size in (1.0, *SMALLER)]
    for large, small, rows in tries:
        found = best_columns(content, desks, grid, large, small, rows)
        if found.height(room) <= room:
            return found
    return found


def best_columns(
    content: Content,
    desks: tuple[DeskLine, ...],
    grid: Grid,
    large: float,
    small: float,
    rows: tuple[int, ...],
) -> Blocks:
    """The sections at a size, figure and loose ties in the columns that make them least tall."""
    width, em, note, read = points(grid.width), grid.body, grid.note, readings(content)
    room = points(grid.rest.height)
    large = min(large, LARGEST_DESKS.get(len(desks), 1.0))
    strip = Desks(desks, width, large * em, large * note, read) if desks else None
    both = bool(content.chart and content.loose_ties)
    least, found = (True, 0, inf), None
    for share in FIGURE_SHARES if both else (1.0,):
        gutter = GUTTER * em if both else 0.0
        wide = share * (width - gutter)
        figure = Figure(content.chart, wide, small * em, small * note, rows, read) if content.chart else None
        beside = width - gutter - wide if both else width
        if both and found and beside < NARROWEST * small * em:
            continue
        ties = Ties(content.loose_ties, beside, small * em, small * em, read) if content.loose_ties else None
        tried = Blocks(strip, figure, ties, GAP * em)
        if tried.rank(room) < least:
            least, found = tried.rank(room), tried
    assert found is not None
    return filled(found, room)


def filled(found: Blocks, room: float) -> Blocks:
    """The same with short loose ties in larger type, as tall as the figure beside them."""
    if found.figure is None or found.ties is None:
        return found
    beside = room - (found.desks.height + found.gap if found.desks else 0)
    tall = found.figure.height(beside)
    larger = (replace(found.ties, size=found.ties.em * step) for step in TIES_LARGER)
    ties = next((ties for ties in larger if ties.height <= tall), found.ties)
    return replace(found, ties=ties)
