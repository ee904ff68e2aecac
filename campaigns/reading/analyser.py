"""A text as words with their readings, by SudachiPy and its core dictionary.

The dictionary is opened at the first use, once per process. It is a file in memory that all workers share; what a
worker grows by itself is in docs/search.md.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

from campaigns.reading.kana import USUAL_FORM, has_kanji
from print_templates.ruby import hiragana

#: Letters given to the analyser at once; it refuses more than 49,149 bytes.
MOST_AT_ONCE = 4_000
#: Where a longer text may be cut without taking a word apart.
PIECES = re.compile(rf"(?s).{{1,{MOST_AT_ONCE - 1}}}(?:[。！？\n]|\Z)|.{{1,{MOST_AT_ONCE}}}")
#: Parts of speech that begin no word anybody looks for.
GRAMMAR = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白"})
NOUN = "名詞"


class Token(NamedTuple):
    """A word at letter `start` of its text; its reading in hiragana, empty where it has no kanji or is unknown."""

    start: int
    surface: str
    reading: str
    #: Whether somebody may look for it: not a particle, an ending or a mark.
    is_word: bool = True
    #: Whether it names something, and does not say what one does or how it is.
    is_noun: bool = True

    @property
    def end(self) -> int:
        return self.start + len(self.surface)


#: One thread at a time: the tokenizer refuses two.
lock = Lock()


@cache
def tokenizer() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="core").tokenizer(mode=SplitMode.C)


def analysed(text: str) -> Iterator[Token]:
    """The words of a text in order; together they are the text."""
    for piece in PIECES.finditer(text):
        yield from (token._replace(start=token.start + piece.start()) for token in of_piece(piece[0]))


@lru_cache(maxsize=1_024)
def of_piece(text: str) -> tuple[Token, ...]:
    from sudachipy import SplitMode

    usual = text.translate(USUAL_FORM)
    found: list[Token] = []
    with lock:
        for whole in tokenizer().tokenize(usual):
            parts = list(whole.split(SplitMode.A))
            # A compound in its parts where they sound the same: 相談 and 窓口, but 月曜日 is not げつようひ.
            if "".join(part.reading_form() for part in parts) != whole.reading_form():
                parts = [whole]
            found += [token_of(part, text) for part in parts]
    return tuple(found)


def token_of(morpheme: Any, text: str) -> Token:
    start, end = morpheme.begin(), morpheme.end()
    sound = morpheme.reading_form() if has_kanji(text[start:end]) and not morpheme.is_oov() else ""
    part = morpheme.part_of_speech()[0]
    return Token(start, text[start:end], hiragana(sound), part not in GRAMMAR, part == NOUN)
