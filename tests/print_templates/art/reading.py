"""What a finished PDF shows, read back with other people's programs: its lines of words and their places."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from print_templates.content import Content
from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.plate import lay_out
from print_templates.preflight.document import opened
from print_templates.preflight.finding import Expected
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.sight import Letter, Sight, letters_by_page
from print_templates.preflight.words import lines, text_of
from print_templates.proof import sample_imprint
from print_templates.sheet import Layout
from tests.print_templates.conftest import Artefact, Key, keys


@dataclass(frozen=True)
class Line:
    """A run of letters of one size on a page (from 0): size in pt, box in mm from the trim's top left."""

    page: int
    text: str
    size: float
    box: Rectangle
    letters: tuple[Letter, ...]


def keys_of(*designs: str, sheet: str = "") -> list[Key]:
    """The artefacts of some designs, on one sheet or on all."""
    return [key for key in keys() if key[1] in designs and key[2] == (sheet or key[2])]


@cache
def letters(artefact: Artefact) -> list[list[Letter]]:
    return letters_by_page(artefact.pdf)


@lru_cache(maxsize=1)
def sights(artefact: Artefact) -> list[Sight]:
    """Every page's pixels with and without letters; large ones, so only the last file's are kept."""
    document = opened(artefact.pdf, Expected())
    with document.pdf:
        return document.sights


@cache
def read(artefact: Artefact) -> list[Line]:
    """Every line of every page."""
    return list(lines_of(letters(artefact), artefact.plate.layout))


def lines_of(pages: list[list[Letter]], layout: Layout) -> Iterator[Line]:
    for page, found in enumerate(pages):
        for line in lines(found):
            box = from_trim(around([letter.box for letter in line]), layout)
            size = max(letter.size for letter in line)
            yield Line(page, text_of(line), size, box, tuple(line))


def around(boxes: list[Rectangle]) -> Rectangle:
    return Rectangle(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def from_trim(box: Rectangle, layout: Layout) -> Rectangle:
    """A box on the page as it lies from the trim's top left, downwards; `bottom` is the upper edge's depth."""
    left, top = layout.trim.x, layout.height - layout.trim.y
    return Rectangle(box.left - left, top - box.top, box.right - left, top - box.bottom)


def codes(artefact: Artefact) -> list[tuple[int, Rectangle]]:
    """Every code that can be read: its page and its box in mm from the trim's top left."""
    document = opened(artefact.pdf, Expected())
    with document.pdf:
        return [(code.page, from_trim(code.box, artefact.plate.layout)) for code in document.codes]


@cache
def laid_out(content: Content, design: str, sheet: str) -> tuple[bytes, Layout]:
    """Other words on a sheet of a design for the press, imprinted."""
    found = all_designs()[design]
    plate = lay_out(found, content, found.sheet(sheet), "press")
    return imprint(plate, sample_imprint()), plate.layout


def plain(text: str) -> str:
    return "".join(text.split())
