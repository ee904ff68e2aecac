"""Names in addresses: small Latin letters made of how something is read."""

import re
from collections.abc import Container
from itertools import count
from typing import Any

from django.utils.text import slugify

from campaigns.reading.analyser import Token, analysed
from campaigns.reading.kana import has_kanji
from campaigns.reading.romanising import romanised

#: Letters of a name in addresses, with room for a number behind it.
MOST_LETTERS = 50
#: Particles that sound otherwise than they are written.
PARTICLES = {"は": "わ", "へ": "え"}


def latin(text: str, reading: str = "", most: int = MOST_LETTERS) -> str:
    """The reading in small Latin letters; without one, the text's own words with hyphens between them.

    Empty where nothing can be read. What is too long ends with a whole word.
    """
    name = slugify(romanised(reading)) if reading and not has_kanji(reading) else slugify(of_words(text))
    if len(name) > most:
        words = name[: most + 1]
        name = words.rpartition("-")[0] or words[:most]
    return name.strip("-")


def of_words(text: str) -> str:
    """Each word as it sounds. One whose kanji nobody can read is left out."""
    words = "-".join(sound(token) for token in analysed(text))
    # An ending after っ belongs to its word: 会っ-て is atte.
    return romanised(words.replace("っ-", "っ"))


def sound(token: Token) -> str:
    if has_kanji(token.surface):
        return token.reading
    # Marks divide words.
    surface = token.surface if re.search(r"\w", token.surface) else " "
    return surface if token.is_word else PARTICLES.get(surface, surface)


def free(base: str, taken: Container[str]) -> str:
    """The name, with a number where it is taken."""
    if base not in taken:
        return base
    return next(name for number in count(2) if (name := f"{base}-{number}") not in taken)


def free_slug(thing: Any, text: str, reading: str, usual: str, most: int = MOST_LETTERS) -> str:
    """A name in addresses that nothing else of the thing's kind and language has; `usual` where nothing can be read."""
    base = latin(text, reading, most) or usual
    same = type(thing)._default_manager.filter(slug__startswith=base, locale=thing.locale_id)
    return free(base, set(same.exclude(pk=thing.pk).values_list("slug", flat=True)))
