"""A distribution as a hundred rounds, one for each in a hundred, and its parts named with their shares.

Parts are told apart by lightness and by their order, so that a black-and-white copy says the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import escape

from print_templates.content import Chart, ChartPart
from print_templates.fonts import BODY
from print_templates.themes.theme import PAPER, Ink, Medium
from print_templates.typeset import advance

ROUNDS = 100
#: Rows the rounds may stand in, the tallest block first; filled column by column, like a bar.
ROWS = (5, 4, 2)
#: A round's radius, a share of the distance between two; that of a round beside a name, in em.
RADIUS, NAMED = 0.43, 0.42
#: Between lines of names, between the rounds and the names, around a name's round and between two names, in em.
LEADING, APART, BESIDE, BETWEEN = 1.45, 0.55, 0.35, 1.1


@dataclass(frozen=True)
class Tone:
    """How the rounds of a part are painted; a ring has a hole of paper, its radius a share of the round's."""

    ink: Ink
    hole: float = 0.0


#: The hole of every other part that the headline counts.
COUNTED_HOLE = 0.52
#: For parts that the headline does not count: the dark ink's share in their tint, and their hole. Each differs from
#: the one before by at least 15 L*.
OTHERS = ((0.26, 0.0), (0.58, 0.0), (0.58, 0.72), (0.8, 0.0))


@dataclass(frozen=True)
class Drawing:
    """An SVG and its height, in the unit that its width was given in."""

    svg: str
    height: float
    #: In how many rows its rounds stand.
    rows: int = 0


def parts_of(chart: Chart) -> tuple[ChartPart, ...]:
    """The parts of a figure; of a bare percentage itself and the rest, which have no names."""
    value = float(chart.value)
    if chart.parts or not 0 < value <= ROUNDS:
        return chart.parts
    return ChartPart("", value), ChartPart("", ROUNDS - value)


def shares(parts: Sequence[ChartPart]) -> list[int]:
    """How many of the hundred rounds each part has: together all of them, by largest remainder."""
    total = sum(part.value for part in parts)
    exact = [ROUNDS * part.value / total for part in parts]
    found = [int(each) for each in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: found[index] - exact[index])
    for index in by_remainder[: ROUNDS - sum(found)]:
        found[index] += 1
    return found


def tones(chart: Chart, deep: Ink) -> list[Tone]:
    """A tone for each part: the theme's dark ink, as rounds and rings in turn, where the headline value counts it."""
    counted = (Tone(deep), Tone(deep, COUNTED_HOLE))
    found, reached, others = [], 0.0, 0
    for index, part in enumerate(parts_of(chart)):
        reached += part.value
        if reached <= float(chart.value) + 0.05:
            found.append(counted[index % len(counted)])
        else:
            share, hole = OTHERS[others % len(OTHERS)]
            found.append(Tone(tint(deep, share), hole))
            others += 1
    return found


def tint(ink: Ink, share: float) -> Ink:
    """An ink thinned with paper to a share of itself."""
    cyan, magenta, yellow, black = (
        round(share * part) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black)
    )
    channels = (int(ink.srgb[at : at + 2], 16) for at in (1, 3, 5))
    srgb = "#" + "".join(f"{round(255 - share * (255 - channel)):02x}" for channel in channels)
    return Ink(cyan, magenta, yellow, black, srgb)


def drawing(
    chart: Chart, deep: Ink, text: Ink, to: Medium, width: float, size: float, most: float,
    rows: Sequence[int] = ROWS,
) -> Drawing:  # fmt: skip
    """The figure in a column of `width`, its names in type of `size`, no taller than `most` where that can be.

    All three in one unit. The rounds stand in the first of `rows` that fits, else in the last.
    Nothing is drawn of a figure without parts that is no percentage.
    """
    parts = parts_of(chart)
    if not sum(part.value for part in parts):
        return Drawing("", 0)
    painted = tones(chart, deep)
    lines = list(named(parts, width, size))
    below = (APART + LEADING * len(lines)) * size if lines else 0
    tall = next((count for count in rows if count**2 * width / ROUNDS + below <= most), rows[-1])
    shapes = [*rounds(shares(parts), painted, tall, width, to)]
    height = tall**2 * width / ROUNDS
    for number, line in enumerate(lines):
        baseline = height + (APART + LEADING * number + 0.9) * size
        for index, x in line:
            shapes += name(
                parts[index], painted[index], x, baseline, min(size, width / wide(parts[index])), text, to
            )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.2f} {height + below:.2f}" '
        f'aria-hidden="true"><title>{escape(chart.alternative)}</title>{"".join(shapes)}</svg>'
    )
    return Drawing(svg, height + below, tall)


def rounds(
    counts: Sequence[int], painted: Sequence[Tone], rows: int, width: float, to: Medium
) -> Iterator[str]:
    """The hundred rounds, one path for each part."""
    pitch, at = width * rows / ROUNDS, 0
    for count, tone in zip(counts, painted, strict=True):
        path = ""
        for number in range(at, at + count):
            x, y = (number // rows + 0.5) * pitch, (number % rows + 0.5) * pitch
            path += ring(x, y, RADIUS * pitch, tone)
        at += count
        if path:
            yield f'<path fill="{tone.ink.paint(to)}" fill-rule="evenodd" d="{path}"/>'


def ring(x: float, y: float, radius: float, tone: Tone) -> str:
    """A round as path data, with a hole where the tone has one."""
    radii = (radius, tone.hole * radius) if tone.hole else (radius,)
    return "".join(
        f"M{x - r:.2f} {y:.2f}a{r:.2f} {r:.2f} 0 1 0 {2 * r:.2f} 0a{r:.2f} {r:.2f} 0 1 0 {-2 * r:.2f} 0Z"
        for r in radii
    )


def named(parts: Sequence[ChartPart], width: float, size: float) -> Iterator[list[tuple[int, float]]]:
    """The names on lines as full as they can be: which part's begins where. One too long has its own line."""
    line: list[tuple[int, float]] = []
    x = 0.0
    for index, part in enumerate(parts):
        if not part.label:
            continue
        if line and x + wide(part) * size > width:
            yield line
            line, x = [], 0.0
        line.append((index, x))
        x += (wide(part) + BETWEEN) * size
    if line:
        yield line


def wide(part: ChartPart) -> float:
    """How wide in em a name with its round is."""
    return 2 * NAMED + BESIDE + advance(words(part), BODY[400])


def words(part: ChartPart) -> str:
    return f"{part.label} {part.value:g}"


def name(
    part: ChartPart, tone: Tone, x: float, baseline: float, size: float, text: Ink, to: Medium
) -> list[str]:
    """A part's round, its name and its share."""
    radius = NAMED * size
    return [
        f'<path fill="{tone.ink.paint(to)}" fill-rule="evenodd" '
        f'd="{ring(x + radius, baseline - 0.36 * size, radius, tone)}"/>',
        f'<text x="{x + 2 * radius + BESIDE * size:.2f}" y="{baseline:.2f}" font-size="{size:.2f}" '
        f'font-family="BIZ UDPGothic" fill="{text.paint(to)}">{escape(words(part))}</text>',
    ]


def lightness(tone: Tone) -> float:
    """A tone's mean L* (CIE 1976) over a round, as a grey copy shows it."""
    inked = 1 - tone.hole**2
    return inked * star(tone.ink) + (1 - inked) * star(PAPER)


def star(ink: Ink) -> float:
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (int(ink.srgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance
