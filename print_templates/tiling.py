"""A poster on office paper: which part of it goes on which sheet. Pure geometry, all lengths in mm.

Every sheet shows one cell of the poster. Where a cell has a neighbour to the right or below, the picture
goes on for `OVERLAP`: the glue edge, over which the neighbour's cut edge is laid. Whoever assembles it
therefore cuts every sheet at the left and above, and those at the poster's end also there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from string import ascii_uppercase

from print_templates.sheet import PAPERS
from print_templates.themes.theme import Box

#: Width of the glue edge.
OVERLAP = 10.0
#: Nothing is painted nearer to the edge of the paper; common printers need 3 to 5 mm.
EDGE = 8.0
#: Between the edge of the paper and the cell: the edge that stays white, and marks of the cut.
MARGIN = EDGE + 5
#: Below the cell also a line that says which sheet it is.
FOOT = EDGE + 12


@dataclass(frozen=True)
class Keep:
    """A part of the poster (from the trim's top left) that no seam should cut; heavier ones matter more."""

    box: Box
    weight: int


#: No tiling is worth a seam through the code while another one has none.
CODE, CARD, PHRASE, WORDS = 1000, 100, 10, 1


@dataclass(frozen=True)
class Tile:
    """One sheet: its place in the grid (from 0), its cell on the poster, and where it has a glue edge."""

    row: int
    column: int
    cell: Box
    glue_right: bool
    glue_below: bool

    @property
    def label(self) -> str:
        return f"{ascii_uppercase[self.row]}-{self.column + 1}"

    @property
    def shown(self) -> Box:
        """What of the poster is on the sheet: the cell and its glue edges."""
        right, below = OVERLAP * self.glue_right, OVERLAP * self.glue_below
        return Box(self.cell.x, self.cell.y, self.cell.width + right, self.cell.height + below)


@dataclass(frozen=True)
class Tiling:
    """A grid over a poster: the edges of its columns and rows from 0 to the poster's size, on one paper."""

    paper: str
    landscape: bool
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper as it lies."""
        width, height = PAPERS[self.paper]
        return (height, width) if self.landscape else (width, height)

    @cached_property
    def tiles(self) -> tuple[Tile, ...]:
        """Every sheet, row by row."""
        return tuple(self.cells())

    def cells(self) -> Iterator[Tile]:
        for row, (top, bottom) in enumerate(zip(self.rows, self.rows[1:], strict=False)):
            for column, (left, right) in enumerate(zip(self.columns, self.columns[1:], strict=False)):
                yield Tile(
                    row,
                    column,
                    Box(left, top, right - left, bottom - top),
                    glue_right=column < len(self.columns) - 2,
                    glue_below=row < len(self.rows) - 2,
                )


def tile(width: float, height: float, paper: str, keeps: Sequence[Keep] = ()) -> Tiling:
    """The tiling of a poster on a paper with the fewest sheets of which no seam cuts a code.

    Between two ways with as many sheets the one with the lighter cuts wins, then upright paper.
    """
    ways = [laid(width, height, paper, landscape, keeps) for landscape in (False, True)]

    def merit(way: Tiling) -> tuple[bool, int, int]:
        cut = weight_cut(way, keeps)
        return cut >= CODE, len(way.tiles), cut

    return min(ways, key=merit)


def laid(width: float, height: float, paper: str, landscape: bool, keeps: Sequence[Keep]) -> Tiling:
    """The tiling on paper that lies one way."""
    paper_width, paper_height = Tiling(paper, landscape, (), ()).size
    across = [(keep.box.x, keep.box.x + keep.box.width, keep.weight) for keep in keeps]
    down = [(keep.box.y, keep.box.y + keep.box.height, keep.weight) for keep in keeps]
    return Tiling(
        paper,
        landscape,
        (0, *seams(width, paper_width - 2 * MARGIN, across), width),
        (0, *seams(height, paper_height - MARGIN - FOOT, down), height),
    )


def weight_cut(tiling: Tiling, keeps: Sequence[Keep]) -> int:
    """The weight of everything that a seam runs through."""
    total = 0
    for keep in keeps:
        x, y = keep.box.x, keep.box.y
        total += keep.weight * sum(x < seam < x + keep.box.width for seam in tiling.columns[1:-1])
        total += keep.weight * sum(y < seam < y + keep.box.height for seam in tiling.rows[1:-1])
    return total


Span = tuple[float, float, int]


def seams(length: float, room: float, spans: Sequence[Span]) -> tuple[float, ...]:
    """Where a length is divided into the fewest cells, each of which with its glue edge fits the room.

    Seams stand at whole millimetres. The slack is used to cut the least weight of the spans (start,
    end, weight); among equals the cells are as even as can be. Raises ValueError without room.
    """
    inner = room - OVERLAP
    if inner <= 0:
        raise ValueError("the paper is smaller than its glue edges")
    count = max(1, ceil((length - OVERLAP) / inner))
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0, ())}
    for number in range(1, count):
        even = number * length / count
        left = length - room - (count - 1 - number) * inner
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for seam in range(max(ceil(left), number), int(number * inner) + 1):
            befores = [way for at, way in best.items() if at < seam <= at + inner]
            if befores:
                cost, path = min(befores)
                # A millimetre from even weighs far less than any cut.
                reached[seam] = cost + cut(seam, spans) + ((seam - even) / length) ** 2, (*path, seam)
        best = reached
    return min(best.values())[1]


def cut(seam: float, spans: Sequence[Span]) -> float:
    return sum(weight for start, end, weight in spans if start < seam < end)
