"""Pictures: enough pixels for the size at which they are placed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.paint import Paint

#: Pixels per inch below which a picture is soft on a press, and below which it is refused (PRINT.md 2).
SOFT, REFUSED = 300, 150
#: A picture that is placed at exactly so many may come out a little below.
ROUNDING = 0.5


def resolution(document: Document) -> Iterator[Finding]:
    """No picture is soft on the press; one for the office is not so coarse that its pixels show."""
    for number, drawn in enumerate(document.drawn, start=1):
        shown = [paint for paint in drawn if paint.ppi and meets_page(paint, document, number - 1)]
        for field in sorted({field_of(paint) for paint in shown}):
            least = min(paint.ppi for paint in shown if field_of(paint) == field)
            if least < (SOFT if document.is_press else REFUSED) - ROUNDING:
                yield coarse(document, least, field, number)


def coarse(document: Document, ppi: float, field: str, page: int) -> Finding:
    refused = document.is_press and ppi < REFUSED - ROUNDING
    wanted = SOFT if document.is_press else REFUSED
    message = _(
        "A picture has only %(ppi)s pixels per inch instead of %(wanted)s; "
        "replace it by a larger one or show it smaller."
    )
    told = message % {"ppi": round(ppi), "wanted": wanted}
    return Finding("resolution", told, page, "error" if refused else "warning", field)


def meets_page(paint: Paint, document: Document, number: int) -> bool:
    return any(document.bleed(number).meets(box) for box in paint.boxes)


def field_of(paint: Paint) -> str:
    """A member's logo is named by the imprint; no design has another picture than the campaign's own."""
    return "logo" if paint.resource.startswith("Logo") else "key_picture"
