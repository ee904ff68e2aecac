"""Codes as a phone sees them: found in a picture of the page by a decoder that does not know how they were made."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

import zxingcpp
from PIL import Image

from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.sight import grey_pages, resolution
from print_templates.qr import QUIET_ZONE

#: Resolutions to try in turn; 100 dpi decodes modules of 0.35 mm (PRINT.md 3).
RESOLUTIONS = (150.0, 300.0)
#: All pages of a file together are rastered no larger than this: 50 megapixels of grey are 50 MB.
MOST_PIXELS = 50_000_000
#: The side in mm of the smallest code that phones read: 21 modules of 0.35 mm (PRINT.md 3). What is smaller and cannot
#: be read is a letter or a round that looks like a code's corner.
LEAST_UNREADABLE = 21 * 0.35


@dataclass(frozen=True)
class Code:
    """A code on a page (from 0): its text, empty when it cannot be read, and where it is in mm.

    `side` is its length in mm, turned or not, `modules` how many it has along a side, `level` its error
    correction (L, M, Q or H); 0 and empty when it cannot be read.
    """

    page: int
    text: str
    box: Rectangle
    side: float = 0.0
    modules: int = 0
    level: str = ""

    @property
    def module(self) -> float:
        """The side of a module in mm, 0 when it cannot be read."""
        return self.side / self.modules if self.modules else 0.0

    @property
    def card(self) -> Rectangle:
        """The code with its quiet zone."""
        return self.box.grown(QUIET_ZONE * self.module)


def codes(pdf: bytes, pages: Sequence[Rectangle]) -> list[Code]:
    """Every code of a PDF whose pages show these boxes; looks closer when none or an unreadable one is found."""
    found: list[Code] = []
    for wanted in RESOLUTIONS:
        images = grey_pages(pdf, resolution(pages, wanted, MOST_PIXELS))
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
    for barcode in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode, return_errors=True):
        corners = barcode.position
        places = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
        xs, ys = [place.x * across for place in places], [place.y * along for place in places]
        box = Rectangle(page.left + min(xs), page.top - max(ys), page.left + max(xs), page.top - min(ys))
        if barcode.valid:
            side = min(
                hypot(xs[one] - xs[other], ys[one] - ys[other])
                for one, other in ((0, 1), (1, 2), (2, 3), (3, 0))
            )
            found.append(Code(number, barcode.text, box, side, modules(barcode), str(barcode.ec_level)))
        elif max(box.width, box.height) >= LEAST_UNREADABLE:
            found.append(Code(number, "", box))
    return found


def modules(barcode: Any) -> int:
    """Modules along a side: 21 for version 1 and 4 more for each (ISO/IEC 18004, 6.3.1)."""
    return 17 + 4 * int(barcode.extra["Version"])
