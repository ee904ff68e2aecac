"""WeasyPrint, warm: the reference's HTML to PDF, fonts configured once, logo and HTML made beforehand."""

from print_templates import plate
from print_templates.content import Imprint
from print_templates.plate import Assets
from print_templates.reference import assets, reference_html
from tests.bench import poster

Page = tuple[str, Assets]


class WeasyPrint:
    """One process with one font configuration (plate.py keeps it)."""

    def __init__(self, words: list[Imprint]) -> None:
        self.make(self.ready(words[0]))

    def ready(self, words: Imprint) -> Page:
        source = reference_html(poster.design(), poster.content(), poster.sheet(), "press", words)
        return source, assets(words, "press")

    def make(self, page: Page) -> bytes:
        source, pictures = page
        return plate.typeset(source, "press", pictures)

    def close(self) -> None:
        """Nothing is left open."""
