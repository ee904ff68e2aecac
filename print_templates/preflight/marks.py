"""日本式トンボ: where to cut, where the artwork ends and where the middle is, in registration colour (PRINT.md 1)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from pikepdf import Name

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.paint import Paint

#: The thinnest mark in pt, and a rounding of the last figure.
THINNEST = 0.24 - 0.005
#: The shortest line in mm that is a mark; they are about 10 mm long.
SHORTEST = 4.0
#: How far in mm a mark may be from the edge or middle that it shows.
OFF = 0.1
#: Up to so thick, in mm, a piece is a line.
LINE = 0.5

Sides = tuple[list[float], list[float]]


def crop_marks(document: Document) -> Iterator[Finding]:
    """A press file with room outside the bleed has every mark there, and none of their colour inside."""
    if not document.is_press:
        return
    for number, page in enumerate(document.pdf.pages):
        media, trim = document.box(page, Name.MediaBox), document.trim(page)
        bleed = document.bleed(number)
        if media is None or trim is None:
            continue
        drawn = [paint for paint in document.drawn[number] if paint.ink.name == "All"]
        if any(bleed.grown(-OFF).meets(box) for paint in drawn for box in paint.boxes):
            message = _("Registration colour is used inside the bleed; keep it for the crop marks outside.")
            yield Finding("marks", message, number + 1)
        if wanted(document, media, bleed):
            yield from complete(drawn, trim, bleed, number + 1)


def wanted(document: Document, media: Rectangle, bleed: Rectangle) -> bool:
    """Whether there must be marks: as the print shop says, else where the paper has room for them."""
    asked = document.expected.marks
    return not media.same(bleed, OFF) if asked is None else asked


def complete(drawn: list[Paint], trim: Rectangle, bleed: Rectangle, page: int) -> Iterator[Finding]:
    """The marks of one page, all there and thick enough to be seen."""
    lines = [
        (box, width) for paint in drawn for box, width in thick(paint) if not bleed.grown(-OFF).meets(box)
    ]
    boxes = [box for box, _width in lines]
    if not all((corners(boxes, trim, bleed), corners(boxes, bleed, bleed), centred(boxes, trim, bleed))):
        message = _(
            "Crop marks are missing; draw them at trim and bleed of every corner and in the middle of "
            "every side, in registration colour outside the bleed."
        )
        yield Finding("marks", message, page)
    elif min(width for _box, width in lines) < THINNEST:
        message = _("Crop marks are thinner than %(pt)s pt and may vanish; draw them thicker.")
        yield Finding("marks", message % {"pt": "0.24"}, page)


def thick(paint: Paint) -> Iterator[tuple[Rectangle, float]]:
    """The lines of a paint with what they are thick in pt, whether drawn as lines or as narrow surfaces."""
    widths = paint.widths if paint.kind == "fill" else paint.widths * len(paint.boxes)
    for box, width in zip(paint.boxes, widths, strict=False):
        if min(box.width, box.height) <= LINE and max(box.width, box.height) >= SHORTEST:
            yield box, width


def upright(boxes: list[Rectangle], x: float, bleed: Rectangle) -> Sides:
    """Of upright lines at x the lower ends above the bleed and the upper ends below it."""
    at = [box for box in boxes if box.height > box.width and abs((box.left + box.right) / 2 - x) <= OFF]
    above = [box.bottom for box in at if box.bottom >= bleed.top - OFF]
    return above, [box.top for box in at if box.top <= bleed.bottom + OFF]


def level(boxes: list[Rectangle], y: float, bleed: Rectangle) -> Sides:
    """Of level lines at y the left ends right of the bleed and the right ends left of it."""
    at = [box for box in boxes if box.width > box.height and abs((box.bottom + box.top) / 2 - y) <= OFF]
    right = [box.left for box in at if box.left >= bleed.right - OFF]
    return right, [box.right for box in at if box.right <= bleed.left + OFF]


def corners(boxes: list[Rectangle], shown: Rectangle, bleed: Rectangle) -> bool:
    """Whether two marks stand at every corner of a box, one along each edge."""
    return all(all(upright(boxes, x, bleed)) for x in (shown.left, shown.right)) and all(
        all(level(boxes, y, bleed)) for y in (shown.bottom, shown.top)
    )


def centred(boxes: list[Rectangle], trim: Rectangle, bleed: Rectangle) -> bool:
    """Whether a mark shows the middle of every side."""
    x, y = (trim.left + trim.right) / 2, (trim.bottom + trim.top) / 2
    return all(upright(boxes, x, bleed)) and all(level(boxes, y, bleed))
