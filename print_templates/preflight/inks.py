"""Inks of a press file: a printing condition, no RGB, and black that is black alone."""

from collections.abc import Iterator

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Dictionary, Name

from print_templates.preflight.document import Document, dictionaries
from print_templates.preflight.finding import Finding
from print_templates.preflight.ink import space
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
    elif document.is_press and not all(map(is_cmyk_output, profiles(document))):
        message = _(
            "The profile of the printing condition is no CMYK output profile; export the PDF with one."
        )
        yield Finding("intent", message)


def profiles(document: Document) -> Iterator[bytes]:
    """The profile of each PDF/X output intent; empty where there is none."""
    for intent in document.pdf.Root.OutputIntents:
        if intent.get(Name.S) == Name.GTS_PDFX:
            profile = intent.get(Name.DestOutputProfile)
            yield profile.read_bytes() if isinstance(profile, pikepdf.Stream) else b""


def is_cmyk_output(profile: bytes) -> bool:
    """By the profile's header (ICC.1:2010, 7.2): class, colour space, signature."""
    return (profile[12:16], profile[16:20], profile[36:40]) == (b"prtr", b"CMYK", b"acsp")


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
    if not any(paint.ink.family == "rgb" for drawn in document.drawn for paint in drawn) and hidden_rgb(
        document
    ):
        message = _("The file holds something in RGB that no page shows plainly; export it anew in CMYK.")
        yield Finding("rgb", message)


def hidden_rgb(document: Document) -> bool:
    """RGB where a page's own operators do not lead: groups, masks, notes, letters drawn as pictures."""
    return any(map(is_rgb, dictionaries(document.pdf))) or any(map(paints_rgb, document.pdf.objects))


def is_rgb(part: Dictionary) -> bool:
    """Whether a dictionary names an RGB colour space, its own or one for what it shows."""
    named = [part[key] for key in (Name.CS, Name.ColorSpace) if key in part]
    spaces = [
        each
        for value in named
        for each in (value.as_dict().values() if isinstance(value, Dictionary) else [value])
    ]
    return any(space(each).family == "rgb" for each in spaces if isinstance(each, (Name, pikepdf.Array)))


def paints_rgb(thing: pikepdf.Object) -> bool:
    """Whether a form, or the letters of a font that draws its own, set an RGB colour."""
    streams: list[pikepdf.Object] = []
    if isinstance(thing, pikepdf.Stream) and thing.get(Name.Subtype) == Name.Form:
        streams = [thing]
    elif isinstance(thing, Dictionary) and Name.CharProcs in thing:
        streams = list(thing.CharProcs.as_dict().values())
    return any(
        str(step.operator) in {"rg", "RG"}
        for stream in streams
        for step in pikepdf.parse_content_stream(stream)
        if isinstance(step, pikepdf.ContentStreamInstruction)
    )


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
