"""Which of the words a text says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from home.vocabulary.table import CASES, NAMES, WORDS, Word

#: Letters shown on either side of a word.
AROUND = 12


@dataclass(frozen=True)
class Found:
    """A word as it stands in a text; `before` and `after` are what stands around it."""

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
        yield Found(match.group(), word, text[max(start - AROUND, 0) : start], text[end : end + AROUND])
