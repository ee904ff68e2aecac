"""Lines: thick enough to stay on the plate."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.paint import Paint

#: The thinnest line in pt that a press keeps (PRINT.md 2), and a rounding of the last figure.
THINNEST, ROUNDING = 0.25, 0.005
#: What is no longer than this, in mm, is a speck of a drawing and no line.
SPECK = 1.0
#: Marks have their own rule, and a die line is cut, not printed.
OTHERS = {"All", "CutContour"}


def thin_lines(document: Document) -> Iterator[Finding]:
    """No line in a press file is thinner than a press keeps, drawn as a line or as a narrow surface."""
    if not document.is_press:
        return
    for number, drawn in enumerate(document.drawn):
        bleed = document.bleed(number)
        widths = [
            width
            for paint in drawn
            if paint.ink.name not in OTHERS and paint.kind in {"stroke", "fill"}
            for width, box in pieces(paint)
            if bleed.grown(0.01).meets(box.grown(0.01))
        ]
        thinnest = min(widths, default=THINNEST)
        if thinnest < THINNEST - ROUNDING:
            message = _("A line is only %(pt)s pt thick and may vanish; make it at least %(least)s pt.")
            told = message % {"pt": f"{thinnest:.2f}", "least": f"{THINNEST:g}"}
            yield Finding("lines", told, number + 1)


def pieces(paint: Paint) -> Iterator[tuple[float, Rectangle]]:
    """Thickness and box of each line or surface that is long enough to be one."""
    widths = paint.widths * len(paint.boxes) if paint.kind == "stroke" else paint.widths
    thick = [
        box
        for width, box in zip(widths, paint.boxes, strict=False)
        if paint.kind == "fill" and width >= THINNEST
    ]
    for width, box in zip(widths, paint.boxes, strict=False):
        # The edge of a surface, drawn along with it: layout engines write the sides of a border that has none.
        on_edge = width < THINNEST and any(other.grown(0.01).holds(box, 0) for other in thick)
        if max(box.width, box.height) > SPECK and not on_edge:
            yield width, box
