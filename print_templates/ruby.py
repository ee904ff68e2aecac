"""Furigana: which letters a reading stands over, and the room it needs there (JIS X 4051, 8.3: group ruby)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from print_templates.content import Reading
from print_templates.fonts import Face
from print_templates.measure import advance
from print_templates.units import KANJI

#: The size of a reading, a share of what it stands over, and the smallest in running text, in pt.
SIZE, SMALLEST = 0.5, 6.0
#: How far a reading may reach over kana beside it, in em of the reading.
OVERHANG = 0.5
#: The widest gap that readings are spread with, in em of the reading.
SPREAD = 0.5

#: Where a reading's baseline stands above that of its letters, in em of theirs (designs/page.css).
RISE = 0.94
#: What letters reach above their baseline and below it, and the least air above a reading, in em.
ASCENT, DESCENT, AIR = 0.88, 0.12, 0.16

KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
LITERAL = re.compile(r"[ぁ-ゖァ-ヺー]+|[^ぁ-ゖァ-ヺー]+")
#: Letters that a reading says nothing of.
SILENT = re.compile(r"[\s、。，．・「」『』（）()！？!?…‥〜～―—]+")


def share(size: float) -> float:
    """The size of readings over running text of `size` pt, a share of it: they never become too small to read."""
    return max(SIZE, SMALLEST / size)


def leading(size: float) -> float:
    """The distance of baselines in em at which readings over text of `size` pt keep off the line above."""
    return RISE + ASCENT * share(size) + DESCENT + AIR


def lowered(size: float) -> float:
    """How far down in em a line with readings stands in its own height, so that they, too, stay inside."""
    return RISE + ASCENT * share(size) - ASCENT - (leading(size) - ASCENT - DESCENT) / 2


@dataclass(frozen=True)
class Span:
    """Letters `start` to `end` of a text, and their reading."""

    start: int
    end: int
    reading: str


class Run(NamedTuple):
    """Letters with one reading over all of them, or with none."""

    text: str
    reading: str = ""


def hiragana(text: str) -> str:
    """Katakana as hiragana, so that the two are the same sound."""
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in text)


def aligned(word: str, reading: str) -> list[Span] | None:
    """The part of a reading that each run of kanji has: 支え合おう and ささえあおう give 支（ささ）, 合（あ）.

    None when the kana of the two do not match.
    """
    parts = [
        (match.start(), match[0])
        for match in LITERAL.finditer(SILENT.sub(lambda gap: "\0" * len(gap[0]), word))
    ]
    pieces = [(at + gap.start(), gap[0]) for at, part in parts for gap in re.finditer(r"[^\0]+", part)]
    pattern = "".join(
        re.escape(hiragana(part)) if KANA.match(part) else f"(.{{{fewest(part)},}}?)" for _at, part in pieces
    )
    match = re.fullmatch(pattern, hiragana(SILENT.sub("", reading)))
    if match is None:
        return None
    read = iter(match.groups())
    spans = [Span(at, at + len(part), next(read)) for at, part in pieces if not KANA.match(part)]
    return [span for span in spans if span.reading != word[span.start : span.end]]


def fewest(part: str) -> int:
    """The fewest kana that a run of other letters can be read with."""
    return len(part) if part.isascii() else max(1, (len(part) + 1) // 2)


def phrase_spans(phrase: str, reading: str) -> list[Span]:
    """Where the reading of a whole phrase stands over it; over a whole word where its kana do not match.

    Nothing when the two match neither as a whole nor in their number of words.
    """
    words, read = list(re.finditer(r"\S+", phrase)), reading.split()
    if len(words) != len(read):
        return aligned(phrase, reading) or []
    found: list[Span] = []
    for word, sound in zip(words, read, strict=True):
        found += [moved(span, word.start()) for span in over(word[0], sound)]
    return found


def over(word: str, reading: str) -> list[Span]:
    """Where the reading of one word stands over it: over its kanji, or else over all of it."""
    spans = aligned(word, reading)
    return [Span(0, len(word), reading)] if spans is None else spans


def moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.reading)


def word_spans(text: str, readings: Iterable[Reading]) -> list[Span]:
    """Where the readings of known words stand over a text: every occurrence, the longest word first."""
    taken = [False] * len(text)
    found: list[Span] = []
    for known in sorted(readings, key=lambda each: -len(each.word)):
        for match in re.finditer(re.escape(known.word), text) if known.word else ():
            if any(taken[match.start() : match.end()]) or in_compound(text, match):
                continue
            taken[match.start() : match.end()] = [True] * len(match[0])
            found += [moved(span, match.start()) for span in over(known.word, known.reading)]
    return sorted(found, key=lambda span: span.start)


def in_compound(text: str, match: re.Match[str]) -> bool:
    """Whether a single kanji of a known word is part of a compound here, where it is read otherwise: 話 in 電話."""
    start, end = match.start(), match.end()
    alone = bool(KANJI.match(text[start])) and not KANJI.match(
        text[start + 1 : start + 2] if end > start + 1 else ""
    )
    before = alone and start > 0 and KANJI.match(text[start - 1])
    behind = end - start == 1 and alone and KANJI.match(text[end : end + 1])
    return bool(before or behind)


def whole(units: Sequence[str], spans: Sequence[Span], start: int = 0) -> list[str]:
    """The units of a text that begins at `start`, with those joined that a reading stands across."""
    found: list[str] = []
    at = start
    for unit in units:
        if found and any(span.start < at < span.end for span in spans):
            found[-1] += unit
        else:
            found.append(unit)
        at += len(unit)
    return found


def runs(text: str, spans: Sequence[Span], start: int = 0) -> list[Run]:
    """A piece of text that begins at `start`, in runs with and without a reading."""
    found, at = [], start
    for span in spans:
        if start <= span.start and span.end <= start + len(text):
            if at < span.start:
                found.append(Run(text[at - start : span.start - start]))
            found.append(Run(text[span.start - start : span.end - start], span.reading))
            at = span.end
    if at < start + len(text):
        found.append(Run(text[at - start :]))
    return found


class Fit(NamedTuple):
    """A run as it is set, in em of the base: blank before and behind it, and its own width.

    `gap` is what the letters of the reading are set apart by, in em of the reading.
    """

    before: float
    base: float
    behind: float
    gap: float = 0.0

    @property
    def width(self) -> float:
        return self.before + self.base + self.behind


def fitted(line: Sequence[Run], index: int, face: Face, ruby_face: Face, size: float = SIZE) -> Fit:
    """How one run of a line is set, so that its reading runs into no other.

    A longer reading reaches over kana beside it by half a letter of its own, and spaces its base out for the rest.
    """
    run = line[index]
    base = advance(run.text, face)
    if not run.reading:
        return Fit(0, base, 0)
    read = advance(run.reading, ruby_face) * size
    if read <= base:
        return Fit(0, base, 0, min(SPREAD, (base - read) / len(run.reading) / size))
    before = line[index - 1] if index else Run("")
    behind = line[index + 1] if index + 1 < len(line) else Run("")
    reach = OVERHANG * size
    over = (read - base) / 2
    return Fit(
        max(0.0, over - (reach if lends(before, before.text[-1:]) else 0)),
        base,
        max(0.0, over - (reach if lends(behind, behind.text[:1]) else 0)),
    )


def lends(run: Run, letter: str) -> bool:
    """Whether a reading may reach over the letter beside it."""
    return not run.reading and bool(KANA.match(letter))


def width(line: Sequence[Run], face: Face, ruby_face: Face, size: float = SIZE) -> float:
    """The width of a line with its readings, in em of the base."""
    return sum(fitted(line, index, face, ruby_face, size).width for index in range(len(line)))
