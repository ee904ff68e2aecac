"""One thing that a page paints, and the part of the graphics state that decides how."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Literal

from pikepdf import Matrix, Name, Object

from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.ink import Ink

Kind = Literal["text", "fill", "stroke", "image", "shading"]
Place = tuple[float, float]
#: Pieces of up to so many points are looked at from the side of each edge.
SIMPLE = 8


@dataclass(frozen=True)
class Paint:
    """One thing painted; `boxes` are its closed pieces in mm (none for text: see letters.py).

    `widths` are what a stroke is thick, or each piece of a fill where it is thinnest, in pt; `ppi` the pixels
    per inch of a picture as it is placed, `resource` its name among the page's resources. `overprints` says that
    its ink is laid over what is below it instead of knocking it out.
    """

    kind: Kind
    ink: Ink
    boxes: tuple[Rectangle, ...] = ()
    widths: tuple[float, ...] = ()
    ppi: float = 0.0
    resource: str = ""
    overprints: bool = False


@dataclass(frozen=True)
class State:
    """Where things are painted, in which ink, how thick, and whether over what is below."""

    matrix: Matrix = field(default_factory=Matrix)
    fill: Ink = field(default_factory=lambda: Ink("gray", (0,)))
    stroke: Ink = field(default_factory=lambda: Ink("gray", (0,)))
    text_mode: int = 0
    line: float = 1.0
    over_fill: bool = False
    over_stroke: bool = False
    over_mode: int = 0

    def with_parameters(self, given: Object) -> "State":
        """After the operator gs (ISO 32000-1, table 58): OP stands for both where op is not said."""
        state = self
        if Name.LW in given:
            state = replace(state, line=float(given.LW))
        if Name.OP in given:
            state = replace(state, over_stroke=bool(given.OP), over_fill=bool(given.OP))
        if Name.op in given:
            state = replace(state, over_fill=bool(given.op))
        if Name.OPM in given:
            state = replace(state, over_mode=int(given.OPM))
        return state

    def ink(self, kind: Kind) -> Ink:
        return self.stroke if kind == "stroke" else self.fill

    def overprints(self, kind: Kind) -> bool:
        """Whether a paint leaves the other plates alone; CMYK does so only in mode 1 (8.6.7)."""
        over = self.over_stroke if kind == "stroke" else self.over_fill
        return over and (self.over_mode == 1 or self.ink(kind).family != "cmyk")

    @property
    def scale(self) -> float:
        """How much the matrix makes of a unit in the direction in which it makes least of it."""
        a, b, c, d, *_shift = self.matrix.shorthand
        return abs(hypot(a + d, b - c) - hypot(a - d, b + c)) / 2

    def ppi(self, width: int, height: int) -> float:
        """Pixels per inch of a picture in the unit square, in the direction in which it has fewer."""
        a, b, c, d, *_shift = self.matrix.shorthand
        return 72 * min(width / max(hypot(a, b), 1e-6), height / max(hypot(c, d), 1e-6))


def thickness(piece: Sequence[Place]) -> float:
    """How thick a filled piece is in pt: its least extent across one of its edges, or across its box's.

    Only the edges of simple shapes are tried: a line that is drawn as a surface has four of them.
    """
    across = [(1.0, 0.0), (0.0, 1.0)]
    if len(piece) <= SIMPLE:
        for (x1, y1), (x2, y2) in zip(piece, [*piece[1:], piece[0]], strict=True):
            length = hypot(x2 - x1, y2 - y1)
            if length:
                across.append(((y1 - y2) / length, (x2 - x1) / length))
    return min(extent(piece, direction) for direction in across)


def extent(piece: Sequence[Place], direction: Place) -> float:
    along = [x * direction[0] + y * direction[1] for x, y in piece]
    return max(along) - min(along)
