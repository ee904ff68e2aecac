"""Imprinted text: shaped glyphs with a fallback face, wrapped and shrunk until they fit their slot."""

from dataclasses import dataclass
from functools import cache

import uharfbuzz as hb

from print_templates.design import TextSlot
from print_templates.fonts import BODY, FALLBACK, Face
from print_templates.sheet import points
from print_templates.typeset import chunks, hb_font

#: Distance between baselines, and the baseline's share of it that lies above, in em.
LEADING = 1.22
ASCENT = 0.98
#: Sizes are tried in steps of this factor from the slot's own down to its smallest.
STEP = 0.94
#: Below this share of a slot's smallest size nobody reads it any more.
TOLERATED = 0.75


@dataclass(frozen=True)
class Glyph:
    """One glyph: its id in the face, its advance in em, and the text it stands for."""

    id: int
    advance: float
    text: str


@dataclass(frozen=True)
class Run:
    """Glyphs of one face."""

    face: Face
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True)
class Line:
    runs: tuple[Run, ...]

    @property
    def advance(self) -> float:
        """The line's width in em."""
        return sum(run.advance for run in self.runs)


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
def characters(face: Face) -> frozenset[int]:
    return frozenset(hb_font(face).face.unicodes)


def face_for(character: str, weight: int) -> Face | None:
    """The first face that has the character: the body face, then the fallback; None when no font has it."""
    for face in (BODY[weight], FALLBACK[weight]):
        if ord(character) in characters(face):
            return face
    return None


def missing_characters(text: str) -> list[str]:
    """The characters of a text that no installed font has, each once, in order."""
    return list(dict.fromkeys(char for char in text if not char.isspace() and face_for(char, 400) is None))


def runs(text: str, weight: int) -> list[tuple[Face, str]]:
    """The text cut where the face changes; what no font has stays in the body face."""
    found: list[tuple[Face, str]] = []
    for character in text:
        face = face_for(character, weight) or BODY[weight]
        if found and found[-1][0] == face:
            found[-1] = (face, found[-1][1] + character)
        else:
            found.append((face, character))
    return found


@cache
def shape_run(face: Face, text: str) -> Run:
    """One run shaped by HarfBuzz, with the text of each cluster kept for extraction."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = hb_font(face)
    hb.shape(font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    clusters = [info.cluster for info in infos] + [len(text)]
    glyphs = tuple(
        Glyph(info.codepoint, position.x_advance / font.face.upem, text[clusters[i] : clusters[i + 1]])
        for i, (info, position) in enumerate(zip(infos, positions, strict=True))
    )
    return Run(face, glyphs)


def shape(text: str, weight: int) -> Line:
    return Line(tuple(shape_run(face, part) for face, part in runs(text, weight)))


def wrap(text: str, weight: int, width: float, most: int) -> list[Line] | None:
    """The text on at most `most` lines of `width` em, broken between phrase units, else None."""
    lines: list[str] = []
    current = ""
    for unit in units(text):
        candidate = current + unit
        if shape(candidate.rstrip(), weight).advance <= width:
            current = candidate
            continue
        if current.strip():
            lines.append(current.rstrip())
        current = unit.lstrip()
        if len(lines) >= most or shape(current.rstrip(), weight).advance > width:
            return None
    lines.append(current.rstrip())
    return [shape(line, weight) for line in lines] if len(lines) <= most else None


def units(text: str) -> list[str]:
    """Phrase units with the spaces that follow them; together they are the text."""
    found: list[str] = []
    rest = text.strip()
    for chunk in chunks(rest):
        rest = rest[len(chunk) :]
        spaces = len(rest) - len(rest.lstrip())
        found.append(chunk + " " * bool(spaces))
        rest = rest.lstrip()
    return found


def fit(text: str, slot: TextSlot, width: float) -> Fitted:
    """The text at the largest size that fits `width` mm and the slot's height and lines."""
    room = points(width)
    most_by_height = points(slot.box.height) / LEADING
    size = slot.size
    while size >= slot.smallest * 0.999:
        most = min(slot.lines, max(1, int(most_by_height / size + 0.001)))
        lines = wrap(text, slot.weight, room / size, most)
        if lines is not None:
            return Fitted(tuple(lines), size)
        size *= STEP
    return squeezed(text, slot, room)


def squeezed(text: str, slot: TextSlot, room: float) -> Fitted:
    """A text without room even at the smallest size: broken into equal lines and marked when unreadable."""
    each = -(-len(text) // slot.lines)
    lines = tuple(shape(text[start : start + each], slot.weight) for start in range(0, len(text), each))
    size = min(slot.smallest, room / max(line.advance for line in lines))
    return Fitted(lines, size, overflows=size < slot.smallest * TOLERATED)
