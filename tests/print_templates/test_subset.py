"""A face cut down to an imprint's glyphs, as fontTools and HarfBuzz read it."""

import io

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from print_templates.fonts import BODY, FALLBACK, LETTERING, Face
from print_templates.measure import hb_font
from print_templates.subset import font_file, program, widths

FACES = [BODY[400], BODY[700], FALLBACK[700], LETTERING[900]]


def letters(face: Face) -> str:
    """Characters the face has; the fallback has only what the body face lacks."""
    return "𠮷" if face in FALLBACK.values() else "のA々"


def glyph_of(face: Face, character: str) -> int:
    glyph = hb_font(face).get_nominal_glyph(ord(character))
    assert glyph
    return int(glyph)


def composites(face: Face, most: int) -> list[int]:
    source = program(face)
    return [glyph for glyph in range(len(source.loca) - 1) if source.outline(glyph).parts][:most]


def drawn(font: TTFont, glyph: int) -> list[object]:
    """What a glyph draws, composite parts included."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[font.getGlyphName(glyph)].draw(pen)
    return pen.value


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.filename)
def test_it_works(face: Face) -> None:
    glyphs = [*(glyph_of(face, letter) for letter in letters(face)), *composites(face, 5)]
    cut = TTFont(io.BytesIO(font_file(face, glyphs)), checkChecksums=2)
    whole = TTFont(face.path, lazy=True)
    cut.ensureDecompiled()
    for number, glyph in enumerate(glyphs, start=1):
        assert drawn(cut, number) == drawn(whole, glyph)
        assert cut["hmtx"][cut.getGlyphName(number)] == whole["hmtx"][whole.getGlyphName(glyph)]


def test_the_lettering_has_composite_glyphs_to_test_with() -> None:
    assert len(composites(LETTERING[900], 5)) == 5


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.filename)
def test_the_whole_file_adds_up(face: Face) -> None:
    """OpenType specification, "head": with its adjustment a file's words add up to a constant."""
    data = font_file(face, [glyph_of(face, letter) for letter in letters(face)])
    words = [int.from_bytes(data[at : at + 4], "big") for at in range(0, len(data), 4)]
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA


def test_harfbuzz_loads_it_and_finds_the_same_widths() -> None:
    face = BODY[700]
    glyphs = [glyph_of(face, letter) for letter in "見本の会AB1"]
    font = hb.Font(hb.Face(font_file(face, glyphs)))
    em = font.face.upem
    found = [round(font.get_glyph_h_advance(number) * 1000 / em, 2) for number in range(len(glyphs) + 1)]
    assert found == [float(width) for width in widths(face, glyphs).split()]


def test_no_more_glyphs_are_in_it_than_are_needed() -> None:
    face = BODY[400]
    assert TTFont(io.BytesIO(font_file(face, [glyph_of(face, "会")])))["maxp"].numGlyphs == 2


def test_equal_glyphs_give_equal_bytes() -> None:
    glyphs = [glyph_of(BODY[400], letter) for letter in "会の本"]
    assert font_file(BODY[400], glyphs) == font_file(BODY[400], list(glyphs))
    assert font_file(BODY[400], glyphs) != font_file(BODY[400], glyphs[::-1])
