"""A PDF under examination: what the checks look at, each read once and only when a check asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from print_templates.preflight.drawing import paints
from print_templates.preflight.finding import Expected
from print_templates.preflight.geometry import Circle, Rectangle, circle_in
from print_templates.preflight.paint import Paint
from print_templates.preflight.scan import Code, codes
from print_templates.preflight.sight import Letter, Sight, letters_by_page, sights

#: What viewers take a page for that does not say its size: US Letter, in mm.
LETTER = Rectangle(0, 0, 215.9, 279.4)


class Unreadable(ValueError):
    """The bytes are no PDF that can be opened."""


@dataclass
class Document:
    """An opened PDF, its bytes and what is expected of it."""

    source: bytes
    pdf: Pdf
    expected: Expected

    @cached_property
    def is_press(self) -> bool:
        """Whether the file says that it is for a press: an output intent of the PDF/X kind."""
        intents = self.pdf.Root.get(Name.OutputIntents, pikepdf.Array())
        return any(intent.get(Name.S) == Name.GTS_PDFX for intent in intents)

    @cached_property
    def drawn(self) -> list[list[Paint]]:
        """Everything painted, by page."""
        return [list(paints(page)) for page in self.pdf.pages]

    @cached_property
    def shown(self) -> list[Rectangle]:
        """What a viewer shows of each page."""
        boxes = [self.box(page, Name.CropBox) or self.box(page, Name.MediaBox) for page in self.pdf.pages]
        return [box or LETTER for box in boxes]

    @cached_property
    def codes(self) -> list[Code]:
        """Every code a phone would see."""
        return codes(self.source, self.shown)

    @cached_property
    def letters(self) -> list[list[Letter]]:
        """Every printed letter, by page."""
        return letters_by_page(self.source)

    @cached_property
    def sights(self) -> list[Sight]:
        """Every page's pixels."""
        return sights(self.source, self.shown)

    def bleed(self, number: int) -> Rectangle:
        """What is printed of a page (from 0), in mm: up to the bleed, or all that is shown."""
        return self.box(self.pdf.pages[number], Name.BleedBox) or self.shown[number]

    def said(self, page: pikepdf.Page, key: Name) -> pikepdf.Object | int | None:
        """What a page says, or one of the nodes above it, or None."""
        node: pikepdf.Object | None = page.obj
        for _level in range(32):
            if node is None:
                break
            if key in node:
                return node[key]
            node = node.get(Name.Parent)
        return None

    def box(self, page: pikepdf.Page, key: Name) -> Rectangle | None:
        """A page box in mm, its own or inherited, or None when it is not said."""
        edges = self.said(page, key)
        return Rectangle.of_points(*map(float, edges)) if isinstance(edges, pikepdf.Array) else None

    def trim(self, page: pikepdf.Page) -> Rectangle | None:
        """What is left after cutting, in mm; the whole medium where no trim is said."""
        return self.box(page, Name.TrimBox) or self.box(page, Name.MediaBox)

    @cached_property
    def is_fan(self) -> bool:
        return self.expected.name.startswith("fan-") or any(
            any(self.cuts(number)) for number in range(self.pages)
        )

    @property
    def pages(self) -> int:
        return len(self.pdf.pages)

    def cuts(self, page: int) -> list[Circle]:
        """Circles of the page's die line (the separation CutContour), in mm, the largest first."""
        lines = [
            paint for paint in self.drawn[page] if paint.kind == "stroke" and paint.ink.name == "CutContour"
        ]
        found = [circle for line in lines for box in line.boxes if (circle := circle_in(box))]
        return sorted(found, key=lambda circle: -circle.radius)


def opened(source: bytes, expected: Expected) -> Document:
    """The PDF ready for the checks. Raises Unreadable."""
    try:
        pdf = Pdf.open(BytesIO(source))
        if not len(pdf.pages):
            raise Unreadable
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, TypeError) as error:
        raise Unreadable from error
    return Document(source, pdf, expected)


def nested(thing: object, depth: int = 0) -> Iterator[Dictionary]:
    """A PDF object's dictionaries: itself and those written directly inside it, not those it refers to."""
    if isinstance(thing, pikepdf.Stream):
        thing = thing.stream_dict
    elif not isinstance(thing, pikepdf.Object):
        return
    if (depth > 0 and thing.is_indirect) or depth > 64:
        return
    if isinstance(thing, Dictionary):
        yield thing
        parts = list(thing.as_dict().values())
    else:
        parts = list(thing) if isinstance(thing, pikepdf.Array) else []
    for part in parts:
        yield from nested(part, depth + 1)


def dictionaries(pdf: Pdf) -> Iterator[Dictionary]:
    """Every dictionary of the file, wherever it hangs."""
    yield from nested(pdf.trailer)
    for thing in pdf.objects:
        yield from nested(thing)
