"""Running text measured before it is laid out: how many lines it takes, and how tall they are.

`readings` are the words that readings stand over, in the version that has any.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.safestring import SafeString, mark_safe

from print_templates import balance, ruby, shaping
from print_templates.content import Content, Reading
from print_templates.fonts import BODY
from print_templates.ruby import Span
from print_templates.sheet import millimetres, points
from print_templates.themes.theme import Box
from print_templates.variants import FURIGANA

#: A line is measured as this much narrower than its column in pt: layout engines round.
ROUNDING = 0.6
#: More lines than any text of ours has.
MANY = 99
#: A last line shorter than this share of the column is left alone.
ALONE = 0.6
#: Distance of baselines in em where a line is not said to have another one.
LEADING = 1.25
#: Sizes that are tried for a text that is too long, in shares of its own.
STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4)

#: Where a clause ends.
CLAUSE = re.compile("[、。]+")

Readings = tuple[Reading, ...]


def readings(content: Content) -> Readings:
    """The readings that a version of the words shows."""
    return content.readings if content.variant == FURIGANA else ()


def lines(text: str, size: float, width: float, weight: int = 400, readings: Readings = ()) -> int:
    """How many lines a text takes at a size in a column of `width`, both in pt; its own breaks are kept."""
    return sum(wrapped(line, size, width, weight, readings) for line in text.splitlines() if line.strip())


def wrapped(line: str, size: float, width: float, weight: int, readings: Readings) -> int:
    """The lines of one paragraph; a phrase wider than the column is broken by force."""
    text, room = shaping.printable(line), (width - ROUNDING) / size
    spans = ruby.word_spans(text, readings)
    if spans:
        setting = Annotated(text, spans, size, weight)
        return sum(ceil(setting.wide(*each) / room) for each in setting.broken(room))
    broken = shaping.wrap(text, weight, room, MANY)
    return len(broken) if broken is not None else ceil(shaping.shape(text, weight).advance / room) + 1


def even(text: str, size: float, width: float, weight: int = 400, readings: Readings = ()) -> str:
    """The text with its lines broken: as full as they can be, but even where else a few words were left alone."""
    return "\n".join(
        piece
        for line in text.splitlines()
        if line.strip()
        for piece in pieces(line, size, width, weight, readings)
    )


def pieces(line: str, size: float, width: float, weight: int, readings: Readings) -> list[str]:
    text, room = shaping.printable(line), (width - ROUNDING) / size
    spans = ruby.word_spans(text, readings)
    if spans:
        return [text[start:end] for start, end in Annotated(text, spans, size, weight).even(room)]
    broken = shaping.wrap(text, weight, room, MANY)
    if broken is None:
        return [text]
    if shaping.shape(text[slice(*broken[-1])], weight).advance < ALONE * room:
        broken = shaping.balanced(text, weight, room, broken)
    return [text[start:end] for start, end in broken]


def sentence(text: str, size: float, width: float, weight: int = 400, readings: Readings = ()) -> str:
    """A text to be read at a glance: where two lines are enough, the first one ends with a clause if it can."""
    written = even(text, size, width, weight, readings)
    if len(written.splitlines()) != 2 or len(text.splitlines()) > 1:
        return written
    clauses = [match.end() for match in CLAUSE.finditer(text) if match.end() < len(text)]
    ways = [f"{text[:end]}\n{text[end:].lstrip()}" for end in clauses]
    whole = [way for way in ways if lines(way, size, width, weight, readings) == 2]
    return min(whole, key=lambda way: max(map(len, way.splitlines())), default=written)


@dataclass(frozen=True)
class Annotated:
    """A paragraph with readings over its words at a size in pt; a long reading sets its letters apart."""

    text: str
    spans: Sequence[Span]
    size: float
    weight: int

    def wide(self, start: int, end: int) -> float:
        """How wide in em a part of the text is."""
        runs = ruby.runs(self.text[start:end], self.spans, start)
        return ruby.width(runs, BODY[self.weight], BODY[400], ruby.share(self.size))

    def broken(self, room: float) -> list[tuple[int, int]]:
        """Where its lines begin and end, as full as `room` em lets them be."""
        found: list[tuple[int, int]] = []
        start = end = 0
        for unit in balance.units(self.text, self.spans):
            after = end + len(unit)
            if end > start and self.wide(start, after) > room:
                found.append((start, end))
                start = end + (len(unit) - len(unit.lstrip()))
            end = after
        return [*found, (start, end)]

    def even(self, room: float) -> list[tuple[int, int]]:
        """The same, but no wider than needed where else a few words were left alone."""
        found = self.broken(room)
        if len(found) > 1 and self.wide(*found[-1]) < ALONE * room:
            narrower = (self.broken(room * step) for step in STEPS if step >= 0.5)
            found = [each for each in narrower if len(each) == len(found)][-1]
        return found


def height(
    text: str, size: float, width: float, leading: float, weight: int = 400, readings: Readings = ()
) -> float:
    """How tall in pt a text is at a size and with so many em from line to line, more with readings between."""
    if any(ruby.word_spans(line, readings) for line in text.splitlines()):
        leading = max(leading, ruby.leading(size))
    return lines(text, size, width, weight, readings) * leading * size


def largest(
    text: str, sizes: Sequence[float], width: float, room: float, leading: float,
    weight: int = 400, readings: Readings = (),
) -> float:  # fmt: skip
    """The first of the sizes, the largest one first, at which a text is no taller than `room`; else the last."""
    fitting = (size for size in sizes if height(text, size, width, leading, weight, readings) <= room + 0.001)
    return next(fitting, sizes[-1])


@dataclass(frozen=True)
class Line:
    """A text in its box in mm: its words in the lines they break into, and its size in pt."""

    box: Box
    words: str
    size: float

    @property
    def mm(self) -> float:
        """Its size in mm, from which readings over it know their own."""
        return millimetres(self.size)

    @property
    def style(self) -> SafeString:
        """Place and type as CSS."""
        box = self.box
        return mark_safe(
            f"left:{box.x:.3f}mm;top:{box.y:.3f}mm;width:{box.width:.3f}mm;height:{box.height:.3f}mm;"
            f"font-size:{self.size:.3f}pt"
        )


def fitted(box: Box, words: str, size: float, weight: int = 400, readings: Readings = ()) -> Line:
    """A text in a box in mm, of `size` pt or as much smaller as it must be; one line of it always has room."""
    width, room = points(box.width), points(box.height)
    sizes = [size * step for step in STEPS]
    one = (ruby.leading(size) if ruby.word_spans(words, readings) else LEADING) * size
    found = largest(words, sizes, width, max(room, one), LEADING, weight, readings)
    return Line(box, even(words, found, width, weight, readings), found)
