"""The width of text in a face, measured by the shaper that every part of the print shop shares."""

from functools import cache
from typing import NamedTuple

import uharfbuzz as hb

from print_templates.fonts import Face, require


@cache
def hb_font(face: Face) -> hb.Font:
    """The face as a HarfBuzz font whose units are the font's own."""
    require()
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path))))


def advance(text: str, face: Face) -> float:
    """The width of a text in em, shaped in one face."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = hb_font(face)
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions or ()) / font.face.upem


class Bearings(NamedTuple):
    """The blank before and behind a letter's ink, in em."""

    before: float
    behind: float


@cache
def bearings(letter: str, face: Face) -> Bearings:
    """How much of a letter's width is blank on either side; nothing for one that the face lacks."""
    font = hb_font(face)
    glyph = font.get_nominal_glyph(ord(letter))
    extents = font.get_glyph_extents(glyph) if glyph is not None else None
    if glyph is None or extents is None:
        return Bearings(0, 0)
    upem = font.face.upem
    behind = font.get_glyph_h_advance(glyph) - extents.x_bearing - extents.width
    return Bearings(extents.x_bearing / upem, behind / upem)
