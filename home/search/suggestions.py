"""Words of this site that sound nearly like one that is nowhere."""

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import add, or_

from django.db.models import Case, IntegerField, Value, When

from campaigns.reading.kana import has_kanji
from campaigns.reading.lexicon import lexicon, read
from home.search.finding import anybody_may_see, has
from home.search.letters import folded, loose
from home.search.sound import kana, sound_of_token

#: Suggestions shown; names looked through; pairs of kana compared.
MOST, NAMES, PAIRS = 3, 40, 12
#: Kana for each of which one may be another: in a shorter word, one other kana makes another word.
FOR_ONE_OTHER = 4
#: Particles of one kana, which somebody may have typed behind a word.
PARTICLES = "のはがをにへとでもや"


@dataclass(frozen=True)
class Suggestion:
    """A word to look for instead, and how it is read if that is not plain."""

    word: str
    reading: str = ""

    @property
    def sound(self) -> str:
        return self.reading or folded(self.word)


def suggestions(typed: str, language: str) -> list[Suggestion]:
    """The nearest words of names and leads in this language, the most alike first. One query."""
    sought = loose(kana(folded(typed)).replace(" ", ""))
    pairs = list(dict.fromkeys(sought[at : at + 2] for at in range(len(sought) - 1)))[:PAIRS]
    if len(sought) < FOR_ONE_OTHER:
        return []
    wordings = {sought, sought[:-1]} if sought[-1] in PARTICLES else {sought}
    apart = {
        suggestion: min(distance(wording, loose(suggestion.sound)) / len(wording) for wording in wordings)
        for title, lead in names_with(pairs, language)
        for suggestion in words_in(f"{title}\n{lead}")
    }
    near = [each for each, share in apart.items() if share <= 1 / FOR_ONE_OTHER]
    return sorted(near, key=lambda each: (apart[each], each.word))[:MOST]


def distance(one: str, other: str) -> int:
    """How many kana to exchange, leave out or put in make one of the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, kana_of_one in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, kana_of_other in enumerate(other, 1):
            exchanged = before + (kana_of_one != kana_of_other)
            before, row[place] = row[place], min(exchanged, row[place] + 1, row[place - 1] + 1)
    return row[-1]


def names_with(pairs: list[str], language: str) -> list[tuple[str, str]]:
    conditions = [has(field, pair) for pair in pairs for field in ("title_sound", "lead_sound")]
    shared = [Case(When(each, then=Value(1)), default=0, output_field=IntegerField()) for each in conditions]
    rows = anybody_may_see().filter(reduce(or_, conditions), language=language)
    best = rows.annotate(shared=reduce(add, shared)).order_by("-shared", "position", "object_id")
    return list(best.values_list("title", "lead")[:NAMES])


def words_in(text: str) -> list[Suggestion]:
    """Nouns, and two words in a row where both have kanji: 居 and 場所 are no help apart."""
    tokens = read(text, lexicon())
    found = [(token.surface, sound_of_token(token)) for token in tokens if token.is_word and token.is_noun]
    for one, other in pairwise(tokens):
        if one.reading and other.reading and one.is_word and other.is_word:
            found.append((one.surface + other.surface, one.reading + other.reading))
    return [
        Suggestion(surface, sound if has_kanji(surface) else "")
        for surface, sound in found
        if len(sound) > 1 and not surface.isdigit()
    ]
