"""Bars below one another, each with its name: how many of each kind, and beside it how many elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from campaigns.links.results.charts.svg import framed, kind_of, length, most_of, rect, text
from campaigns.links.results.few import Reading

#: The room for names, for the longest bar and for its number; a bar's height and the room around it.
NAMES, LONGEST, NUMBER = 128, 160, 52
THICK, AROUND = 14, 8
#: The room for names in tenths of a letter, and how many of them Latin letters and all others take.
ROOM, LATIN, WIDE = 95, 7, 10


@dataclass(frozen=True)
class Line:
    """A name with its reading, and that of the campaign it is compared with."""

    name: str
    reading: Reading
    other: Reading | None = None


def chart(lines: Sequence[Line], alternative: str) -> SafeString:
    """The lines on one scale; those of the other campaign are thinner, below."""
    pitch = THICK + AROUND + (THICK * 0.8 if any(line.other for line in lines) else 0)
    most = most_of([reading for line in lines for reading in (line.reading, line.other) if reading])
    parts = "".join(part for number, line in enumerate(lines) for part in drawn(line, number * pitch, most))
    height = pitch * len(lines)
    ground = f'<path class="ground" d="M{NAMES} 0V{height:g}"/>'
    return framed("lines", NAMES + LONGEST + NUMBER, height, alternative, parts + ground)


def drawn(line: Line, top: float, most: int) -> Iterator[str]:
    foot = top + AROUND / 2 + THICK - 2
    yield text(short(line.name), NAMES - 6, foot, "name")
    yield from bar(line.reading, kind_of(line.reading), top + AROUND / 2, THICK, most)
    if line.other is not None:
        yield from bar(line.other, "other", top + AROUND / 2 + THICK, THICK * 0.8, most)


def bar(reading: Reading, kind: str, top: float, thick: float, most: int) -> Iterator[str]:
    long = length(reading, most, LONGEST)
    if long:
        yield rect(kind, NAMES, top, long, thick - 1)
    yield text(reading.words, NAMES + long + 5, top + thick - 2)


def short(name: str) -> str:
    """As much of a name as there is room for."""
    room = ROOM
    for place, letter in enumerate(name):
        room -= LATIN if letter.isascii() else WIDE
        if room < 0:
            return f"{name[: place - 1]}…"
    return name
