"""Words whose reading somebody has written down: they win over the dictionary.

Editors' overrides come first, those with a context before the others; then names that have a reading where they are
kept (places, desks, municipalities, members, words of a campaign), each registered by its app; last, what usual.tsv
says of common words.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from django.core.cache import cache
from django.db import models
from django.db.models.signals import post_delete, post_save

from campaigns.freshness import shared
from campaigns.freshness.kept import kept
from campaigns.reading.analyser import Token, analysed
from campaigns.reading.kana import has_kanji, is_kana
from campaigns.reading.models import ReadingOverride
from print_templates.ruby import hiragana

#: What is right first: what an editor says of a word in a context, and of it anywhere; names; usual words.
IN_CONTEXT, ALWAYS, NAME, USUAL_WORD = range(4)
#: So long a word is no part of another by chance; a shorter one must begin and end where words do.
LONG = 3
#: Where transactions find a stamp that all processes share, and for how many seconds: some changes tell nobody.
KEY, KEPT = "reading:lexicon", 600
#: Words, their readings and contexts, by tabulators.
USUAL = Path(__file__).with_name("usual.tsv")
NUMERALS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千数")
DIGITS, WIDE = "0123456789", str.maketrans("0123456789", "０１２３４５６７８９")


class Known(NamedTuple):
    """`word` is read so where it stands `at` letters into `context`; the lower the rank, the sooner it is right."""

    rank: int
    word: str
    reading: str
    context: str
    at: int = 0


@dataclass(frozen=True)
class Source:
    """Where names with readings are kept."""

    model: type[models.Model]
    word: str
    reading: str


SOURCES: list[Source] = []


def register(model: type[models.Model], word: str = "name", reading: str = "reading") -> None:
    """Take the readings that this model keeps; called from an app's `ready`."""
    SOURCES.append(Source(model, word, reading))
    forget_with(model)


def forget_with(model: type[models.Model]) -> None:
    """Read the lexicon again whenever one of these is saved or deleted."""
    for signal in (post_save, post_delete):
        signal.connect(forget, sender=model)


def forget(**kwargs: Any) -> None:
    """Signal handler."""
    shared.forget(KEY)


class Lexicon:
    """Known words, found in a text by their first letter. Equal words give an equal `version`."""

    def __init__(self, words: Iterable[Known]) -> None:
        self.by_letter: dict[str, list[Known]] = {}
        digest = hashlib.sha256()
        for known in sorted(set(words)):
            digest.update(repr(known).encode())
            self.by_letter.setdefault(known.context[0], []).append(known)
        self.version = digest.hexdigest()[:16]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.version == other.version

    def __hash__(self) -> int:
        return hash(self.version)

    def found(self, text: str, tokens: list[Token]) -> list[Token]:
        """The known words of a text, none over another: an editor's, then those with the longest context."""
        starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
        candidates = [
            (min(known.rank, NAME), -len(known.context), known.rank, at, known)
            for at, known in self.occurrences(text)
            if known.context != known.word
            or len(known.word) >= LONG
            or (at in starts and at + len(known.word) in ends)
        ]
        taken: set[int] = set()
        chosen = []
        for *_before, at, known in sorted(candidates):
            letters = range(at, at + len(known.word))
            if taken.isdisjoint(letters):
                taken.update(letters)
                chosen.append(Token(at, known.word, known.reading))
        return sorted(chosen)

    def occurrences(self, text: str) -> Iterator[tuple[int, Known]]:
        for start, letter in enumerate(text):
            for known in self.by_letter.get(letter, ()):
                at = start + known.at
                # 2人 is not the end of 12人, nor 二日 of 十二日.
                cut = known.word[0] in NUMERALS and at > 0 and text[at - 1] in NUMERALS
                if text.startswith(known.context, start) and not cut:
                    yield at, known


def lexicon() -> Lexicon:
    """What is known now; in each process a query for each source after a change."""
    return kept(
        "lexicon", gathered, lambda: gathered_at(str(cache.get_or_set(KEY, lambda: uuid4().hex, KEPT)))
    )


def gathered() -> Lexicon:
    return Lexicon(chain(overrides(), names(), usual_words()))


@lru_cache(maxsize=1)
def gathered_at(stamp: str) -> Lexicon:
    """The lexicon as it was when the stamp was new."""
    return gathered()


def overrides() -> Iterator[Known]:
    for row in ReadingOverride.objects.all():
        context = row.context or row.surface
        yield Known(
            IN_CONTEXT if row.context else ALWAYS,
            row.surface,
            hiragana(row.reading),
            context,
            context.find(row.surface),
        )


def names() -> Iterator[Known]:
    for source in SOURCES:
        rows = source.model._default_manager.order_by().values_list(source.word, source.reading).distinct()
        for name, reading in rows:
            # A line break of a phrase, or a space that one of the two has, is not read.
            word, sound = " ".join(name.split()), hiragana("".join(reading.split()))
            if has_kanji(word) and sound and is_kana(sound):
                yield Known(NAME, word, sound, word)


@lru_cache(maxsize=1)
def usual_words() -> tuple[Known, ...]:
    rows = [
        line.split("\t")
        for line in USUAL.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return tuple(
        Known(USUAL_WORD, as_written, reading, context, context.find(as_written))
        for word, reading, *contexts in rows
        for narrow in in_full("".join(contexts) or word)
        for as_written, context in {(word, narrow), (word.translate(WIDE), narrow.translate(WIDE))}
    )


def in_full(context: str) -> list[str]:
    """A context with each digit in the place of #."""
    return [context.replace("#", digit) for digit in DIGITS] if "#" in context else [context]


def read(text: str, known: Lexicon) -> list[Token]:
    """The words of a text with the readings that are right here; together they are the text."""
    tokens = list(analysed(text))
    chosen = known.found(text, tokens)
    if not chosen:
        return tokens
    result: list[Token] = []
    at = 0
    for word in chosen:
        result += between(text, tokens, at, word.start)
        result.append(word)
        at = word.end
    return result + between(text, tokens, at, len(text))


def between(text: str, tokens: list[Token], start: int, end: int) -> list[Token]:
    """The tokens from `start` to `end`; a word that is cut in two there is analysed anew."""
    inside = [token for token in tokens if token.start >= start and token.end <= end]
    first, last = (inside[0].start, inside[-1].end) if inside else (end, end)
    head = [token._replace(start=token.start + start) for token in analysed(text[start:first])]
    tail = [token._replace(start=token.start + last) for token in analysed(text[last:end])]
    return [*head, *inside, *tail]
