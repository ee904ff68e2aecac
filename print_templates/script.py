"""How the words of a version are written, as far as a laid out PDF does not know it by itself."""

from dataclasses import dataclass
from typing import Self

from pikepdf import Pdf

from print_templates import tagging
from print_templates.content import Content
from print_templates.fonts import lettering
from print_templates.upright import write_vertically
from print_templates.variants import FURIGANA, VERTICAL


@dataclass(frozen=True)
class Script:
    """The phrase as it is spoken, the family that stands upright, and whether readings stand over words."""

    phrase: str = ""
    upright: str = ""
    readings: bool = False

    @classmethod
    def of(cls, content: Content) -> Self:
        family = lettering(900, content.language).family if content.variant == VERTICAL else ""
        apart = "" if content.variant in (VERTICAL, FURIGANA) else " "
        return cls(apart.join(content.phrase.split()), family, content.variant == FURIGANA)

    def finish(self, pdf: Pdf, *, tagged: bool) -> None:
        """Vertical writing where letters stand upright; in the tag tree one phrase, and words with their readings."""
        for page in pdf.pages if self.upright else ():
            write_vertically(pdf, page, self.upright)
        if tagged and self.phrase:
            tagging.say_phrase(pdf, self.phrase)
        if tagged and self.readings:
            tagging.tag_readings(pdf)


#: A document that needs nothing of that.
PLAIN = Script()
