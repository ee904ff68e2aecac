"""What somebody has typed, as words to look for."""

from dataclasses import dataclass

from campaigns.reading.analyser import analysed
from campaigns.reading.kana import has_kanji
from home.search.letters import folded, is_sound, loose
from home.search.sound import kana

#: Letters of a search that are read, and words of it that are looked for.
MOST_LETTERS, MOST_WORDS = 100, 6
#: Kana that are enough to be looked for inside of words.
LONG = 4
#: Kana in one go that may be more than one word.
SENTENCE = 8
#: A sound with fewer letters is found nowhere.
LEAST = 2


@dataclass(frozen=True)
class Word:
    """A word to look for: by its letters, and by its sound in hiragana where it has one."""

    letters: str
    sound: str = ""

    @property
    def is_short_sound(self) -> bool:
        return self.letters == self.sound and len(self.sound) < LONG

    @property
    def loose_sound(self) -> str:
        return loose(self.sound)


def words_of(typed: str) -> list[Word]:
    """The words of a search, each once, in their order."""
    letters = folded(typed[:MOST_LETTERS]).split()
    return [word_of(each) for each in dict.fromkeys(letters) if is_enough(each)][:MOST_WORDS]


def word_of(letters: str) -> Word:
    """A word of kana is its own sound; one that mixes kana and kanji may be written otherwise (子ども, 子供)."""
    if is_sound(letters):
        return Word(letters, letters)
    spoken = kana(letters) if has_kanji(letters) and any(is_sound(letter) for letter in letters) else ""
    return Word(letters, spoken if is_sound(spoken) else "")


def is_enough(letters: str) -> bool:
    """One kanji is a word; one kana or Latin letter is in everything."""
    return len(letters) >= LEAST or has_kanji(letters)


def parts_of(typed: str) -> list[Word]:
    """The words inside of what was typed in one go: 子どもと遊べる場所 is 子ども, 遊べる and 場所."""
    parts = [
        folded(token.surface)
        for piece in typed[:MOST_LETTERS].split()
        for token in analysed(piece)
        if token.is_word and not (is_sound(folded(piece)) and len(piece) < SENTENCE)
    ]
    return [word_of(each) for each in dict.fromkeys(parts) if is_enough(each)][:MOST_WORDS]


def is_heard(word: Word) -> bool:
    """Whether it is looked for inside of sounds anyway."""
    return len(word.sound) >= LONG


def by_sound(word: Word) -> Word:
    """The same word, looked for by its sound as well."""
    spoken = word.sound or kana(word.letters)
    return Word(word.letters, spoken if is_sound(spoken) and len(spoken) >= LEAST else "")
