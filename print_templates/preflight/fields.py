"""Which field of the editor or member a printed text comes from."""

import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from print_templates.content import Content, Imprint, Place
from print_templates.variants import FURIGANA

#: What editors and members call the fields.
LABELS = {
    "phrase": _("catchphrase"), "reading": _("reading"), "sub_copy": _("sub-copy"), "lead": _("lead"),
    "loose_ties": _("what loose ties are"), "issuer": _("issuer"), "office": _("office"),
    "contact_phone": _("telephone for questions"), "small_things": _("small things"), "places": _("cases"),
    "desks": _("desks"), "chart": _("figure"), "name": _("name of the organisation"),
    "message": pgettext_lazy("imprint", "message"), "contact": pgettext_lazy("imprint", "contact"), "logo": _("logo"),
    "address": _("address below the code"), "code": _("two-dimensional code"), "key_picture": _("key picture"),
    "by_hand": _("lines to write on"), "key_words": _("Words and their readings"),
}  # fmt: skip
#: A stray letter or two that a text happens to share says nothing of where it comes from.
LEAST = 2


def fields_of(content: Content | None = None, words: Imprint | None = None) -> dict[str, str]:
    """The words of an edition and of an imprint by field, for Expected.fields."""
    found: dict[str, str] = {}
    if content is not None:
        chart = content.chart
        found |= {
            "phrase": content.phrase, "reading": content.reading, "key_words": read(content), "sub_copy": content.sub_copy,
            "lead": content.lead, "loose_ties": content.loose_ties, "issuer": content.issuer,
            "office": content.issuer_note, "contact_phone": content.contact,
            "small_things": lines(*((thing.title, thing.text) for thing in content.small_things)),
            "places": told(content.places),
            "desks": lines(*((desk.name, desk.phone, desk.hours, desk.topics) for desk in content.desks)),
            "chart": lines((chart.title, chart.value, chart.source, chart.alternative)) if chart else "",
        }  # fmt: skip
        if chart is not None:
            found["chart"] += "\n" + "\n".join(part.label for part in chart.parts)
    if words is not None:
        found |= {
            "name": words.name, "message": words.message, "contact": words.contact, "address": words.address,
            "by_hand": lines(words.by_hand),
        }  # fmt: skip
        found["places"] = lines((found.get("places", ""), told(words.places)))
    return {key: text for key, text in found.items() if text}


def read(content: Content) -> str:
    """The readings that stand over words; only the version that shows them has any."""
    return lines(tuple(known.reading for known in content.readings)) if content.variant == FURIGANA else ""


def told(places: tuple[Place, ...]) -> str:
    """What is printed of places."""
    return lines(*((place.name, place.area, place.address, place.summary) for place in places))


def lines(*groups: tuple[str, ...]) -> str:
    return "\n".join(text for group in groups for text in group if text)


def plain(text: str) -> str:
    """A text as it can be compared: width and white space forgotten."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def field_of(text: str, fields: Mapping[str, str]) -> str:
    """The field whose words share the longest piece with a printed text, or nothing.

    Of two that share as much the one wins that has it as a line of its own, or that says little else: a name that is
    also in a sentence is the name.
    """
    printed = plain(text)
    best, chosen = (LEAST - 1, False, 0.0), ""
    for key, words in fields.items():
        known = plain(words)
        match = SequenceMatcher(None, printed, known, autojunk=False).find_longest_match()
        alone = any(plain(line) == printed for line in words.splitlines())
        score = (match.size, alone, match.size / max(len(known), 1))
        if match.size >= LEAST and score > best:
            best, chosen = score, key
    return chosen if 2 * best[0] >= len(printed) or best[0] > 3 else ""
