"""Optical spacing of the phrase: letters on a line are set apart by the white between their ink.

On their whole ems, kana leave a hole beside every open letter (く, し, つ, う) that shows at poster size. Only
Japanese letters are moved: Latin words, and letters under one reading, stay as they are.
"""

import re
from collections.abc import Sequence
from functools import cache
from math import ceil, sqrt

from print_templates import ruby
from print_templates.contour import ROWS, Profile, profile
from print_templates.fonts import LETTERING, Face
from print_templates.measure import bearings
from print_templates.ruby import Fit, Run, Span

#: The white that a pair of letters is set to, in em; ink is then about 0.11 em from ink.
AIM = 0.23
#: How far behind a letter's outermost ink its white counts, in em: a deep recess is part of the letter.
RECESS = 0.1
#: The least distance between the ink of two letters, in em.
NEAREST = 0.06
#: By how much a pair may be set closer and wider, in em. Poppler takes letters whose widths overlap by more than
#: a fifth of an em for two lines of text (`pdftotext -raw`).
CLOSER, WIDER = -0.19, 0.05

#: The faces that are spaced: the letters of other scripts fill their ems evenly.
FACES = frozenset(LETTERING.values())
#: What is set by its ink: kana, kanji, and the marks that are half blank.
INKED = re.compile(r"[ぁ-ゖァ-ヺー々〆㐀-䶿一-鿿、。，．「」『』（）〈〉《》【】]")


def inked(letter: str, face: Face) -> bool:
    """Whether a letter is set by its ink."""
    return face in FACES and bool(INKED.match(letter))


@cache
def between(left: str, right: str, face: Face) -> float:
    """By how much a pair of letters is set closer (below 0) or wider, in em, to hundredths."""
    if not (inked(left, face) and inked(right, face)):
        return 0.0
    one, other = profile(left, face), profile(right, face)
    if not (one.right and other.left):
        return 0.0
    nearest = ceil(closest(one, other) * 100 - 1e-6) / 100
    return min(max(round(AIM - white(one, other), 2), nearest, CLOSER), WIDER)


def white(one: Profile, other: Profile) -> float:
    """The mean distance of two letters that stand on their ems, in em, without their deep recesses."""
    most, most_other = min(one.right.values()) + RECESS, min(other.left.values()) + RECESS
    rows = range(min(*one.right, *other.left), max(*one.right, *other.left) + 1)
    found = (
        min(one.right.get(row, most), most) + min(other.left.get(row, most_other), most_other) for row in rows
    )
    return sum(found) / len(rows)


def closest(one: Profile, other: Profile) -> float:
    """What a pair may be moved by until its ink is as near as it may be, in any direction, in em."""
    reach = round(NEAREST * ROWS)
    needs = (
        sqrt(NEAREST**2 - (above / ROWS) ** 2) - blank - other.left[row + above]
        for row, blank in one.right.items()
        for above in range(1 - reach, reach)
        if row + above in other.left
    )
    return max(needs, default=CLOSER)


def gaps(line: str, face: Face, spans: Sequence[Span] = (), start: int = 0) -> tuple[float, ...]:
    """What is added behind each letter of a line that begins at `start` of the phrase, in em; nothing at its end."""
    runs = ruby.runs(line, spans, start)
    fits = [ruby.fitted(runs, index, face, face) for index in range(len(runs))]
    found: list[float] = []
    for index, run in enumerate(runs):
        pairs = zip(run.text, run.text[1:], strict=False)
        found += [0.0 if run.reading else between(*pair, face) for pair in pairs]
        last = index + 1 == len(runs)
        found.append(0.0 if last else beside(runs[index : index + 2], fits[index : index + 2], face))
    return tuple(found)


def beside(runs: Sequence[Run], fits: Sequence[Fit], face: Face) -> float:
    """What is added between two runs in em: nothing where a reading takes room, or meets another."""
    one, other = runs
    if (one.reading and other.reading) or fits[0].behind or fits[1].before:
        return 0.0
    return between(one.text[-1], other.text[0], face)


def edges(line: str, face: Face, spans: Sequence[Span] = (), start: int = 0) -> tuple[float, float]:
    """The blank before and behind a line's ink that is no part of it, in em; none where a reading takes room."""
    runs = ruby.runs(line, spans, start)
    first, last = (ruby.fitted(runs, index, face, face) for index in (0, len(runs) - 1))
    return (
        max(bearings(line[0], face).before, 0.0) if inked(line[0], face) and not first.before else 0.0,
        max(bearings(line[-1], face).behind, 0.0) if inked(line[-1], face) and not last.behind else 0.0,
    )
