"""Type: large enough to be read by the people for whom it is printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from print_templates.preflight.document import Document
from print_templates.preflight.fields import field_of
from print_templates.preflight.finding import Finding
from print_templates.preflight.sight import Letter
from print_templates.preflight.words import TOLD, by_field, lines, text_of

#: Below this, in pt, strokes of kanji fill with ink and nobody reads them. Our smallest text is the edition on an
#: A4 poster with 5.6 pt; the smallest that Japan's labelling rules allow on any package is 5.5 pt.
SMALLEST = 5.0
#: Sizes are computed from rounded figures.
ROUNDING = 0.05


@dataclass(frozen=True)
class Rule:
    """The smallest size in pt of the fields that a design's reader must get at (PRINT.md 1 and 7)."""

    artefact: str
    smallest: float
    fields: frozenset[str]


#: A4 flyer: notes at least 10.5 pt (who issued it and which edition is a colophon and no note);
#: A2 poster: key text at least 28 pt. A1 is read from as far away.
RULES = (
    Rule("flyer-a4-", 10.5, frozenset({"lead", "loose_ties", "places", "desks", "chart", "contact", "address"})),
    Rule("poster-a2-", 28.0, frozenset({"phrase", "sub_copy"})),
    Rule("poster-a1-", 28.0, frozenset({"phrase", "sub_copy"})),
)  # fmt: skip


def smallest_type(document: Document) -> Iterator[Finding]:
    """No text is too small to be read anywhere, and none of a known design is below its own rule."""
    for number, letters in enumerate(document.letters, start=1):
        tiny = [letter for letter in letters if letter.size < SMALLEST - ROUNDING]
        for field, text, small in by_field(tiny, letters, document.expected.fields):
            size = min(letter.size for letter in small)
            message = _(
                "“%(text)s” is set in %(pt)s pt and cannot be read; make it shorter or give it more room."
            )
            yield Finding("type", message % {"text": text, "pt": f"{size:.1f}"}, number, field=field)
        yield from below_rules(document, letters, number)


def below_rules(document: Document, letters: list[Letter], page: int) -> Iterator[Finding]:
    for rule in RULES:
        if document.expected.artefact.startswith(rule.artefact):
            for field, small in small_words(letters, rule, document.expected.fields):
                message = _("“%(text)s” is set in %(pt)s pt, less than %(least)s pt; make it shorter.")
                size = f"{min(letter.size for letter in small):.1f}"
                told = {"text": text_of(small[:TOLD]), "pt": size, "least": f"{rule.smallest:g}"}
                yield Finding("type", message % told, page, "warning", field)


def small_words(
    letters: list[Letter], rule: Rule, fields: Mapping[str, str]
) -> Iterator[tuple[str, list[Letter]]]:
    """The fields of a rule that are set smaller than it says, each with the letters of its first such piece."""
    told: set[str] = set()
    for run in lines(letters):
        if SMALLEST - ROUNDING <= run[0].size < rule.smallest - ROUNDING:
            field = field_of(text_of(run), fields)
            if field in rule.fields and field not in told:
                told.add(field)
                yield field, run
