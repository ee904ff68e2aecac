"""Imprinted text: shaped glyphs with a fallback face, wrapped and shrunk until they fit their slot."""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from print_templates.design import TextSlot
from print_templates.fonts import BODY, FALLBACK, Face
from print_templates.measure import hb_font
from print_templates.sheet import points
from print_templates.units import chunks

#: Distance between baselines, and the baseline's share of it that lies above, in em.
LEADING = 1.22
ASCENT = 0.98
#: Sizes are tried in steps of this factor from the slot's own down to its smallest.
STEP = 0.94
#: Variation selectors: they choose among shapes of a character that our faces have one of.
SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


class Run(NamedTuple):
    """Glyphs of one face: their ids in it, their advances in em, and the text that each stands for."""

    face: Face
    ids: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    runs: tuple[Run, ...]

    @cached_property
    def advance(self) -> float:
        """The line's width in em."""
        return sum([sum(run.advances) for run in self.runs])


@dataclass(frozen=True)
class Fitted:
    """Lines at a size in pt. `overflows` says that even the smallest size was too large."""

    lines: tuple[Line, ...]
    size: float
    overflows: bool = False

    @property
    def height(self) -> float:
        """Height of the block in pt."""
        return len(self.lines) * LEADING * self.size


@cache
def faces(weight: int) -> tuple[tuple[Face, frozenset[int]], ...]:
    """The faces of a weight with their characters: the body face, then the one it falls back to."""
    return tuple((face, frozenset(hb_font(face).face.unicodes)) for face in (BODY[weight], FALLBACK[weight]))


def face_for(character: str, weight: int) -> Face | None:
    """The first face that has the character; None when no font has it."""
    return next((face for face, known in faces(weight) if ord(character) in known), None)


def missing_characters(text: str) -> list[str]:
    """The characters of a text that cannot be printed, each once, in order.

    No installed font has them, or they are marks that belong over the letter before (か゚), which an imprint,
    showing one glyph after the other, would set beside it.
    """
    return list(
        dict.fromkeys(
            char
            for char in printable(text)
            if not char.isspace() and (unicodedata.combining(char) or face_for(char, 400) is None)
        )
    )


@lru_cache(maxsize=2048)
def printable(text: str) -> str:
    """The text as it is set: single spaces, no variation selectors, and Ⅲ as III where no font has the former."""
    found = []
    for character in " ".join(text.split()):
        plain = unicodedata.normalize("NFKC", character)
        if character in SELECTORS:
            continue
        lacking = face_for(character, 400) is None and all(face_for(each, 400) for each in plain)
        found.append(plain if lacking else character)
    return "".join(found)


def runs(text: str, weight: int) -> list[tuple[Face, str]]:
    """The text cut where the face changes; what no font has stays in the body face."""
    body, known = faces(weight)[0]
    if not text:
        return []
    if known.issuperset(map(ord, text)):
        return [(body, text)]
    found: list[tuple[Face, str]] = []
    for character in text:
        face = face_for(character, weight) or body
        if found and found[-1][0] == face:
            found[-1] = (face, found[-1][1] + character)
        else:
            found.append((face, character))
    return found


