"""A phrase in columns from right to left (縦書き): upright letters, figures side by side, Latin words turned."""

import re
from dataclasses import dataclass
from typing import Literal

from print_templates.division import composed, tidy
from print_templates.fonts import lettering
from print_templates.measure import advance

#: Distance between the middles of two columns, in em.
PITCH = 1.22
#: The gap that a space leaves in a column, in em.
SPACE = 0.5
#: One or two figures, or two marks, stand side by side in one place (縦中横); capitals up to three one below the
#: other; longer Latin words lie on their side, and so do marks that have no upright form in the face.
CELLS = re.compile(
    r"(?P<side>(?<![0-9A-Za-z])[0-9]{1,2}(?![0-9A-Za-z])|[!?]{2})"
    r"|(?P<turned>[0-9A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ'’&.\-]*[a-zÀ-ɏ][0-9A-Za-zÀ-ɏ'’&.\-]*|[A-Z][A-Z0-9]{3,}|[-–~：；:;“”()\[\]])"
    r"|(?P<gap> )|(?P<upright>.)"
)

Kind = Literal["upright", "side", "turned", "gap"]


@dataclass(frozen=True)
class Cell:
    """Letters in one place of a column: how they stand, and how much of it they take in em."""

    text: str
    kind: Kind
    height: float


@dataclass(frozen=True)
class Columns:
    """A fitted vertical phrase: its columns from right to left; sizes in the box's unit."""

    columns: tuple[tuple[Cell, ...], ...]
    lines: tuple[str, ...]
    size: float
    width: float
    height: float

    def left(self, number: int) -> float:
        """The left edge of a column from the left edge of all, in em."""
        return (len(self.columns) - 1 - number) * PITCH


def cells(line: str, weight: int) -> tuple[Cell, ...]:
    """One column's places from above."""
    face = lettering(weight)
    found = []
    for match in CELLS.finditer(line):
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        height = {"gap": SPACE, "turned": advance(match[0], face)}.get(kind, 1.0)
        found.append(Cell(match[0], kind, height))
    return tuple(found)


def columns(text: str, width: float, height: float, *, weight: int = 900, most: int = 5) -> Columns:
    """The columns and size at which a phrase is largest inside a box. Raises ValueError for empty text."""
    text = tidy(text)
    if not text:
        raise ValueError("a phrase to be set has no text")

    def measure(start: int, end: int) -> float:
        return sum(cell.height for cell in cells(text[start:end], weight))

    way = composed(
        text, (), "ja", most, measure, height, lambda lines: width / ((len(lines) - 1) * PITCH + 1)
    )
    lines = tuple(text[start:end] for start, end in way.lines)
    across = (len(lines) - 1) * PITCH + 1
    return Columns(
        tuple(cells(line, weight) for line in lines),
        lines,
        way.size,
        across * way.size,
        way.longest * way.size,
    )
