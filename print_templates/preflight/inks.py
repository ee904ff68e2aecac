"""Inks of a press file: a printing condition, no RGB, and black that is black alone."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.paint import Paint

#: How far the outline of a code that is decoded from pixels may be off, in mm.
BLUR = 1.5


def output_intent(document: Document) -> Iterator[Finding]:
    """A file that is meant for the press says for which printing condition."""
    name = document.expected.name
    meant = document.expected.finish == "press" or name.removesuffix(".pdf").endswith("-press")
    if meant and not document.is_press:
        message = _("The file is for a print shop but names no printing condition; export it as PDF/X.")
        yield Finding("intent", message)


def no_rgb(document: Document) -> Iterator[Finding]:
    """Nothing in a press file is painted in RGB, pictures included."""
    if not document.is_press:
        return
    for number, drawn in enumerate(document.drawn, start=1):
        kinds = sorted({kind(paint) for paint in drawn if paint.ink.family == "rgb"})
        if kinds:
            message = _(
                "Something on the page is in RGB (%(what)s); convert it to CMYK with the right profile."
            )
            yield Finding("rgb", message % {"what": ", ".join(kinds)}, number)


def kind(paint: Paint) -> str:
    words = {
        "image": _("picture"), "text": _("text"), "fill": _("surface"),
        "stroke": _("line"), "shading": _("gradient"),
    }  # fmt: skip
    return words[paint.kind]


def pure_black(document: Document) -> Iterator[Finding]:
    """Black text and the code print on the black plate alone; lettering in a colour is allowed."""
    if not document.is_press:
        return
    for number, drawn in enumerate(document.drawn, start=1):
        if any(paint.kind == "text" and paint.ink.is_rich_black for paint in drawn):
            message = _("Black text is mixed from several inks and will blur; set it in 100 % black alone.")
            yield Finding("black", message, number)
        if any(not paint.ink.is_only_black for paint in code_modules(document, number - 1)):
            message = _("The code is not printed in black ink alone; set it in 100 % black.")
            yield Finding("black", message, number, field="code")


def code_modules(document: Document, page: int) -> Iterator[Paint]:
    """What is filled inside the codes of a page: their modules, not the panel they stand on."""
    areas = [code.box.grown(BLUR) for code in document.codes if code.page == page]
    for paint in document.drawn[page]:
        inside = paint.boxes and any(all(area.holds(box) for box in paint.boxes) for area in areas)
        if paint.kind in {"fill", "image", "shading"} and inside:
            yield paint


def overprinting(document: Document) -> Iterator[Finding]:
    """Black text and the code are laid over what is below, so that no white gap shows; white is not."""
    if not document.is_press:
        return
    for number, drawn in enumerate(document.drawn, start=1):
        if any(paint.kind == "text" and paint.ink.is_full_black and not paint.overprints for paint in drawn):
            message = _("Black text knocks out what is below it; set it to overprint.")
            yield Finding("overprint", message, number)
        modules = list(code_modules(document, number - 1))
        if any(paint.ink.is_full_black and not paint.overprints for paint in modules):
            message = _("The code knocks out what is below it; set it to overprint.")
            yield Finding("overprint", message, number, field="code")
        if any(paint.ink.is_white and paint.overprints for paint in drawn):
            message = _("Something white is set to overprint and will vanish; let it knock out.")
            yield Finding("overprint", message, number)