def shape_run(face: Face, text: str) -> Run:
    """One run shaped by HarfBuzz, with the text of each cluster kept for extraction."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    # Every glyph keeps the text of its own character, also where a mark follows (ｶﾞ).
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    font = hb_font(face)
    hb.shape(font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    clusters = [info.cluster for info in infos]
    clusters.append(len(text))
    em = font.face.upem
    return Run(
        face,
        tuple([info.codepoint for info in infos]),
        tuple([position.x_advance / em for position in positions]),
        tuple([text[start:end] for start, end in pairwise(clusters)]),
    )


@lru_cache(maxsize=4096)
def shape(text: str, weight: int) -> Line:
    return Line(tuple([shape_run(face, part) for face, part in runs(text, weight)]))


class Unit(NamedTuple):
    """A part of a text that is not broken: its place in the text, and widths in em without and with its space."""

    start: int
    end: int
    bare: float
    spaced: float


@lru_cache(maxsize=2048)
def units(text: str, weight: int) -> tuple[Unit, ...]:
    """The phrase units of a text without double spaces; a unit's place leaves out the space that follows it.

    Widths are those of the whole text's glyphs: the faces are installed without kerning, so that breaking
    changes none.
    """
    reached = reaches(shape(text, weight))
    found, at = [], 0
    for chunk in chunks(text):
        start, end = at, at + len(chunk)
        at = end + (text[end : end + 1] == " ")
        found.append(Unit(start, end, reached[end] - reached[start], reached[at] - reached[start]))
    return tuple(found)


def reaches(line: Line) -> list[float]:
    """How wide in em the line is up to each of its text's characters, its end included."""
    reached = [0.0]
    for run in line.runs:
        for advance, text in zip(run.advances, run.texts, strict=True):
            # A ligature's width counts at its first character.
            reached += [reached[-1] + advance] * len(text)
    return reached


def part(line: Line, start: int, end: int) -> Line:
    """The glyphs of a line that show its text from one character up to another."""
    found, at = [], 0
    for run in line.runs:
        first = last = None
        for number, text in enumerate(run.texts):
            if start <= at < end:
                first, last = number if first is None else first, number + 1
            at += len(text)
        if first is not None:
            here = slice(first, last)
            found.append(Run(run.face, run.ids[here], run.advances[here], run.texts[here]))
    return Line(tuple(found))


def wrap(text: str, weight: int, width: float, most: int) -> list[tuple[int, int]] | None:
    """Where the text's lines begin and end, on at most `most` lines of `width` em broken between units, else None."""
    lines: list[tuple[int, int]] = []
    start, end, reached = 0, 0, 0.0
    for unit in units(text, weight):
        if reached + unit.bare > width:
            if unit.bare > width or len(lines) + 1 >= most:
                return None
            if reached:
                lines.append((start, end))
            start, reached = unit.start, 0.0
        end = unit.end
        reached += unit.spaced
    return [*lines, (start, end)]


def balanced(text: str, weight: int, width: float, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many lines, as even as they can be: the narrowest width in em that does not need another one."""
    low, high = width / len(lines) / 2, width
    for _halving in range(6 if len(lines) > 1 else 0):
        middle = (low + high) / 2
        narrower = wrap(text, weight, middle, len(lines))
        if narrower is None:
            low = middle
        else:
            high, lines = middle, narrower
    return lines


@lru_cache(maxsize=4096)
def fit(text: str, slot: TextSlot, width: float) -> Fitted:
    """The text at the largest size that fits `width` mm and the slot's height and lines."""
    text = printable(text)
    room, height = points(width), points(slot.box.height)
    whole = shape(text, slot.weight)
    if whole.advance * slot.size <= room and LEADING * slot.size <= height:
        return Fitted((whole,), slot.size)
    size = slot.size
    while size >= slot.smallest * 0.999:
        most = min(slot.lines, max(1, int(height / (LEADING * size) + 0.001)))
        lines = wrap(text, slot.weight, room / size, most)
        if lines is not None:
            lines = balanced(text, slot.weight, room / size, lines)
            return Fitted(tuple([part(whole, *line) for line in lines]), size)
        size *= STEP
    return squeezed(whole, text, slot, room)


def squeezed(whole: Line, text: str, slot: TextSlot, room: float) -> Fitted:
    """A text without room even at the smallest size: broken into equal lines, and marked when they are too long."""
    each = -(-len(text) // slot.lines)
    lines = tuple(part(whole, start, start + each) for start in range(0, len(text), each))
    size = min(slot.smallest, room / max(line.advance for line in lines))
    return Fitted(lines, size, overflows=size < slot.smallest * 0.999)
