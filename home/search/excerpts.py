"""What of a thing is shown for a search: a few words around those found, these marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from campaigns.reading.analyser import Token
from campaigns.reading.lexicon import Lexicon, read
from home.search.letters import clusters, loose
from home.search.sound import sound_of_token
from home.search.words import LONG, Word
from print_templates.ruby import over, runs

#: Letters of an excerpt, and of those before the first word found.
MOST, BEFORE = 90, 24


class Piece(NamedTuple):
    """A part of a text, marked if it is one of the words."""

    text: str
    marked: bool = False


Span = tuple[int, int]


@dataclass(frozen=True)
class Marker:
    """Finds the words of a search in texts, as the search itself does."""

    words: Sequence[Word]
    loosely: bool
    known: Lexicon

    def spans(self, text: str) -> list[Span]:
        """Where in the text they stand, in order, none over another."""
        sounds = [word for word in self.words if word.sound]
        found = [*written(text, [word for word in self.words if word.letters != word.sound])]
        if sounds:
            found += spoken(text, sounds, self.known, loosely=self.loosely)
        return joined(found)

    def marked(self, text: str) -> list[Piece]:
        return pieces(text, self.spans(text))

    def excerpt(self, lead: str, body: str) -> list[Piece]:
        """The lead if a word is in it, or else where the text has one, or else the lead's beginning."""
        spans = self.spans(lead)
        if not spans and (inside := self.spans(body)):
            return around(body, inside)
        return around(lead, spans)


def written(text: str, words: Iterable[Word]) -> Iterator[Span]:
    letters, places = "", list[Span]()
    for letter, start, end in clusters(text):
        if letter == " " and letters.endswith(" "):
            continue
        letters += letter
        places += [(start, end)] * len(letter)
    for word in words:
        for at in occurrences(letters, word.letters):
            yield places[at][0], places[at + len(word.letters) - 1][1]


def spoken(text: str, words: Iterable[Word], known: Lexicon, *, loosely: bool) -> Iterator[Span]:
    """The words whose sound it is, whole; of a long name the part over which the sound is written."""
    tokens = [part for token in read(text, known) for part in parts(token)]
    sounds = [sound_of_token(token) for token in tokens]
    whole, ends = "".join(sounds), [*accumulate(map(len, sounds))]
    starts = {
        end - len(sound) for end, sound, token in zip(ends, sounds, tokens, strict=True) if token.is_word
    }
    owners = [index for index, sound in enumerate(sounds) for _letter in sound]
    for word in words:
        strict = not loosely and len(word.sound) < LONG
        for at in occurrences(loose(whole), word.loose_sound):
            if strict and (at not in starts or not whole.startswith(word.sound, at)):
                continue
            first, last = tokens[owners[at]], tokens[owners[at + len(word.sound) - 1]]
            yield first.start, last.end


def parts(token: Token) -> Iterator[Token]:
    """A word in runs of kanji and of kana, each with its own sound."""
    at = token.start
    spans = over(token.surface, token.reading) if token.reading else []
    for index, run in enumerate(runs(token.surface, spans)):
        yield Token(at, run.text, run.reading, token.is_word and (not index or bool(run.reading)))
        at += len(run.text)


def occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def around(text: str, spans: Sequence[Span]) -> list[Piece]:
    """A part of the text that begins shortly before the first of the words."""
    start = max(0, spans[0][0] - BEFORE) if spans and spans[0][1] > MOST else 0
    end = start + MOST
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
    found = pieces(text[start:end], inside)
    return [*([Piece("…")] if start else []), *found, *([Piece("…")] if end < len(text) else [])]


def pieces(text: str, spans: Sequence[Span]) -> list[Piece]:
    found, at = [], 0
    for start, end in spans:
        found += [Piece(text[at:start]), Piece(text[start:end], True)]
        at = end
    return [piece for piece in [*found, Piece(text[at:])] if piece.text]
