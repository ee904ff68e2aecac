"""Which entries have the words of a search: the same on every database, because nothing but the place of letters in
letters is asked of it (INSTR, STRPOS).

A word in the name counts more than one in the lead, that more than one in the text; as it is written more than at the
beginning of a sound, that more than inside of one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import reduce
from operator import add, and_, or_
from uuid import UUID

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from wagtail.models import Page

from campaigns.languages.order import order
from home.search.models import SearchEntry
from home.search.sound import HEAD, WORD
from home.search.words import LONG, Word, by_sound, is_heard, parts_of, words_of

#: In the order of what counts more.
PARTS = ("title", "lead", "body")
#: Ranks that each part has, and the rank of a word that is nowhere: no sum of others reaches it.
RANKS, NOWHERE = 3, 100


class Manner(Enum):
    """How it was found; the later ones only when the earlier have found nothing."""

    ALL = auto()
    SOUND = auto()
    ANY = auto()
    NONE = auto()


@dataclass(frozen=True)
class Hit:
    """A thing, by that entry of it which has the words in the best language for the reader."""

    entry: int
    kind: str
    rank: int
    translation: UUID | None = None


@dataclass(frozen=True)
class Finding:
    manner: Manner
    words: Sequence[Word]
    #: All entries that anybody may see.
    visible: QuerySet[SearchEntry]
    hits: Sequence[Hit] = ()

    @property
    def loosely(self) -> bool:
        return self.manner is Manner.SOUND


def find(typed: str, language: str) -> Finding:
    """What has the words typed, the page's language first. At most three searches."""
    visible = anybody_may_see()
    for manner, words in attempts(typed):
        hits = found(visible, words, manner, language)
        whole = [hit for hit in hits if hit.rank < NOWHERE]
        # Where one has all words, those with some are not shown.
        if manner is Manner.ANY and whole:
            return Finding(Manner.ALL, words, visible, once(whole))
        if hits:
            return Finding(manner, words, visible, once(hits))
    return Finding(Manner.NONE, words_of(typed), visible)


def attempts(typed: str) -> Iterator[tuple[Manner, list[Word]]]:
    """All words; all words by their sound; any of them, or of the words inside of them if these are more."""
    words = words_of(typed)
    if not words:
        return
    yield Manner.ALL, words
    if not all(is_heard(word) for word in words):
        yield Manner.SOUND, [by_sound(word) for word in words]
    several = max(words, parts_of(typed), key=len)
    if len(several) > 1:
        yield Manner.ANY, several


def found(visible: QuerySet[SearchEntry], words: Sequence[Word], manner: Manner, language: str) -> list[Hit]:
    loosely = manner is Manner.SOUND
    ranks: list[Combinable] = [rank(word, loosely=loosely) for word in words]
    languages = [When(language=code, then=place) for place, code in enumerate(order(language))]
    rows = (
        visible.filter(
            reduce(or_ if manner is Manner.ANY else and_, [anywhere(word, loosely=loosely) for word in words])
        )
        .annotate(
            total=reduce(add, ranks),
            foreign=Case(*languages, default=len(languages), output_field=IntegerField()),
        )
        .order_by("foreign", "total", "position", "object_id")
        .values_list("pk", "kind", "total", "translation")
    )
    return [Hit(*row) for row in rows]


def once(hits: Iterable[Hit]) -> list[Hit]:
    """Each thing once, whatever number of languages it was found in: as it was found first."""
    found: dict[UUID | int, Hit] = {}
    for hit in hits:
        found.setdefault(hit.translation or hit.entry, hit)
    return list(found.values())


def anybody_may_see() -> QuerySet[SearchEntry]:
    """Entries of things, and of pages that are live and not behind a password or a login."""
    return SearchEntry.objects.filter(Q(page=None) | Q(page__in=Page.objects.live().public()))


def anywhere(word: Word, *, loosely: bool) -> Q:
    """Whether the word is somewhere: a question that is answered sooner than where."""
    found = Q()
    for part in PARTS:
        written, begins, inside = conditions(word, part, loosely=loosely)
        # Whatever begins with a sound has it inside.
        for condition in (written, inside or begins):
            found |= condition or Q()
    return found


def rank(word: Word, *, loosely: bool) -> Case:
    """Where the word stands, the lower the better; NOWHERE if it does not."""
    whens = [When(title_letters=word.letters, then=Value(0))]
    for place, part in enumerate(PARTS):
        for better, condition in enumerate(conditions(word, part, loosely=loosely)):
            if condition is not None:
                whens.append(When(condition, then=Value(1 + place * RANKS + better)))
    return Case(*whens, default=Value(NOWHERE), output_field=IntegerField())


def conditions(word: Word, part: str, *, loosely: bool) -> tuple[Q | None, Q | None, Q | None]:
    """What makes it stand there, the best first: as it is written; where a word sounds so; inside of a sound."""
    sounds = f"{part}_sound"
    written = None if word.letters == word.sound else has(f"{part}_letters", word.letters)
    if not word.sound:
        return written, None, None
    begins, inside = has(sounds, WORD + word.sound[:HEAD]), has(sounds, word.loose_sound)
    long = len(word.sound) > HEAD
    return (
        written,
        begins & inside if long else begins,
        inside if loosely or len(word.sound) >= LONG else None,
    )


def has(field: str, letters: str) -> Q:
    return Q(GreaterThan(StrIndex(F(field), Value(letters)), 0))
