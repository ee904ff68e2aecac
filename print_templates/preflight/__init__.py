"""What is wrong with this PDF, in plain words: nothing is asked of whoever made it but the file itself.

`preflight(pdf)` is the whole interface. Adding a check is adding a row to CHECKS.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

import pikepdf
from django.utils.translation import gettext as _

from print_templates.preflight import (
    active,
    boxes,
    codes,
    contrast,
    coverage,
    fonts,
    inks,
    lines,
    marks,
    metadata,
    overflow,
    pictures,
    safe,
    sizes,
)  # fmt: skip
from print_templates.preflight.document import Document, Unreadable, opened
from print_templates.preflight.finding import Expected, Finding, Severity

__all__ = ["CHECKS", "QUICK", "Expected", "Finding", "Severity", "is_refused", "preflight"]

#: Every check by its key, in the order in which findings are told.
CHECKS: dict[str, Callable[[Document], Iterator[Finding]]] = {
    "syntax": active.syntax,
    "boxes": boxes.page_boxes,
    "expected": boxes.as_expected,
    "intent": inks.output_intent,
    "marks": marks.crop_marks,
    "die": boxes.die_line,
    "fonts": fonts.embedded,
    "code": codes.codes_lead_home,
    "size": codes.large_enough,
    "quiet": codes.quiet_zone,
    "safe": safe.inside_safe_area,
    "overflow": overflow.overflowing,
    "contrast": contrast.text_contrast,
    "type": sizes.smallest_type,
    "resolution": pictures.resolution,
    "lines": lines.thin_lines,
    "rgb": inks.no_rgb,
    "black": inks.pure_black,
    "overprint": inks.overprinting,
    "ink": coverage.total_ink,
    "metadata": metadata.metadata,
    "javascript": active.no_javascript,
    "attachment": active.no_attachments,
    "link": active.no_foreign_links,
}
#: What is asked of a poster as a whole: on its tiles words go on over the edge, and a plan shows it in miniature.
#: The same words and the same code are examined on the poster's other finishes and by panel.verify.
OF_A_WHOLE = frozenset({"size", "quiet", "safe", "overflow", "contrast", "type"})
#: What an editor gets to know while typing: everything that needs no other program.
QUICK = frozenset(CHECKS) - {"ink"}

#: What reading a damaged or hostile file raises (a PdfiumError and a RecursionError are RuntimeErrors).
DAMAGE = (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def preflight(
    pdf: bytes, *, expected: Expected | None = None, checks: Collection[str] | None = None
) -> list[Finding]:
    """Everything that is wrong with a PDF, an empty list when nothing is. Never raises for a bad file.

    `checks` names those to make (keys of CHECKS), None all of them.
    """
    wanted = expected or Expected()
    return [replace(finding, artefact=wanted.artefact) for finding in examined(pdf, wanted, checks)]


def examined(pdf: bytes, expected: Expected, checks: Collection[str] | None) -> Iterator[Finding]:
    try:
        document = opened(pdf, expected)
    except Unreadable:
        yield Finding("file", _("The file cannot be opened as a PDF; make or download it again."))
        return
    wanted = set(CHECKS if checks is None else checks) - (OF_A_WHOLE if expected.is_tiled else set())
    with document.pdf:
        for key, check in CHECKS.items():
            if key in wanted:
                yield from findings(key, check, document)


def findings(key: str, check: Callable[[Document], Iterator[Finding]], document: Document) -> list[Finding]:
    """One check's findings; a file too damaged for the check is a finding itself."""
    try:
        return list(check(document))
    except DAMAGE:
        message = _("The file is damaged and was not checked for “%(check)s”; make or download it again.")
        return [Finding(key, message % {"check": key})]


def is_refused(found: Collection[Finding]) -> bool:
    """Whether a file must not be offered: one error is enough, warnings are for people to judge."""
    return any(finding.severity == "error" for finding in found)
