"""One organisation's imprint, verified cheaply: only the panels are looked at, the plate was examined when it was built.

`verify(pdf, plate, words)` takes a few milliseconds per panel whatever the sheet's size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from django.utils.translation import gettext as _
from pikepdf import Dictionary, Name, Object, Pdf

from print_templates.content import Imprint
from print_templates.design import Panel
from print_templates.imprint import Text, texts
from print_templates.plate import Plate
from print_templates.preflight import DAMAGE
from print_templates.preflight.codes import LEAST_MODULE, ROUNDING
from print_templates.preflight.fields import plain
from print_templates.preflight.finding import Finding
from print_templates.preflight.geometry import Circle, Rectangle
from print_templates.preflight.safe import SAFE, SafeArea, grown, shrunk
from print_templates.preflight.scan import read
from print_templates.preflight.sight import Letter, close_up
from print_templates.preflight.words import text_of
from print_templates.shaping import missing_characters, printable
from print_templates.themes.theme import Box

#: The code with its white margin is looked at in so many pixels: a module of 37 is six and a half.
WIDTH = 240
#: Text may stick out of its slot by the letters' own roundness, in mm.
SLACK = 0.5


def verify(pdf: bytes, plate: Plate, words: Imprint, *, name: str = "") -> list[Finding]:
    """What is wrong with an imprint: an empty list when every panel's code and words are as they should be.

    `pdf` is the plate with the imprint, `words` what was to be laid into it, `name` the file's name in a kit.
    """
    found = [*missing(words)]
    panels = [panel.for_message(words.message) for panel in plate.panels]
    try:
        whole = assembled(pdf) if plate.finish == "tiled" else pdf
        found += [finding for panel in panels for finding in panel_findings(whole, plate, panel, words)]
    except DAMAGE:
        message = _("The file cannot be opened as a PDF; make or download it again.")
        found.append(Finding("file", message))
    return [replace(finding, artefact=name.removesuffix(".pdf")) for finding in found]


def panel_findings(pdf: bytes, plate: Plate, panel: Panel, words: Imprint) -> Iterator[Finding]:
    """What is wrong in one panel: its code first, then its texts."""
    card, page = on_page(plate, panel.card), panel.page + 1
    image, letters = close_up(pdf, panel.page, card, WIDTH)
    codes = [code for code in read(image, panel.page, card) if code.text]
    message = wrong_code([code.text for code in codes], words.url)
    if message:
        yield Finding("code", message, page, field="code")
    elif codes[0].module < LEAST_MODULE - ROUNDING:
        message = _("The code's modules are only %(mm)s mm wide; print it with at least %(least)s mm.")
        told = {"mm": f"{codes[0].module:.2f}", "least": f"{LEAST_MODULE:g}"}
        yield Finding("size", message % told, page, field="code")
    yield from text_findings(plate, panel, letters, words, card)


def assembled(pdf: bytes) -> bytes:
    """A tiled poster as one page: tiles cut through panels, but all of them show the same form.

    Raises LookupError when no form shows a panel's words and code.
    """
    out = BytesIO()
    with Pdf.open(BytesIO(pdf)) as tiles:
        page = tiles.pages[-1]
        name, poster = next(
            (name, form)
            for name, form in page.Resources.XObject.items()
            if {"/Words0", "/Code0"} <= set(inner(form).keys())
        )
        page.MediaBox = page.CropBox = page.TrimBox = page.BleedBox = poster.BBox
        page.Contents = tiles.make_stream(f"{name} Do".encode())
        del tiles.pages[:-1]
        tiles.save(out, compress_streams=False)
    return out.getvalue()


def inner(form: Object) -> Object:
    """What a form shows by name."""
    return form.get(Name.Resources, Dictionary()).get(Name.XObject, Dictionary())


def missing(words: Imprint) -> Iterator[Finding]:
    """Letters that no font has, told to the member one by one; those of a case by its name."""
    for field in ("name", "message", "contact", "address"):
        lacking = missing_characters(getattr(words, field))
        if lacking:
            message = _("No font has the letter %(letters)s; write it with another one.")
            yield Finding("letters", message % {"letters": " ".join(lacking)}, field=field)
    for place in words.places:
        lacking = missing_characters(place.name + place.whereabouts + place.summary)
        if lacking:
            message = _(
                "No font has the letter %(letters)s of the case “%(case)s”; write it with another one."
            )
            yield Finding(
                "letters", message % {"letters": " ".join(lacking), "case": place.name}, field="places"
            )


def wrong_code(texts: Sequence[str], url: str) -> str:
    """What is wrong with the code of a panel, or nothing."""
    if not texts:
        return _("The code cannot be read; make the name or the logo beside it smaller.")
    if list(texts) != [url]:
        message = _("A code opens %(text)s instead of %(expected)s; print the file of the right member.")
        return message % {"text": texts[0][:120], "expected": url}
    return ""


def text_findings(
    plate: Plate, panel: Panel, letters: Sequence[Letter], words: Imprint, card: Rectangle
) -> Iterator[Finding]:
    """Every text stands whole in its slot, in the safe area and beside the code."""
    area, page = safe_area(plate), panel.page + 1
    for text in texts(panel, words):
        room = on_page(plate, text.slot.box).grown(SLACK)
        inside = [letter for letter in letters if room.holds(letter.box)]
        if plain(printable(text.words)) not in plain(text_of(inside)):
            check, message = "overflow", not_whole(text)
        elif any(card.grown(-SLACK).meets(letter.box) for letter in inside):
            check, message = (
                "overflow",
                _("“%(text)s” runs into the code or its white margin; make it shorter."),
            )
        elif not all(area.has(letter.box) for letter in inside):
            check, message = (
                "safe",
                _("“%(text)s” stands less than %(mm)s mm from a cut; move it inwards or make it shorter."),
            )
        else:
            continue
        told = {"text": text.words, "case": text.case, "mm": f"{SAFE:g}"}
        yield Finding(check, message % told, page, field=text.field)


def not_whole(text: Text) -> str:
    """The sentence for a text that does not stand in its place; a case's says whose text it is."""
    if text.case:
        return _("“%(text)s” of the case “%(case)s” does not stand whole in its place; make it shorter.")
    return _("“%(text)s” does not stand whole in its place; make it shorter.")


def on_page(plate: Plate, box: Box) -> Rectangle:
    """A box in mm from the trim's top left, as a rectangle on the page."""
    place = plate.layout
    left, top = place.trim.x + box.x, place.height - place.trim.y - box.y
    return Rectangle(left, top - box.height, left + box.width, top)


def safe_area(plate: Plate) -> SafeArea:
    """The safe area of a plate's pages as its sheet and print shop have it, without reading the PDF."""
    sheet, place = plate.sheet, plate.layout
    trim = on_page(plate, Box(0, 0, sheet.width, sheet.height))
    paper = trim if sheet.paper is None else Rectangle(0, 0, place.width, place.height)
    die = plate.shop.die(sheet)
    if die is None:
        return SafeArea(paper.grown(-SAFE))
    x, y = (trim.left + trim.right) / 2, (trim.bottom + trim.top) / 2
    bottom = y - die.diameter / 2
    rim, hole = Circle(x, y, die.diameter / 2), Circle(x, bottom + die.hole_rise, die.hole / 2)
    return SafeArea(paper.grown(-SAFE), shrunk(rim), grown(hole))
