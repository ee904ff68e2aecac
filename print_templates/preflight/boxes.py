"""Boxes: what is paper, what is bled and what is cut, and whether that is what was ordered."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from pikepdf import Name

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.geometry import Rectangle


def page_boxes(document: Document) -> Iterator[Finding]:
    """Media and trim are said, start at 0, are upright and alike on all pages, and leave room for the bleed."""
    first: list[Rectangle | None] | None = None
    for number, page in enumerate(document.pdf.pages, start=1):
        media, bleed, trim = (document.box(page, key) for key in (Name.MediaBox, Name.BleedBox, Name.TrimBox))
        if media is None or trim is None:
            absent = "MediaBox" if media is None else "TrimBox"
            message = _("The page does not say its %(box)s; export the PDF again with page boxes.")
            yield Finding("boxes", message % {"box": absent}, number)
            continue
        if abs(media.left) > 0.01 or abs(media.bottom) > 0.01:
            message = _(
                "The page's coordinates do not begin at 0; export the PDF again with its origin at 0."
            )
            yield Finding("boxes", message, number)
        if document.said(page, Name.Rotate) not in {None, 0, 360}:
            message = _("The page is turned by a setting; export the PDF again with the page upright.")
            yield Finding("boxes", message, number)
        yield from room(document, media, bleed, trim, number)
        first = first or [media, bleed, trim]
        if not all(alike(one, other) for one, other in zip(first, (media, bleed, trim), strict=True)):
            message = _("The page's boxes differ from the first page's; give all pages one size.")
            yield Finding("boxes", message, number)


def alike(one: Rectangle | None, other: Rectangle | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.same(other)


def room(
    document: Document, media: Rectangle, bleed: Rectangle | None, trim: Rectangle, number: int
) -> Iterator[Finding]:
    """The bleed that is asked for by the press; for the office nothing is cut off."""
    if not document.is_press:
        if not trim.same(media):
            message = _(
                "An office file is not cut, but its TrimBox is smaller than the page; make them equal."
            )
            yield Finding("boxes", message, number)
        return
    wanted = document.expected.bleed_mm
    if bleed is None or not bleed.holds(trim.grown(wanted)) or not media.holds(bleed):
        message = _("There is less than %(mm)s mm of bleed around the trim; let the artwork run on that far.")
        yield Finding("boxes", message % {"mm": f"{wanted:g}"}, number)


def as_expected(document: Document) -> Iterator[Finding]:
    """Trim size and number of pages are what was ordered."""
    expected = document.expected
    if expected.pages is not None and document.pages != expected.pages:
        message = _("The file has %(pages)s pages instead of %(expected)s; print the complete file.")
        yield Finding("expected", message % {"pages": document.pages, "expected": expected.pages})
    for number, page in enumerate(document.pdf.pages, start=1):
        trim = document.trim(page)
        if expected.trim_mm is None or trim is None:
            continue
        width, height = expected.trim_mm
        if abs(trim.width - width) > 0.1 or abs(trim.height - height) > 0.1:
            message = _(
                "The page is %(found)s mm after cutting instead of %(expected)s mm; use the right sheet."
            )
            found, wanted = f"{trim.width:.1f}×{trim.height:.1f}", f"{width:g}×{height:g}"
            yield Finding("expected", message % {"found": found, "expected": wanted}, number)


def die_line(document: Document) -> Iterator[Finding]:
    """A fan for the press has its round cut and its finger hole on the plate CutContour, on every page."""
    if not document.is_fan or not document.is_press:
        return
    for number, page in enumerate(document.pdf.pages):
        cuts, trim = document.cuts(number), document.trim(page)
        if len(cuts) < 2:
            message = _(
                "The die line is missing; draw the round cut and the hole in the spot colour CutContour."
            )
            yield Finding("die", message, number + 1)
        elif trim is not None and abs(2 * cuts[0].radius - trim.width) > 0.3:
            message = _(
                "The die line is %(mm)s mm across and not as wide as the trim; use the die of this sheet."
            )
            yield Finding("die", message % {"mm": f"{2 * cuts[0].radius:.1f}"}, number + 1)
