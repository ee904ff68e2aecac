"""The faces of one copy: which glyphs it shows, and the font objects that carry them (ISO 32000-1, 9.7)."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from print_templates import subset
from print_templates.fonts import Face
from print_templates.measure import hb_font
from print_templates.shaping import Run

#: How many pairs a block of a CMap may have (ISO 32000-1, 9.10.3).
MOST_PAIRS = 100
#: Subsets that a process keeps, of a few kilobytes each: two for each of some hundred organisations.
KEPT = 1024
#: Numbers as four hexadecimal digits; an imprint has a few hundred letters at most.
DIGITS = tuple(f"{number:04x}" for number in range(4096))
#: Adds an object to the copy and returns its number.
Add = Callable[..., int]


@dataclass
class Faces:
    """The faces used so far, each with its glyphs in the order of their first use and their text."""

    used: dict[Face, dict[int, int]] = field(default_factory=dict)
    texts: dict[Face, list[str]] = field(default_factory=dict)

    def show(self, run: Run) -> str:
        """The run as the operand of Tj: four hexadecimal digits a glyph, numbered from 1 within this copy."""
        numbers = self.used.setdefault(run.face, {})
        texts = self.texts.setdefault(run.face, [])
        shown = []
        for glyph, text in zip(run.ids, run.texts, strict=True):
            number = numbers.get(glyph)
            if number is None:
                number = numbers[glyph] = len(numbers) + 1
                texts.append(text)
            shown.append(DIGITS[number])
        return "".join(shown)

    def write(self, add: Add) -> bytes:
        """Add the objects of every face; returns the entries of a /Font resource."""
        entries = [
            b"/%s %d 0 R" % (name(face).encode(), font(face, tuple(numbers), tuple(self.texts[face]), add))
            for face, numbers in self.used.items()
        ]
        return b" ".join(entries)


@lru_cache(maxsize=64)
def name(face: Face) -> str:
    """What a face is called in the resources of an imprint."""
    return "Imprint" + face.path.stem.replace("-", "")


class Carved(NamedTuple):
    """A subset of a face: its name in the PDF, its widths, and the program and the CMap as stream objects."""

    base: bytes
    program: bytes
    widths: bytes
    cmap: bytes


@lru_cache(maxsize=KEPT)
def carved(face: Face, glyphs: tuple[int, ...], texts: tuple[str, ...]) -> Carved:
    """The subset of these glyphs; kept, because one organisation's plates all show the same ones."""
    base = b"/%s+%s" % (tag(glyphs), face.path.stem.encode())
    program = subset.font_file(face, glyphs)
    widths = subset.widths(face, glyphs)
    cmap = to_unicode(texts)
    return Carved(
        base,
        b"<< /Length %d /Length1 %d >>\nstream\n%s\nendstream" % (len(program), len(program), program),
        widths,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    )


def font(face: Face, glyphs: tuple[int, ...], texts: tuple[str, ...], add: Add) -> int:
    """A composite font of these glyphs, their widths and what they stand for; returns its object's number."""
    cut = carved(face, glyphs, texts)
    descriptor = add(
        b"<< /Type /FontDescriptor /FontName %s /FontFile2 %d 0 R %s >>"
        % (cut.base, add(cut.program), shape(face))
    )
    descendant = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont %s /CIDToGIDMap /Identity /DW 1000 /CIDSystemInfo"
        b" << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /W [0 [%s]] >>"
        % (cut.base, descriptor, cut.widths)
    )
    return add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H /DescendantFonts [%d 0 R]"
        b" /ToUnicode %d 0 R >>" % (cut.base, descendant, add(cut.cmap))
    )


@lru_cache(maxsize=64)
def shape(face: Face) -> bytes:
    """What a descriptor says of a face: heights in thousandths of an em, weight of the stems."""
    extents = hb_font(face).get_font_extents("ltr")
    scale = 1000 / hb_font(face).face.upem
    return (
        b"/Flags 4 /ItalicAngle 0 /FontBBox [-1000 -1000 2000 2000] /StemV %d /Ascent %d /Descent %d /CapHeight %d"
        % (
            90 if face.weight < 600 else 150,
            round(extents.ascender * scale),
            round(extents.descender * scale),
            round(extents.ascender * scale),
        )
    )


def tag(glyphs: tuple[int, ...]) -> bytes:
    """Six capital letters that differ with the glyphs (ISO 32000-1, 9.6.4)."""
    number = zlib.crc32(repr(glyphs).encode())
    letters = bytearray()
    for _letter in range(6):
        number, letter = divmod(number, 26)
        letters.append(ord("A") + letter)
    return bytes(letters)


def to_unicode(texts: tuple[str, ...]) -> bytes:
    """The CMap that lets a reader copy the text and hear it; glyphs are numbered from 1."""
    pairs = [f"<{DIGITS[number]}> <{hexadecimal(text)}>" for number, text in enumerate(texts, 1) if text]
    blocks = [pairs[start : start + MOST_PAIRS] for start in range(0, len(pairs), MOST_PAIRS)]
    body = "".join([f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks])
    return CMAP % body.encode()


@lru_cache(maxsize=20_000)
def hexadecimal(text: str) -> str:
    return text.encode("utf-16-be").hex()


CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
%sendcmap CMapName currentdict /CMap defineresource pop end end
"""
