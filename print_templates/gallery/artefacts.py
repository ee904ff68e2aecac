"""Which artefacts are shown, and each as a PDF: a theme's designs on every sheet, versions, phrases, languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from print_templates import variants
from print_templates.content import Content
from print_templates.design import Design, all_designs
from print_templates.gallery import screens
from print_templates.gallery.drawing import on_screen
from print_templates.imprint import imprint
from print_templates.plate import lay_out
from print_templates.preflight.fields import fields_of
from print_templates.proof import sample_imprint
from print_templates.samples import samples
from print_templates.sheet import Sheet
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import SURFACES

#: The design that stands for the surfaces of screens.
SCREEN = "screen"
#: The words that a theme was drawn for.
OWN = "own"


@dataclass(frozen=True)
class Artefact:
    """One thing to be shown: a theme on a sheet of a design, or on a screen, with a sample's words in a variant."""

    theme: str
    design: str
    sheet: str
    sample: str = OWN
    variant: str = variants.STANDARD

    @property
    def name(self) -> str:
        parts = (self.theme, self.design, self.sheet, self.sample, self.variant)
        return "-".join(part for part in parts if part not in (OWN, variants.STANDARD))

    @property
    def content(self) -> Content:
        """The words it is filled with. Raises KeyError for an unknown sample or variant."""
        return variants.version(samples(self.theme)[self.sample], self.variant)

    @property
    def paper(self) -> Sheet | None:
        """The sheet it is printed on; None for a screen."""
        return None if self.design == SCREEN else all_designs()[self.design].sheet(self.sheet)

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The theme's surface that each of its pages shows."""
        return (self.sheet,) if self.design == SCREEN else all_designs()[self.design].pages(self.content)

    @property
    def is_composed(self) -> bool:
        """Whether the theme has all the scenes that it needs."""
        return all(surface in find_theme(self.theme).scenes for surface in self.surfaces)

    @property
    def fields(self) -> dict[str, str]:
        """All its words by field."""
        return fields_of(self.content, None if self.design == SCREEN else sample_imprint())

    def pdf(self) -> bytes:
        """The finished file: one page for each of its surfaces, in the first finish of its sheet."""
        sheet = self.paper
        if sheet is None:
            return screens.screen(find_theme(self.theme), self.sheet, self.content)
        plate = lay_out(all_designs()[self.design], self.content, sheet, sheet.finishes[0])
        return imprint(plate, sample_imprint())


def artefacts(theme: str, designs: tuple[str, ...] = (), *, quick: bool = False) -> list[Artefact]:
    """All that is shown of a theme, or of some designs (`screen` is one); `quick` one sheet of each design."""
    wanted = [design for key, design in all_designs().items() if not designs or key in designs]
    found = list(main_sheets(theme, wanted) if quick else on_paper(theme, wanted))
    if not designs or SCREEN in designs:
        found += [Artefact(theme, SCREEN, surface) for surface in SURFACES if on_screen(surface)]
    return found


def main_sheets(theme: str, designs: list[Design], sample: str = OWN) -> Iterator[Artefact]:
    """A sample on the first sheet of each design."""
    for design in designs:
        yield Artefact(theme, design.key, design.sheets[0].key, sample)


def on_paper(theme: str, designs: list[Design]) -> Iterator[Artefact]:
    """The theme's own words on every sheet, then its versions, then other words."""
    for design in designs:
        yield from (Artefact(theme, design.key, sheet.key) for sheet in design.sheets)
    every = samples(theme)
    by_key = {design.key: design for design in designs}
    for variant in variants.variants(every[OWN])[1:]:
        for key in variants.designs(variant, tuple(by_key)):
            yield Artefact(theme, key, by_key[key].sheets[0].key, OWN, variant)
    for sample in every:
        if sample != OWN:
            yield from main_sheets(theme, designs, sample)
