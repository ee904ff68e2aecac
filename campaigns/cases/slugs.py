"""A name in addresses for a new case."""

from itertools import count
from typing import Any

from django.utils.text import slugify

from campaigns.members.joining.slugs import has_kanji
from campaigns.reading.romanising import romanised

#: Letters of a name in addresses, with room for a number behind it.
MOST_LETTERS = 50
#: What a name without a reading becomes.
USUAL = "place"


def free_slug(case: Any) -> str:
    """The reading, or a name that needs none, in Latin letters; with a number where its language has that already."""
    source = case.reading or case.name
    base = "" if has_kanji(source) else slugify(romanised(source))[:MOST_LETTERS].strip("-")
    base = base or USUAL
    same = type(case).objects.filter(slug__startswith=base, locale=case.locale_id).exclude(pk=case.pk)
    taken = set(same.values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(slug for number in count(2) if (slug := f"{base}-{number}") not in taken)
