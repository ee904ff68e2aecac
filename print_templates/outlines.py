"""Text as outlines: for pictures that are shown where our faces are not installed."""

from collections.abc import Sequence

import uharfbuzz as hb
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen

from print_templates.fonts import Face
from print_templates.typeset import hb_font


def outline(text: str, face: Face, size: float, x: float, baseline: float, gaps: Sequence[float] = ()) -> str:
    """SVG path data of one line that begins at x; `size`, x and baseline are in the picture's unit.

    `gaps` is what is added behind each letter, in em.
    """
    font = hb_font(face)
    scale = size / font.face.upem
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    pen = SVGPathPen(None, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        left = x + position.x_offset * scale
        top = baseline - position.y_offset * scale
        font.draw_glyph_with_pen(info.codepoint, TransformPen(pen, (scale, 0, 0, -scale, left, top)))
        x += position.x_advance * scale + (gaps[info.cluster] * size if gaps else 0)
    return str(pen.getCommands())


def rise(face: Face) -> float:
    """How far the middle of a line stands above its baseline in em, by the face's own ascent and descent."""
    extents = hb_font(face).get_font_extents("ltr")
    return float((extents.ascender + extents.descender) / 2 / hb_font(face).face.upem)
