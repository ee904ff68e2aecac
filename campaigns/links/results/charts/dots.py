"""A field of dots: the larger a dot, the more; a ring is few, a cross withheld."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from campaigns.links.results.charts.svg import framed, most_of, text
from campaigns.links.results.few import TOLD, Reading

#: A column's and a row's pitch, the room for names on the left and above, the largest and the smallest radius.
ACROSS, DOWN, LEFT, ABOVE = 40, 22, 34, 22
LARGEST, SMALLEST = 10.0, 2.0


def chart(
    columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Reading]]], alternative: str
) -> SafeString:
    """A dot for each column of each row; its area is the share of the largest number told."""
    most = most_of([reading for _name, readings in rows for reading in readings])
    parts = [
        text(name, LEFT + ACROSS * (place + 0.5), ABOVE - 8, "name") for place, name in enumerate(columns)
    ]
    for line, (name, readings) in enumerate(rows):
        middle = ABOVE + DOWN * (line + 0.5)
        parts.append(text(name, LEFT / 2, middle + 4, "name"))
        parts += [
            dot(reading, LEFT + ACROSS * (place + 0.5), middle, most)
            for place, reading in enumerate(readings)
        ]
    width, height = LEFT + ACROSS * len(columns), ABOVE + DOWN * len(rows)
    return framed("dots", width, height, alternative, "".join(parts))


def dot(reading: Reading, x: float, y: float, most: int) -> str:
    if reading.is_withheld:
        return f'<path class="withheld" d="M{x - 3:.1f} {y - 3:.1f}l6 6m0 -6l-6 6"/>'
    if reading.count is None:
        return f'<circle class="few" cx="{x:.1f}" cy="{y:.1f}" r="{SMALLEST + 1:.1f}"/>'
    if not reading.count:
        return ""
    radius = max(SMALLEST, LARGEST * (reading.count / max(most, TOLD)) ** 0.5)
    return f'<circle class="told" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
