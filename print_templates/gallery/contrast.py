"""Every pair of words and ground that a finished PDF really shows, with its contrast as WCAG 2.2 measures it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from print_templates.preflight.contrast import NUMBER, PHONE, TEXT, against
from print_templates.preflight.document import opened
from print_templates.preflight.fields import field_of
from print_templates.preflight.finding import Expected
from print_templates.preflight.sight import Colour, Letter, Sight
from print_templates.preflight.words import lines, text_of

#: What a telephone number is called among the fields, and what no field has said.
TELEPHONE, OTHER = "telephone", "other"


@dataclass(frozen=True)
class Pair:
    """The worst place of one kind of words in one colour: a field, both colours, and the contrast found."""

    field: str
    ink: Colour
    ground: Colour
    ratio: float
    text: str

    @property
    def needed(self) -> float:
        """PRINT.md 7: telephone numbers need more than other words."""
        return PHONE if self.field == TELEPHONE else TEXT

    @property
    def passes(self) -> bool:
        return self.ratio >= self.needed


def pairs(pdf: bytes, fields: Mapping[str, str]) -> list[Pair]:
    """The worst pair of every field and colour on all pages; `fields` as `fields_of` gives them."""
    document = opened(pdf, Expected())
    with document.pdf:
        pages = zip(document.letters, document.sights, strict=True)
        return worst(pair for letters, sight in pages for pair in on_page(letters, sight, fields))


def on_page(letters: list[Letter], sight: Sight, fields: Mapping[str, str]) -> Iterable[Pair]:
    for line in lines(letters):
        words = text_of(line)
        field = field_of(words, fields) or OTHER
        number = {place for found in NUMBER.finditer(words) for place in range(*found.span())}
        for place, letter in enumerate(line):
            ratio, ground = against(letter, sight)
            yield Pair(TELEPHONE if place in number else field, letter.colour, ground, ratio, words)


def worst(found: Iterable[Pair]) -> list[Pair]:
    """One pair for each field and ink, in the order in which they were met."""
    kept: dict[tuple[str, Colour], Pair] = {}
    for pair in found:
        key = pair.field, pair.ink
        if key not in kept or pair.ratio < kept[key].ratio:
            kept[key] = pair
    return list(kept.values())
