"""A face cut down to the few glyphs of an imprint: a TrueType file put together from the face's own bytes.

General subsetters take 2 ms a face. Names have a few dozen glyphs and need no layout tables in a PDF, so
that copying their outlines is enough; checksums of the parts are kept and added up (Apple TrueType
Reference Manual, "Font Tables"; the same numbers are in the OpenType specification, "otff").
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from struct import Struct, pack, unpack_from
from typing import NamedTuple

from fontTools.ttLib import TTFont

from print_templates.fonts import Face, require

#: Flags of a composite glyph's components (OpenType specification, "glyf").
WORDS, SCALE, MORE, XY_SCALE, TWO_BY_TWO = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
#: What the sum of a whole font file is adjusted to (OpenType specification, "head").
MAGIC = 0xB1B0AFBA
#: A record of the table directory: tag, checksum, offset, length.
RECORD = Struct(">4sIII")
#: The tables of a font program in a PDF (ISO 32000-1, 9.9), in the order of their tags.
TABLES = (b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
DIRECTORY_SIZE = 12 + len(TABLES) * RECORD.size


class Outline(NamedTuple):
    """One glyph: its bytes padded to four, their checksum, where in them other glyphs are named, its metrics
    (advance and left side bearing as they stand in hmtx), and its advance in thousandths of an em as a PDF writes it.
    """

    data: bytes
    checksum: int
    parts: tuple[tuple[int, int], ...]
    metrics: bytes
    width: bytes


@dataclass(frozen=True)
class Program:
    """A face's tables as they stand in its file, and the outlines read so far."""

    glyf: bytes
    loca: "array[int]"
    hmtx: bytes
    wide: int
    head: bytes
    hhea: bytes
    maxp: bytes
    upem: int
    outlines: dict[int, Outline] = field(default_factory=dict)

    def outline(self, glyph: int) -> Outline:
        found = self.outlines.get(glyph)
        if found is None:
            data = self.glyf[self.loca[glyph] : self.loca[glyph + 1]]
            data += b"\0" * (-len(data) % 4)
            metrics = self.metrics(glyph)
            width = b"%g" % round(unpack_from(">H", metrics)[0] * 1000 / self.upem, 2)
            found = self.outlines[glyph] = Outline(data, checksum(data), components(data), metrics, width)
        return found

    def metrics(self, glyph: int) -> bytes:
        """Behind the last advance of its own a glyph has the last one's."""
        if glyph < self.wide:
            return self.hmtx[4 * glyph : 4 * glyph + 4]
        bearing = 4 * self.wide + 2 * (glyph - self.wide)
        return self.hmtx[4 * self.wide - 4 : 4 * self.wide - 2] + self.hmtx[bearing : bearing + 2]


def checksum(data: bytes) -> int:
    """The sum of a table's 32-bit words; the table is padded with zeros."""
    padded = data + b"\0" * (-len(data) % 4)
    return sum(unpack_from(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF


@lru_cache(maxsize=16)
def program(face: Face) -> Program:
    require()
    with TTFont(face.path, lazy=True) as font:
        raw = {tag: font.reader[tag.decode()] for tag in TABLES}
        long = font["head"].indexToLocFormat == 1
        count, upem, wide = font["maxp"].numGlyphs, font["head"].unitsPerEm, font["hhea"].numberOfHMetrics
    offsets = unpack_from(f">{count + 1}{'I' if long else 'H'}", raw[b"loca"])
    loca = array("L", offsets if long else (2 * offset for offset in offsets))
    return Program(raw[b"glyf"], loca, raw[b"hmtx"], wide, raw[b"head"], raw[b"hhea"], raw[b"maxp"], upem)


def components(data: bytes) -> tuple[tuple[int, int], ...]:
    """(offset, glyph) of each part of a composite glyph; nothing for a glyph with contours of its own."""
    if not data or unpack_from(">h", data)[0] >= 0:
        return ()
    found, at, flags = [], 10, MORE
    while flags & MORE:
        flags, glyph = unpack_from(">HH", data, at)
        found.append((at + 2, glyph))
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & XY_SCALE else 8 if flags & TWO_BY_TWO else 0
    return tuple(found)


def widths(face: Face, glyphs: Sequence[int]) -> bytes:
    """The advances of `.notdef` and these glyphs in thousandths of an em, as a PDF's array has them."""
    source = program(face)
    return b" ".join([source.outline(glyph).width for glyph in (0, *glyphs)])


def with_parts(source: Program, glyphs: list[int]) -> tuple[list[int], list[Outline]]:
    """The glyphs, and behind them those that composite ones are made of, and the outlines of all."""
    every, drawn = list(glyphs), []
    for glyph in every:
        outline = source.outline(glyph)
        drawn.append(outline)
        every += [part for part in dict.fromkeys(part for _at, part in outline.parts) if part not in every]
    return every, drawn


def renumbered(drawn: Outline, numbers: dict[int, int]) -> Outline:
    """A composite glyph that names its parts by their new numbers."""
    data = bytearray(drawn.data)
    for offset, part in drawn.parts:
        data[offset : offset + 2] = pack(">H", numbers[part])
    return drawn._replace(data=bytes(data), checksum=checksum(bytes(data)))


def font_file(face: Face, glyphs: Sequence[int]) -> bytes:
    """A TrueType file of `.notdef` and these glyphs, numbered from 1 in this order. Equal input, equal bytes."""
    source = program(face)
    every, outlines = with_parts(source, [0, *glyphs])
    if any(drawn.parts for drawn in outlines):
        numbers = {glyph: number for number, glyph in enumerate(every)}
        outlines = [renumbered(drawn, numbers) if drawn.parts else drawn for drawn in outlines]
    offset, loca = 0, [0]
    for drawn in outlines:
        offset += len(drawn.data)
        loca.append(offset)
    count = len(every)
    return assembled(
        {
            b"glyf": b"".join([drawn.data for drawn in outlines]),
            # No checksum yet, and long offsets.
            b"head": source.head[:8] + b"\0\0\0\0" + source.head[12:50] + b"\0\1" + source.head[52:],
            b"hhea": source.hhea[:34] + pack(">H", count),
            b"hmtx": b"".join([drawn.metrics for drawn in outlines]),
            b"loca": pack(f">{count + 1}I", *loca),
            b"maxp": source.maxp[:4] + pack(">H", count) + source.maxp[6:],
        },
        sum([drawn.checksum for drawn in outlines]) & 0xFFFFFFFF,
    )


def assembled(tables: dict[bytes, bytes], glyf_sum: int) -> bytes:
    """The file: directory, then the tables, each padded to four bytes."""
    directory = bytearray(pack(">IHHHH", 0x00010000, len(TABLES), 64, 2, 32))
    at, body, total = DIRECTORY_SIZE, [], 0
    head_at = 0
    for tag in TABLES:
        data = tables[tag]
        added = glyf_sum if tag == b"glyf" else checksum(data)
        if tag == b"head":
            head_at = at
        directory += RECORD.pack(tag, added, at, len(data))
        body += [data, b"\0" * (-len(data) % 4)]
        at += len(data) + -len(data) % 4
        total += added
    file = bytearray(b"".join([bytes(directory), *body]))
    total += checksum(bytes(directory))
    file[head_at + 8 : head_at + 12] = pack(">I", (MAGIC - total) & 0xFFFFFFFF)
    return bytes(file)
