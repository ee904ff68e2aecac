"""Codes as a phone sees them: found in a picture of the page by a decoder that does not know how they were made."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import zxingcpp
from PIL import Image

from print_templates.preflight.geometry import Rectangle
from print_templates.raster import page_images

#: Resolutions to try in turn; 100 dpi decodes modules of 0.35 mm (PRINT.md 3).
RESOLUTIONS = (150.0, 300.0)
#: No page is rastered larger than this, whatever size it claims: 50 megapixels are 150 MB.
MOST_PIXELS = 50_000_000
MM_PER_INCH = 25.4


@dataclass(frozen=True)
class Code:
    """A code on a page (from 0): its text, empty when it cannot be read, and where it is in mm."""

    page: int
    text: str
    box: Rectangle


def codes(pdf: bytes, pages: Sequence[Rectangle]) -> list[Code]:
    """Every code of a PDF whose pages show these boxes; looks closer when none or an unreadable one is found."""
    found: list[Code] = []
    widest = max(page.width * page.height for page in pages)
    for resolution in RESOLUTIONS:
        dpi = min(resolution, sqrt(MOST_PIXELS / widest) * MM_PER_INCH)
        images = page_images(pdf, dpi)
        found = [
            code
            for number, (image, page) in enumerate(zip(images, pages, strict=True))
            for code in read(image, number, page)
        ]
        if found and all(code.text for code in found):
            break
    return found


def read(image: Image.Image, number: int, page: Rectangle) -> list[Code]:
    """The codes in the picture of one page."""
    across, along = page.width / image.width, page.height / image.height
    found = []
    for barcode in zxingcpp.read_barcodes(
        image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode, return_errors=True
    ):
        corners = barcode.position
        places = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
        xs, ys = [place.x * across for place in places], [place.y * along for place in places]
        box = Rectangle(page.left + min(xs), page.top - max(ys), page.left + max(xs), page.top - min(ys))
        found.append(Code(number, barcode.text if barcode.valid else "", box))
    return found
