"""The weights of a variable package, made by HarfBuzz in a hundredth of the time that fontTools takes.

Chinese has so many characters that each weight would else take a minute. The Japanese fallback face stays with
fontTools, which rounds a few outlines otherwise: files that are out were made with its bytes.
"""

import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from print_templates.fonts import Face
from print_templates.fonts.building import put_together, slices

#: Tables that print does not ask for, or that only a variable font has.
DROPPED = ("BASE", "GDEF", "GPOS", "GSUB", "HVAR", "STAT", "avar", "gasp", "prep", "vhea", "vmtx")


def build(faces: Sequence[Face], modules: Path) -> None:
    """Write the faces of one package; each slice is opened once for all weights."""
    with tempfile.TemporaryDirectory() as scratch:
        parts: dict[Face, list[str]] = {face: [] for face in faces}
        seen: set[int] = set()
        for path in slices(faces[0], modules):
            font = TTFont(path)
            fresh = set(font.getBestCmap()) - seen
            if not fresh:
                continue
            seen |= fresh
            font.flavor, whole = None, BytesIO()
            font.save(whole)
            for face in faces:
                part = Path(scratch) / f"{face.weight}-{len(parts[face]):03}.ttf"
                part.write_bytes(at_weight(hb.Face(whole.getvalue()), face.weight, fresh))
                parts[face].append(str(part))
        for face in faces:
            put_together(face, parts[face])


def at_weight(source: hb.Face, weight: int, characters: set[int]) -> bytes:
    """Some characters of a variable font at one weight, without hints and layout features."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(characters)
    wanted.drop_table_tag_set.update(int.from_bytes(name.encode(), "big") for name in DROPPED)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.pin_axis_location(source, "wght", weight)
    return bytes(hb.subset(source, wanted).blob.data)
