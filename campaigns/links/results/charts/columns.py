"""Bars beside one another: how many at a time, one time after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from campaigns.links.results.charts.svg import framed, kind_of, length, rect, text
from campaigns.links.results.few import Reading

#: The tallest bar, the room above it for its number and below for its name.
TALLEST, ABOVE, BELOW = 72, 16, 18
#: Bars that are wide enough for a number and a name each.
MOST_NAMED = 31
#: A bar's pitch, by how many there are at most.
PITCHES = ((12, 44), (MOST_NAMED, 27), (100, 8), (400, 3))
#: The room that a name needs.
NAME_ROOM = 40


@dataclass(frozen=True)
class Bar:
    """One time: its name as it stands below, and its reading."""

    name: str
    reading: Reading


def chart(bars: Sequence[Bar], most: int, alternative: str) -> SafeString:
    """The bars on a scale that ends at `most`; `alternative` says in words what is seen."""
    pitch = next((pitch for many, pitch in PITCHES if len(bars) <= many), PITCHES[-1][1])
    width, height = max(pitch * len(bars), NAME_ROOM), ABOVE + TALLEST + BELOW
    shapes = "".join(
        shape
        for number, bar in enumerate(bars)
        for shape in drawn(bar, number, most, float(pitch), is_named=len(bars) <= MOST_NAMED)
    )
    ground = f'<path class="ground" d="M0 {ABOVE + TALLEST}H{width}"/>'
    return framed("bars", width, height, alternative, shapes + ground)


def drawn(bar: Bar, number: int, most: int, pitch: float, *, is_named: bool) -> Iterator[str]:
    """A bar with its number above and its name below; of narrow ones only some are named."""
    left, middle, wide = pitch * (number + 0.2), pitch * (number + 0.5), pitch * 0.6
    high = length(bar.reading, most, TALLEST)
    top, foot = ABOVE + TALLEST - high, ABOVE + TALLEST
    if high:
        yield rect(kind_of(bar.reading), left, top, wide, high)
    if is_named:
        if high or bar.reading.is_withheld:
            yield text(said(bar.reading), middle, top - 4)
        yield text(bar.name, middle, foot + BELOW - 4, "name")
        return
    if bar.reading.is_withheld:
        yield f'<path class="withheld" d="M{middle:.1f} {foot - 1}v-6"/>'
    if number % round(NAME_ROOM / pitch) == 0:
        yield text(bar.name, pitch * number, foot + BELOW - 4, "name first")


def said(reading: Reading) -> str:
    """The number above a bar; there is no room for long words."""
    if reading.is_withheld:
        return "×"
    return f"{reading.count}+" if reading.at_least else reading.words
