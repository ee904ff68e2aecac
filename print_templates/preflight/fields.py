"""Which field of the editor or member a printed text comes from."""

import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from print_templates.content import Content, Imprint

#: What editors and members call the fields.
LABELS = {
    "phrase": _("catchphrase"), "reading": _("reading"), "sub_copy": _("sub-copy"), "lead": _("lead"),
    "loose_ties": _("what loose ties are"), "issuer": _("issuer"), "office": _("office"),
    "contact_phone": _("telephone for questions"), "small_things": _("small things"), "places": _("cases"),
    "desks": _("desks"), "chart": _("figure"), "name": _("name of the organisation"),
    "contact": pgettext_lazy("imprint", "contact"), "address": _("address below the code"), "logo": _("logo"),
    "code": _("two-dimensional code"),
}  # fmt: skip
#: A stray letter or two that a text happens to share says nothing of where it comes from.
LEAST = 2


def fields_of(content: Content | None = None, words: Imprint | None = None) -> dict[str, str]:
    """The words of an edition and of an imprint by field, for Expected.fields."""
    found: dict[str, str] = {}
    if content is not None:
        chart = content.chart
        found |= {
            "phrase": content.phrase, "reading": content.reading, "sub_copy": content.sub_copy,
            "lead": content.lead, "loose_ties": content.loose_ties, "issuer": content.issuer,
            "office": content.issuer_note, "contact_phone": content.contact,
            "small_things": lines(*((thing.title, thing.text) for thing in content.small_things)),
            "places": lines(*((place.name, place.area, place.address, place.summary) for place in content.places)),
            "desks": lines(*((desk.name, desk.phone, desk.hours, desk.topics) for desk in content.desks)),
            "chart": lines((chart.title, chart.value, chart.source, chart.alternative)) if chart else "",
        }  # fmt: skip
        if chart is not None:
            found["chart"] += "\n" + "\n".join(part.label for part in chart.parts)
    if words is not None:
        found |= {"name": words.name, "contact": words.contact, "address": words.address}
    return {key: text for key, text in found.items() if text}


def lines(*groups: tuple[str, ...]) -> str:
    return "\n".join(text for group in groups for text in group if text)


def plain(text: str) -> str:
    """A text as it can be compared: width and white space forgotten."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def field_of(text: str, fields: Mapping[str, str]) -> str:
    """The field whose words share the longest piece with a printed text, or nothing.

    Of two that share as much the one that says little else wins: a name that is also in a sentence is the name.
    """
    printed = plain(text)
    best, chosen = (LEAST - 1, 0.0), ""
    for key, words in fields.items():
        known = plain(words)
        match = SequenceMatcher(None, printed, known, autojunk=False).find_longest_match()
        score = (match.size, match.size / max(len(known), 1))
        if match.size >= LEAST and score > best:
            best, chosen = score, key
    return chosen if 2 * best[0] >= len(printed) or best[0] > 3 else ""
