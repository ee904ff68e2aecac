"""Codes: read from a picture of the page by a decoder that knows nothing of how they were made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import zxingcpp
from django.utils.translation import gettext as _

from print_templates.preflight.document import Document, Finding
from print_templates.preflight.geometry import Rectangle
from print_templates.raster import page_images
from print_templates.sheet import points

#: Resolutions to try in turn; 150 dpi decodes every code that a phone does at arm's length.
RESOLUTIONS = (150.0, 300.0)
#: No page is rastered larger than this, whatever size it claims: 50 megapixels are 150 MB.
MOST_PIXELS = 50_000_000
#: The path of a short link; its letters exclude 0 O 1 I L (BARS.md 10).
PATH = re.compile(r"/q/[2-9A-HJKMNP-Z]{7,}", re.IGNORECASE)


@dataclass(frozen=True)
class Code:
    """A code on a page (from 0): its text, empty when it cannot be read, and where it is in mm."""

    page: int
    text: str
    box: Rectangle


def codes_lead_home(document: Document) -> Iterator[Finding]:
    """There is a code, each can be read, and each opens the short link that it should."""
    found = codes(document.source)
    if not found:
        yield Finding("code", _("No code can be read; give it more contrast, size and white space around it."))
    for code in found:
        if not code.text:
            message = _("A code cannot be read; give it more contrast, size and white space around it.")
            yield Finding("code", message, code.page + 1)
        elif not is_short_link(code.text):
            message = _("A code opens “%(text)s”, which is no short link of ours; replace it.")
            yield Finding("code", message % {"text": code.text[:120]}, code.page + 1)
        elif document.expected.url and code.text != document.expected.url:
            message = _("A code opens %(text)s instead of %(expected)s; print the file of the right member.")
            words = {"text": code.text[:120], "expected": document.expected.url}
            yield Finding("code", message % words, code.page + 1)


def is_short_link(text: str) -> bool:
    try:
        address = urlsplit(text)
    except ValueError:
        return False
    plain = not (address.query or address.fragment or address.username)
    path = PATH.fullmatch(address.path)
    return address.scheme in {"http", "https"} and bool(address.hostname) and plain and path is not None


@cache
def once() -> dict[str, list[Code]]:
    return {}


def codes(pdf: bytes) -> list[Code]:
    """Every code of a PDF; a second look at twice the resolution when one is missing or cannot be read."""
    found: list[Code] = []
    for resolution in RESOLUTIONS:
        found = codes_at(pdf, resolution)
        if found and all(code.text for code in found):
            break
    return found
