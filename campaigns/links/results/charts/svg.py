"""The frame of a chart, and its parts; lengths are CSS pixels."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from campaigns.links.results.few import TOLD, Reading

#: The least a bar is long, so that one reading more than none can be seen.
LEAST = 2.0


def framed(kind: str, width: float, height: float, alternative: str, parts: str) -> SafeString:
    """A picture of that size; `alternative` says in words what is seen, `kind` is a class for the style sheet."""
    return mark_safe(
        f'<svg class="{kind}" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="img" '
        f'aria-label="{escape(alternative)}">{parts}</svg>'
    )


def length(reading: Reading, most: int, longest: float) -> float:
    """How long a bar is where `most` is the longest: few all look the same, and withheld ones have none."""
    if reading.is_withheld or reading.count == 0:
        return 0.0
    count = TOLD / 2 if reading.count is None else reading.count
    return max(LEAST, longest * count / max(most, TOLD))


def rect(kind: str, x: float, y: float, width: float, height: float) -> str:
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def text(words: str, x: float, y: float, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def kind_of(reading: Reading) -> str:
    return "few" if reading.is_few else "told"


def most_of(readings: "list[Reading]") -> int:
    """The largest number told."""
    return max((reading.count or 0 for reading in readings), default=0)
