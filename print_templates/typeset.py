"""Display phrases: the lines and the size at which a phrase is largest inside its box."""

from collections.abc import Sequence
from dataclasses import dataclass

from print_templates import ruby, spacing
from print_templates.division import composed, tidy
from print_templates.fonts import Face, lettering
from print_templates.measure import advance, bearings, hb_font
from print_templates.ruby import Span
from print_templates.units import NOT_LAST

#: Height of a line of a display phrase, in em, without and with readings over it.
LEADING, RUBY_LEADING = 1.16, 1.62
#: Latin letters that reach below the last line, and how far.
DEEP, DEPTH = frozenset("gjpqyQ"), 0.12
#: The blank that a mark keeps when the rest of it hangs out of its line, in em.
KEPT = 0.06


@dataclass(frozen=True)
class Setting:
    """A fitted phrase: its lines, where in the tidied text each begins, and what it takes of the box.

    `size`, `width` and `height` are in the box's unit. `hang` is by how much each line's first and last letter
    reach out of the box, in em: the blank beside a letter's ink, as half of 「 and 。, is no part of a line. `gaps` is
    what is added behind each letter, in em. `leadings` are the heights of the lines in em; one with readings is
    taller, and has them above its letters.
    """

    lines: tuple[str, ...]
    size: float
    width: float
    height: float
    starts: tuple[int, ...] = ()
    hang: tuple[tuple[float, float], ...] = ()
    gaps: tuple[tuple[float, ...], ...] = ()
    leadings: tuple[float, ...] = ()


def unset_characters(text: str, weight: int, language: str = "ja") -> list[str]:
    """The characters the lettering has no glyph for, each once, in order."""
    known = set(hb_font(lettering(weight, language)).face.unicodes)
    return list(dict.fromkeys(letter for letter in text if not letter.isspace() and ord(letter) not in known))


def fit(
    text: str, width: float, height: float, *, weight: int = 900, most_lines: int = 5, language: str = "ja",
    spans: Sequence[Span] = (),
) -> Setting:  # fmt: skip
    """The lines and size at which a phrase is largest inside a box. Raises ValueError for empty text.

    Lines end where the writer ends them and else at phrase units: つながろう／かながわ, never つなが／ろう. `spans`
    are readings over the tidied text.
    """
    text = tidy(text)
    if not text:
        raise ValueError("a phrase to be set has no text")
    face = lettering(weight, language)
    units = {letter: advance(letter, face) for letter in text}

    def measure(start: int, end: int) -> float:
        before, behind = hung(text[start:end], face, spans, start)
        own = sum(units[letter] for letter in text[start:end])
        own += sum(spacing.gaps(text[start:end], face, spans, start))
        line = ruby.runs(text[start:end], spans, start)
        added = sum(ruby.fitted(line, index, face, face).width - advance(run.text, face)
                    for index, run in enumerate(line) if run.reading)  # fmt: skip
        return max(own + added - before - behind, 0.1)

    def leading(start: int, end: int) -> float:
        """A line's height: only one with readings has room for them."""
        read = any(span.start < end and span.end > start for span in spans)
        return RUBY_LEADING if read else LEADING

    def rise(lines: Sequence[tuple[int, int]]) -> float:
        """What the block takes across its lines, with room for deep letters below the last."""
        deep = DEPTH if DEEP.intersection(text[slice(*lines[-1])]) else 0
        return sum(leading(*line) for line in lines) + deep

    way = composed(text, spans, language, most_lines, measure, width, lambda lines: height / rise(lines))
    return Setting(
        tuple(text[start:end] for start, end in way.lines),
        way.size,
        way.longest * way.size,
        rise(way.lines) * way.size,
        tuple(start for start, _end in way.lines),
        tuple(hung(text[start:end], face, spans, start) for start, end in way.lines),
        tuple(spacing.gaps(text[start:end], face, spans, start) for start, end in way.lines),
        tuple(leading(*line) for line in way.lines),
    )


def hung(line: str, face: Face, spans: Sequence[Span] = (), start: int = 0) -> tuple[float, float]:
    """By how much the first and last letter of a line that begins at `start` reach out of it, in em."""
    before, behind = spacing.edges(line, face, spans, start)
    mark = max(0.0, bearings(line[0], face).before - KEPT) if line[0] in NOT_LAST else 0.0
    stop = max(0.0, bearings(line[-1], face).behind - KEPT) if line[-1] in "、。，．」』）〉》】" else 0.0
    return max(before, mark), max(behind, stop)
