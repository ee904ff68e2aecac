"""What is wrong with this PDF, in plain words: nothing is asked of whoever made it but the file itself.

`preflight(pdf)` is the whole interface. Adding a check is adding a row to CHECKS.
"""

from collections.abc import Callable, Iterator

import pikepdf
from django.utils.translation import gettext as _

from print_templates.preflight import active, boxes, codes, fonts, inks, letters
from print_templates.preflight.document import Document, Expected, Finding, Unreadable, opened

__all__ = ["CHECKS", "Expected", "Finding", "preflight"]

#: Every check by its key, in the order in which findings are told.
CHECKS: dict[str, Callable[[Document], Iterator[Finding]]] = {
    "syntax": active.syntax,
    "boxes": boxes.page_boxes,
    "expected": boxes.as_expected,
    "intent": inks.output_intent,
    "die": boxes.die_line,
    "fonts": fonts.embedded,
    "code": codes.codes_lead_home,
    "safe": letters.inside_safe_area,
    "rgb": inks.no_rgb,
    "black": inks.pure_black,
    "javascript": active.no_javascript,
    "attachment": active.no_attachments,
    "link": active.no_foreign_links,
}

#: What reading a damaged or hostile file raises (a PdfiumError and a RecursionError are RuntimeErrors).
DAMAGE = (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def preflight(pdf: bytes, *, expected: Expected | None = None) -> list[Finding]:
    """Everything that is wrong with a PDF, an empty list when nothing is. Never raises for a bad file."""
    try:
        document = opened(pdf, expected or Expected())
    except Unreadable:
        return [Finding("file", _("The file cannot be opened as a PDF; make or download it again."))]
    with document.pdf:
        return [finding for key, check in CHECKS.items() for finding in findings(key, check, document)]


def findings(key: str, check: Callable[[Document], Iterator[Finding]], document: Document) -> list[Finding]:
    """One check's findings; a file too damaged for the check is a finding itself."""
    try:
        return list(check(document))
    except DAMAGE:
        message = _("The file is damaged and was not checked for “%(check)s”; make or download it again.")
        return [Finding(key, message % {"check": key})]
