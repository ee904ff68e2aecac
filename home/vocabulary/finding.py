"""Which of the words a text says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from home.vocabulary.table import CASES, NAMES, WORDS, Word

#: Letters shown on either side of a word.
AROUND = 12
#: Two letters that nobody parts: of a Latin word, a number, or a word in katakana.
WHOLE = re.compile("[A-Za-zＡ-Ｚａ-ｚ0-9０-９]{2}|[ァ-ヺー]{2}")


@dataclass(frozen=True)
class Found:
    """A word as it stands in a text; `before` and `after` are what stands around it, with … where more follows."""

    said: str
    word: Word
    before: str = ""
    after: str = ""


@cache
def pattern() -> re.Pattern[str]:
    """All words as one expression, each a group of its own."""
    return re.compile("|".join(f"(?P<w{number}>{word.pattern})" for number, word in enumerate(WORDS)))


def as_they_are(names: Iterable[str] = ()) -> re.Pattern[str]:
    """Names in which no word counts: those of places, desks and organisations, and of laws and offices."""
    known = {*NAMES, *filter(None, names)}
    return re.compile("|".join(map(re.escape, sorted(known, key=lambda name: (-len(name), name)))))


def found_in(texts: Iterable[str], names: re.Pattern[str], *, is_case: bool = False) -> list[Found]:
    """Every word of the table in some texts, each once, apart from `names` (`as_they_are`)."""
    seen: dict[str, Found] = {}
    for each in (found for text in texts for found in in_text(text, names, is_case)):
        seen.setdefault(each.said, each)
    return list(seen.values())


def in_text(text: str, names: re.Pattern[str], is_case: bool) -> Iterator[Found]:
    spared = [match.span() for match in names.finditer(text)]
    for match in pattern().finditer(text):
        word = WORDS[int(str(match.lastgroup)[1:])]
        start, end = match.span()
        if word.where == CASES and not is_case:
            continue
        if any(first <= start and end <= last for first, last in spared):
            continue
        yield Found(match.group(), word, before(text, start), after(text, end))


def before(text: str, start: int) -> str:
    """What stands before a letter: some letters, and no part of a word that would begin in its middle."""
    first = max(start - AROUND, 0)
    while first > 0 and WHOLE.fullmatch(text[first - 1 : first + 1]):
        first -= 1
    return ("…" if first > 0 else "") + text[first:start]


def after(text: str, end: int) -> str:
    """What stands from a letter on, likewise."""
    last = min(end + AROUND, len(text))
    while last < len(text) and WHOLE.fullmatch(text[last - 1 : last + 1]):
        last += 1
    return text[end:last] + ("…" if last < len(text) else "")
