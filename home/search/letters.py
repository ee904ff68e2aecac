"""One form for all ways to write the same: width, case, kana, old kanji; and what of a word's sound is compared."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from campaigns.reading.kana import USUAL_FORM
from print_templates.ruby import hiragana

#: Voicing marks as characters of their own, and what Latin letters carry: accents.
VOICING = "\u3099\u309a"
ACCENTS = range(0x300, 0x370)
SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
KANA_LETTERS = frozenset(chr(code) for code in range(0x3041, 0x3097)) | {"ー", "ゝ", "ゞ"}


def folded(text: str) -> str:
    """The letters that are compared: ＮＰＯ and npo, ｶﾌｪ and かふぇ, 髙 and 高 are the same; marks become spaces."""
    return " ".join("".join(letters for letters, _start, _end in clusters(text)).split())


def clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each letter with what belongs to it (ｶﾞ), folded, and where it stands in the text."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and (text[end] in "ﾞﾟ" or unicodedata.combining(text[end])):
            end += 1
        yield folded_letter(text[start:end]), start, end
        start = end


@lru_cache(maxsize=8_192)
def folded_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter).casefold().translate(USUAL_FORM)
    bare = "".join(mark for mark in unicodedata.normalize("NFD", hiragana(plain)) if ord(mark) not in ACCENTS)
    kept = unicodedata.normalize("NFC", bare)
    return "".join(mark if unicodedata.category(mark)[0] in "LNM" else " " for mark in kept)


def loose(kana: str) -> str:
    """A sound without what is easily heard or typed otherwise: しゅうかいじょ and しゅうかいしょ are the same."""
    bare = unicodedata.normalize("NFD", kana).translate(dict.fromkeys(map(ord, VOICING)))
    return bare.translate(SMALL)


def is_sound(word: str) -> bool:
    """Whether a folded word is kana alone."""
    return bool(word) and KANA_LETTERS.issuperset(word)
