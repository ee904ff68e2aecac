"""A name in addresses for a new organisation."""

from itertools import count

from django.utils.text import slugify

from campaigns.members.models import Organisation
from campaigns.members.text import RESERVED_SLUGS
from campaigns.reading.romanising import romanised

#: Letters of a name in addresses, with room for a number behind it.
MOST_LETTERS = 50


def free_slug(name: str, reading: str) -> str:
    """The reading, or a name that needs none, in Latin letters; else `member`. With a number where it is taken."""
    source = reading or name
    base = "" if has_kanji(source) else slugify(romanised(source))[:MOST_LETTERS].strip("-")
    base = base or "member"
    taken = RESERVED_SLUGS | set(
        Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    )
    if base not in taken and base != "member":
        return base
    first = 1 if base == "member" else 2
    return next(slug for number in count(first) if (slug := f"{base}-{number}") not in taken)


def has_kanji(text: str) -> bool:
    """Whether it has letters whose reading cannot be told: such a name would lose its middle."""
    return any("\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" for letter in text)
