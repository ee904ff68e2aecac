"""The sides of a letter's ink: how far it stands from the edges of its own width, height by height."""

from functools import cache
from math import ceil, floor
from typing import NamedTuple

from fontTools.pens.basePen import BasePen

from print_templates.fonts import Face
from print_templates.measure import hb_font

#: Rows in an em.
ROWS = 100
#: Straight pieces that a curve is drawn with.
PIECES = 12


class Profile(NamedTuple):
    """The blank before and behind a letter's ink in em, by row: hundredths of an em above the baseline."""

    left: dict[int, float]
    right: dict[int, float]


@cache
def profile(letter: str, face: Face) -> Profile:
    """A letter's profile; empty for one that the face lacks or that has no ink."""
    font = hb_font(face)
    glyph = font.get_nominal_glyph(ord(letter))
    if glyph is None:
        return Profile({}, {})
    pen = Rows(1 / font.face.upem)
    font.draw_glyph_with_pen(glyph, pen)
    width = font.get_glyph_h_advance(glyph) / font.face.upem
    return Profile(
        {row: min(found) for row, found in pen.rows.items()},
        {row: width - max(found) for row, found in pen.rows.items()},
    )


class Rows(BasePen):
    """A pen that notes where an outline crosses each row, in em; `scale` is an em of a unit of the face."""

    def __init__(self, scale: float) -> None:
        super().__init__(None)
        self.scale = scale
        self.rows: dict[int, list[float]] = {}
        self.begun = self.at = (0.0, 0.0)

    def _moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self.begun = self.at = to

    def _lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        (low, x), (high, end) = sorted((y * self.scale * ROWS, x * self.scale) for x, y in (self.at, to))
        self.at = to
        for row in range(ceil(low), floor(high) + 1):
            share = (row - low) / (high - low) if high > low else 0.0
            self.rows.setdefault(row, []).append(x + share * (end - x))

    def _curveToOne(  # noqa: N802
        self, one: tuple[float, float], two: tuple[float, float], to: tuple[float, float]
    ) -> None:
        begin = self.at
        for number in range(1, PIECES + 1):
            t = number / PIECES
            shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            points = tuple(zip(shares, (begin, one, two, to), strict=True))
            self._lineTo((sum(s * p[0] for s, p in points), sum(s * p[1] for s, p in points)))

    def _closePath(self) -> None:  # noqa: N802
        self._lineTo(self.begun)
