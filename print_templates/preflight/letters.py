"""Letters: nothing that must be read comes near the cut, the rim or the finger hole."""

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass

import pypdfium2  # noqa: TID251  raster.py reads its pixels, this its letters
from django.utils.translation import gettext as _

from print_templates.preflight.document import Document, Finding
from print_templates.preflight.geometry import Circle, Rectangle

#: Nothing that must be read comes nearer to a cut than this (PRINT.md 1), in mm.
SAFE = 5.0
#: A letter may stick out by its own roundness.
ROUNDING = 0.2
#: The fan that is cut out of A4 (PRINT.md 1): its diameter, its hole and the hole's centre above the edge, in mm.
OFFICE_FAN, OFFICE_HOLE, OFFICE_HOLE_RISE = 190.0, 19.0, 23.75


@dataclass(frozen=True)
class Letter:
    text: str
    box: Rectangle


@dataclass(frozen=True)
class SafeArea:
    """Where letters may stand: inside the paper, for a fan also inside the rim and outside the hole.

    What stands wholly below an office fan's rim is an instruction for whoever cuts it out.
    """

    paper: Rectangle
    rim: Circle | None = None
    hole: Circle | None = None
    below: float | None = None

    def has(self, letter: Rectangle) -> bool:
        if not self.paper.holds(letter, ROUNDING):
            return False
        if self.below is not None and letter.top < self.below:
            return True
        in_rim = self.rim is None or self.rim.holds(letter)
        off_hole = self.hole is None or not self.hole.touches(letter)
        return in_rim and off_hole


def inside_safe_area(document: Document) -> Iterator[Finding]:
    """Every letter lies in the safe area; a page's strays are told together, by the words they make."""
    for number, letters in enumerate(letters_by_page(document.source)):
        area = safe_area(document, number)
        if area is None:
            continue
        strays = [letter.text for letter in letters if not area.has(letter.box)]
        if strays:
            message = _(
                "“%(text)s” stands less than %(mm)s mm from a cut; move it inwards or make it shorter."
            )
            words = {"text": "".join(strays[:30]), "mm": f"{SAFE:g}"}
            yield Finding("safe", message % words, number + 1)


def safe_area(document: Document, number: int) -> SafeArea | None:
    """The safe area of a page (from 0); None when the page does not even say its size."""
    trim = document.trim(document.pdf.pages[number])
    if trim is None:
        return None
    paper = trim.grown(-SAFE)
    cuts = document.cuts(number)
    if cuts:
        return SafeArea(paper, shrunk(cuts[0]), grown(cuts[1]) if len(cuts) > 1 else None)
    if not document.is_fan:
        return SafeArea(paper)
    x, y = (trim.left + trim.right) / 2, (trim.bottom + trim.top) / 2
    if document.is_press:
        return SafeArea(paper, shrunk(Circle(x, y, trim.width / 2)))
    radius = OFFICE_FAN / 2
    hole = Circle(x, y - radius + OFFICE_HOLE_RISE, OFFICE_HOLE / 2)
    return SafeArea(paper, shrunk(Circle(x, y, radius)), grown(hole), below=y - radius)


def shrunk(rim: Circle) -> Circle:
    return Circle(rim.x, rim.y, rim.radius - SAFE + ROUNDING)


def grown(hole: Circle) -> Circle:
    return Circle(hole.x, hole.y, hole.radius + SAFE - ROUNDING)


def letters_by_page(pdf: bytes) -> list[list[Letter]]:
    """The printed letters of every page, with their outlines' boxes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [letters_of(page.get_textpage()) for page in document]
    finally:
        document.close()


def letters_of(page: pypdfium2.PdfTextPage) -> list[Letter]:
    found = []
    for index in range(page.count_chars()):
        text = chr(pypdfium2.raw.FPDFText_GetUnicode(page, index) or 0xFFFD)
        box = outline(page, index)
        if box is not None and not text.isspace() and not pypdfium2.raw.FPDFText_IsGenerated(page, index):
            found.append(Letter(text, box))
    return found


def outline(page: pypdfium2.PdfTextPage, index: int) -> Rectangle | None:
    """One letter's box, or None for one without an outline."""
    left, right, bottom, top = (c_double() for _edge in range(4))
    if not pypdfium2.raw.FPDFText_GetCharBox(
        page, index, byref(left), byref(right), byref(bottom), byref(top)
    ):
        return None
    box = Rectangle.of_points(left.value, bottom.value, right.value, top.value)
    return box if box.width > 0 and box.height > 0 else None
