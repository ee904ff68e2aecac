"""How much ink lies on one place: paper that takes too much smears, sticks and never dries."""

from collections.abc import Iterator
from math import ceil

from django.utils.translation import gettext as _
from pikepdf import Name
from PIL import Image, ImageMath

from print_templates.preflight.document import LETTER, Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.separations import NotSeparated, Separation, separations
from print_templates.shop import INK_LIMIT, REFUSED_INK

#: Plates that print nothing: the marks' colour is on all of them, and the die is a knife.
NOT_INK = {"All", "None", "CutContour"}
#: A place smaller than this, in mm², dries in spite of its ink.
LEAST = 4.0
#: 8 bits per plate round by so many percent at most.
ROUNDING = 2.0


def total_ink(document: Document) -> Iterator[Finding]:
    """Inside the bleed no place has more ink than the print shop takes, and no ink beside the four is used."""
    if not document.is_press:
        return
    yield from spot_colours(document)
    pages = [document.box(page, Name.MediaBox) or LETTER for page in document.pdf.pages]
    try:
        for number, separation in enumerate(separations(document.source, pages)):
            percent = most_ink(separation, document.bleed(number))
            if percent > limit(document) + ROUNDING:
                yield too_much(document, percent, number + 1)
    except NotSeparated:
        message = _("The inks could not be measured; install Ghostscript, or make the file again and retry.")
        yield Finding("ink", message)


def limit(document: Document) -> int:
    return document.expected.ink_limit or INK_LIMIT


def too_much(document: Document, percent: float, page: int) -> Finding:
    """A shop's own limit is kept; the usual one is a warning until no press would print it."""
    refused = percent > (document.expected.ink_limit or REFUSED_INK)
    message = _("The inks add up to %(percent)s %%, more than %(limit)s %%; use lighter or fewer inks there.")
    told = message % {"percent": f"{percent:.0f}", "limit": limit(document)}
    return Finding("ink", told, page, "error" if refused else "warning")


def most_ink(separation: Separation, inside: Rectangle) -> float:
    """The largest sum of inks in percent that covers more than a speck inside a box."""
    printing = [plate for name, plate in separation.plates.items() if name not in NOT_INK]
    size = printing[0].size
    mm = separation.page.width / size[0]
    page = separation.page
    # Ghostscript paints every pixel that a mark touches: those on the edge belong to what is outside.
    crop = (
        max(ceil((inside.left - page.left) / mm) + 1, 0),
        max(ceil((page.top - inside.top) / mm) + 1, 0),
        min(int((inside.right - page.left) / mm) - 1, size[0]),
        min(int((page.top - inside.bottom) / mm) - 1, size[1]),
    )
    counts = sums([plate.crop(crop) for plate in printing])
    left = max(LEAST / mm**2, 1.0)
    for value in sorted(counts, reverse=True):
        left -= counts[value]
        if left <= 0:
            return value * 100 / 255
    return 0.0


def sums(plates: list[Image.Image]) -> dict[int, int]:
    """How many pixels have which sum of inks, 255 being one full ink."""
    total = Image.new("I", plates[0].size)
    for plate in plates:
        total = ImageMath.lambda_eval(
            lambda given: given["sum"] + 255 - given["plate"], sum=total, plate=plate
        )
    colours = total.getcolors(total.width * total.height) or []
    return {int(value): count for count, value in colours}  # type: ignore[arg-type]


def spot_colours(document: Document) -> Iterator[Finding]:
    """Inks beside cyan, magenta, yellow and black, each of which costs a plate of its own."""
    told: set[str] = set()
    for number, drawn in enumerate(document.drawn, start=1):
        names = {paint.ink.name for paint in drawn if paint.ink.family == "spot"} - NOT_INK - told
        for name in sorted(names):
            told.add(name)
            message = _("The spot colour “%(ink)s” needs a plate of its own; convert it to CMYK.")
            yield Finding("ink", message % {"ink": name[:60]}, number)
