"""Pages as PDFium sees them: their letters, and their pixels with and without the letters."""

from collections.abc import Callable, Iterator, Sequence
from ctypes import addressof, byref, c_double, c_uint
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

import pypdfium2  # noqa: TID251  raster.py reads pixels for people, this what the checks look at
from PIL import Image

from print_templates.preflight.geometry import Rectangle

raw = pypdfium2.raw

#: Pages are rastered no finer than this, in dpi: a letter of 5 pt is seven pixels high.
FINEST = 100.0
#: All pages of a file together are rastered no larger than this: 16 megapixels are 48 MB.
MOST_PIXELS = 16_000_000
MM_PER_INCH = 25.4
#: Forms inside forms are followed so far.
DEEPEST = 12
#: What PDFium calls a text that is only there to be searched or copied.
INVISIBLE = 3

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Letter:
    """A printed letter: its outline's box in mm, its size in pt, colour from 0 to 255, share of opacity, and run.

    `run` numbers what was set together; letters of one run are one piece of text.
    """

    text: str
    box: Rectangle
    size: float = 0.0
    colour: Colour = (0, 0, 0)
    opacity: float = 1.0
    run: int = 0


@dataclass(frozen=True)
class Sight:
    """One page's pixels, with its letters and without them; `page` is the box that is shown, in mm."""

    page: Rectangle
    printed: Image.Image
    bare: Image.Image

    @property
    def pixel(self) -> float:
        """The side of a pixel in mm."""
        return self.page.width / self.bare.width

    def pixels(self, box: Rectangle) -> tuple[int, int, int, int] | None:
        """The pixels that a box covers (left, top, right, bottom), or None where it lies off the page."""
        across, along = self.bare.width / self.page.width, self.bare.height / self.page.height
        left = max(int((box.left - self.page.left) * across), 0)
        top = max(int((self.page.top - box.top) * along), 0)
        right = min(int((box.right - self.page.left) * across) + 1, self.bare.width)
        bottom = min(int((self.page.top - box.bottom) * along) + 1, self.bare.height)
        return (left, top, right, bottom) if left < right and top < bottom else None


def resolution(pages: Sequence[Rectangle], wanted: float, most: int) -> float:
    """The dpi at which all pages together stay below `most` pixels."""
    area = sum(page.width * page.height for page in pages)
    return min(wanted, sqrt(most / max(area, 1.0)) * MM_PER_INCH)


def sights(pdf: bytes, pages: Sequence[Rectangle], finest: float = FINEST) -> list[Sight]:
    """Every page whose shown box is given, rastered twice."""
    scale = resolution(pages, finest, MOST_PIXELS) / 72
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for page, shown in zip(document, pages, strict=True):
            printed = page.render(scale=scale).to_pil().convert("RGB")
            hide_text(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
            found.append(Sight(shown, printed, page.render(scale=scale).to_pil().convert("RGB")))
        return found
    finally:
        document.close()


def grey_pages(pdf: bytes, dpi: float) -> Iterator[Image.Image]:
    """One page after the other in grey, so that only one is in memory."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def hide_text(
    holder: Any, count: Callable[[Any], int], thing: Callable[[Any, int], Any], depth: int = 0
) -> None:
    """Take the letters of a page or form out of what is rendered."""
    for index in range(count(holder)):
        part = thing(holder, index)
        kind = raw.FPDFPageObj_GetType(part)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFPageObj_SetIsActive(part, False)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            hide_text(part, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, depth + 1)


def letters_by_page(pdf: bytes) -> list[list[Letter]]:
    """The printed letters of every page, in the order in which they are set."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [letters_of(page.get_textpage()) for page in document]
    finally:
        document.close()


def letters_of(page: pypdfium2.PdfTextPage) -> list[Letter]:
    """One page's letters; what is generated, white, invisible or without an outline is left out."""
    found: list[Letter] = []
    runs: dict[int, int] = {}
    for index in range(page.count_chars()):
        text = character(page, index)
        if not text or text.isspace() or raw.FPDFText_IsGenerated(page, index):
            continue
        set_by = raw.FPDFText_GetTextObject(page, index)
        mode = raw.FPDFTextObj_GetTextRenderMode(set_by)
        box = outline(page, index)
        if box is None or mode == INVISIBLE:
            continue
        run = runs.setdefault(addressof(set_by.contents) if set_by else 0, len(runs))
        *colour, alpha = painted(page, index, stroked=mode == 1)
        if not alpha:
            continue
        found.append(
            Letter(text, box, size(page, index), (colour[0], colour[1], colour[2]), alpha / 255, run)
        )
    return found


def character(page: pypdfium2.PdfTextPage, index: int) -> str:
    """One letter's text; PDFium counts one beyond the basic plane (𠮷) as two, of which the second is empty."""
    code = int(raw.FPDFText_GetUnicode(page, index))
    if 0xD800 <= code < 0xDC00:
        low = int(raw.FPDFText_GetUnicode(page, index + 1))
        return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)) if 0xDC00 <= low < 0xE000 else "\ufffd"
    return "" if 0xDC00 <= code < 0xE000 else chr(code or 0xFFFD)


def outline(page: pypdfium2.PdfTextPage, index: int) -> Rectangle | None:
    """One letter's box, or None for one without an outline."""
    left, right, bottom, top = (c_double() for _edge in range(4))
    if not raw.FPDFText_GetCharBox(page, index, byref(left), byref(right), byref(bottom), byref(top)):
        return None
    box = Rectangle.of_points(left.value, bottom.value, right.value, top.value)
    return box if box.width > 0 and box.height > 0 else None


def size(page: pypdfium2.PdfTextPage, index: int) -> float:
    """A letter's size in pt as it is printed: the font's size under the text's and the page's matrices."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(page, index, byref(matrix)):
        return 0.0
    return float(raw.FPDFText_GetFontSize(page, index)) * hypot(matrix.c, matrix.d)


def painted(page: pypdfium2.PdfTextPage, index: int, *, stroked: bool) -> tuple[int, int, int, int]:
    """A letter's red, green, blue and opacity, from 0 to 255."""
    parts = [c_uint() for _part in range(4)]
    read = raw.FPDFText_GetStrokeColor if stroked else raw.FPDFText_GetFillColor
    if not read(page, index, *map(byref, parts)):
        return (0, 0, 0, 255)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue, alpha)


def close_up(pdf: bytes, number: int, box: Rectangle, width: int) -> tuple[Image.Image, list[Letter]]:
    """A box of a page (from 0) in grey, `width` pixels wide, and the page's letters."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        left, bottom, right, top = page.get_cropbox()
        edges = [edge * 72 / MM_PER_INCH for edge in (box.left, box.bottom, box.right, box.top)]
        crop = (edges[0] - left, edges[1] - bottom, right - edges[2], top - edges[3])
        image = page.render(scale=width / (edges[2] - edges[0]), crop=crop, grayscale=True).to_pil()
        return image.convert("L"), letters_of(page.get_textpage())
    finally:
        document.close()
