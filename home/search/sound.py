"""How a text sounds, as the search compares it."""

import unicodedata
from collections.abc import Iterable, Iterator

from campaigns.reading.analyser import Token, analysed
from campaigns.reading.lexicon import Lexicon, lexicon, read
from home.search.letters import folded, is_sound, loose

#: Begins each word in the list of words; a word typed short must stand behind it.
WORD = "|"
#: Kana of a word that are kept behind WORD: as many as make a search long enough to match inside of words.
HEAD = 4


def sound_of_token(token: Token) -> str:
    """Kana where it has a reading, else its own letters."""
    return (token.reading or folded(token.surface)).replace(" ", "")


def sound(text: str, known: Lexicon | None = None) -> str:
    """What a text sounds like, in two parts: how its words begin (|いばし|きがる), and all of it loosely."""
    # The dictionary does not know words in half-width kana.
    text = unicodedata.normalize("NFKC", text)
    tokens = read(text, known or lexicon())
    # A name with a reading is one word to the lexicon; those inside of it begin as well.
    heads = dict.fromkeys([*beginnings(tokens), *beginnings(analysed(text))])
    begins = "".join(WORD + head for head in heads if is_sound(head[:1]))
    return f"{begins} {loose(''.join(map(sound_of_token, tokens)))}"


def beginnings(tokens: Iterable[Token]) -> Iterator[str]:
    """The first kana from each word on, over its end if it is short."""
    words = list(tokens)
    whole = "".join(map(sound_of_token, words))
    at = 0
    for word in words:
        if word.is_word:
            yield whole[at : at + HEAD]
        at += len(sound_of_token(word))


def kana(text: str) -> str:
    """A text in hiragana as far as its sound is known."""
    return "".join(sound_of_token(token) for token in read(text, lexicon()))
