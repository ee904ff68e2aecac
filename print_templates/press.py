"""What turns a laid out PDF into one a print shop takes: boxes, トンボ, output intent, die line, metadata."""

import zlib
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from print_templates import metadata, overprint
from print_templates.design import Panel
from print_templates.metadata import About
from print_templates.panels import open_panels
from print_templates.prefix import saved_as_plate
from print_templates.script import PLAIN, Script
from print_templates.sheet import Die, Finish, Layout, Sheet, points
from print_templates.shop import GENERIC, PrintShop, Profile

#: Hairline of crop marks in pt; 0.25 pt is the thinnest line a press keeps.
MARK_WIDTH = 0.25
#: Length of a crop mark in mm.
MARK_LENGTH = 10.0


def finish(
    raw: bytes, sheet: Sheet, to: Finish, about: About, panels: Sequence[Panel], shop: PrintShop = GENERIC,
    script: Script = PLAIN,
) -> bytes:  # fmt: skip
    """The plate of a laid out PDF: exact boxes, empty panels, metadata; for the press also overprint,
    marks, die line and output intent.
    """
    place = shop.layout(sheet, to)
    with Pdf.open(BytesIO(raw)) as pdf:
        script.finish(pdf, tagged=to != "press")
        for page in pdf.pages:
            set_boxes(page, place, to)
            keep_state(pdf, page)
            if to == "press":
                overprint.overprint_black(pdf, page)
                draw_for_the_press(pdf, page, place, shop.marks, shop.die(sheet))
        if to == "press":
            drop_unused_spaces(pdf)
            add_output_intent(pdf, shop.profile)
        else:
            print_as_it_is(pdf, both_sides=len(pdf.pages) == 2 and sheet.die is None)
        open_panels(pdf, panels, place, press=to == "press", tagged=to in ("office", "nup"))
        describe(pdf, about)
        return saved_as_plate(pdf)


def box(x: float, y: float, width: float, height: float) -> Array:
    """A PDF rectangle from mm, origin bottom left, rounded to a thousandth of a point."""
    corners = (points(x), points(y), points(x + width), points(y + height))
    return Array([round(corner, 3) for corner in corners])


def print_as_it_is(pdf: Pdf, *, both_sides: bool) -> None:
    """Ask the viewer to print at 100 %, and on how many sides (ISO 32000-1, 12.2)."""
    if Name.ViewerPreferences not in pdf.Root:
        pdf.Root.ViewerPreferences = Dictionary()
    wishes = pdf.Root.ViewerPreferences
    wishes.PrintScaling = Name("/None")
    wishes.Duplex = Name.DuplexFlipLongEdge if both_sides else Name.Simplex


def drop_unused_spaces(pdf: Pdf) -> None:
    """The layout engine names Lab spaces that nothing is painted in; print shops would ask what they are for."""
    for page in pdf.pages:
        spaces = page.Resources.get(Name.ColorSpace, Dictionary())
        for name in [name for name in spaces.as_dict() if name.startswith("/lab-")]:
            del spaces[name]


def keep_state(pdf: Pdf, page: pikepdf.Page) -> None:
    """Close the layout's graphics state, so that what is added later starts in the page's own coordinates."""
    page.contents_add(pdf.make_stream(b"q\n"), prepend=True)
    page.contents_add(pdf.make_stream(b"\nQ\n"))


def set_boxes(page: pikepdf.Page, place: Layout, to: Finish) -> None:
    """Media, bleed and trim boxes with the origin at 0; the media and crop box are the same.

    What is printed at home or in an office is not trimmed: there every box is the paper.
    """
    trim, bleed = place.trim, place.bleed
    bottom = place.height - trim.y - trim.height
    page.MediaBox = box(0, 0, place.width, place.height)
    page.CropBox = page.MediaBox
    if to != "press":
        page.TrimBox = page.BleedBox = page.MediaBox
        return
    page.TrimBox = box(trim.x, bottom, trim.width, trim.height)
    page.BleedBox = box(trim.x - bleed, bottom - bleed, trim.width + 2 * bleed, trim.height + 2 * bleed)
    if "/ArtBox" in page:
        del page.ArtBox


def marks(place: Layout) -> list[tuple[float, float, float, float]]:
    """日本式トンボ as line segments in mm, origin bottom left.

    At each corner one pair of lines points at the trim and one at the bleed; a
    centre mark stands on each side. All of it lies outside the bleed.
    """
    trim, bleed = place.trim, place.bleed
    left, right = trim.x, trim.x + trim.width
    bottom = place.height - trim.y - trim.height
    top = bottom + trim.height
    lines = []
    for edge, outward in ((left, -1), (right, 1)):
        for offset in (0, outward * bleed):
            x = edge + offset
            lines += [
                (x, top + bleed, x, top + bleed + MARK_LENGTH),
                (x, bottom - bleed, x, bottom - bleed - MARK_LENGTH),
            ]
    for edge, outward in ((bottom, -1), (top, 1)):
        for offset in (0, outward * bleed):
            y = edge + offset
            lines += [
                (left - bleed, y, left - bleed - MARK_LENGTH, y),
                (right + bleed, y, right + bleed + MARK_LENGTH, y),
            ]
    return lines + centre_marks(left, right, bottom, top, bleed)


def centre_marks(
    left: float, right: float, bottom: float, top: float, bleed: float
) -> list[tuple[float, float, float, float]]:
    """A cross outside the bleed in the middle of each side."""
    x, y = (left + right) / 2, (bottom + top) / 2
    arm, near, far = MARK_LENGTH / 2, bleed + 1, bleed + MARK_LENGTH
    cross = bleed + 4
    return [
        (x, top + near, x, top + far), (x - arm, top + cross, x + arm, top + cross),
        (x, bottom - near, x, bottom - far), (x - arm, bottom - cross, x + arm, bottom - cross),
        (left - near, y, left - far, y), (left - cross, y - arm, left - cross, y + arm),
        (right + near, y, right + far, y), (right + cross, y - arm, right + cross, y + arm),
    ]  # fmt: skip


def separation(pdf: Pdf, name: str, alternate: tuple[float, float, float, float]) -> pikepdf.Object:
    """A spot colour space; `alternate` is how a proof shows its full tint in CMYK (0 to 1)."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0, 0]), C1=Array(list(alternate))
    )
    return pdf.make_indirect(Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint]))


def draw_for_the_press(
    pdf: Pdf, page: pikepdf.Page, place: Layout, with_marks: bool, die: Die | None
) -> None:
    """Crop marks in registration colour, and for a round sheet its die line on a plate of its own."""
    drawing: list[str] = []
    if with_marks:
        page.add_resource(separation(pdf, "All", (1, 1, 1, 1)), Name.ColorSpace, Name.Registration)
        drawing += ["q /Registration CS 1 SCN", f"{MARK_WIDTH} w"]
        for x1, y1, x2, y2 in marks(place):
            drawing.append(f"{points(x1):.3f} {points(y1):.3f} m {points(x2):.3f} {points(y2):.3f} l S")
        drawing.append("Q")
    if die is not None:
        page.add_resource(separation(pdf, "CutContour", (0, 1, 0, 0)), Name.ColorSpace, Name.CutContour)
        page.add_resource(overprint.state(True, True), Name.ExtGState, Name.Overprint)
        page.add_resource(die_layer(pdf), Name.Properties, Name.Die)
        drawing += ["/OC /Die BDC", *die_line(die, place), "EMC"]
    page.contents_add(pdf.make_stream(("\n".join(drawing) + "\n").encode()))


def die_layer(pdf: Pdf) -> pikepdf.Object:
    """The layer of the die line, so that it can be hidden in a viewer (ISO 32000-1, 8.11); one for all pages."""
    if Name.OCProperties in pdf.Root:
        return pdf.Root.OCProperties.OCGs[0]
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("CutContour")))
    shown = Dictionary(Name=String("Default"), Order=Array([layer]), ON=Array([layer]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=shown)
    return layer


def die_line(die: Die, place: Layout) -> list[str]:
    """The round cut and its finger hole, stroked as CutContour and overprinting what lies below."""
    x = place.trim.x + place.trim.width / 2
    bottom = place.height - place.trim.y - place.trim.height
    y = bottom + place.trim.height / 2
    edge = y - die.diameter / 2
    return [
        "q /Overprint gs /CutContour CS 1 SCN 0.5 w",
        circle(x, y, die.diameter / 2),
        circle(x, edge + die.hole_rise, die.hole / 2),
        "Q",
    ]


def circle(x: float, y: float, radius: float) -> str:
    """A stroked circle (mm) of four Bézier arcs; 0.5523 keeps them within 0.03 % of the radius."""
    x, y, radius = points(x), points(y), points(radius)
    k = 0.5523 * radius
    arcs = [
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    ]
    curves = " ".join(" ".join(f"{value:.3f}" for value in arc) + " c" for arc in arcs)
    return f"{x + radius:.3f} {y:.3f} m {curves} s"


@lru_cache(maxsize=8)
def compressed(profile: Profile) -> bytes:
    return zlib.compress(profile.data, 9)


def add_output_intent(pdf: Pdf, profile: Profile) -> None:
    """The printing condition the ink values are meant for (PDF/X-4, ISO 15930-7, 6.2)."""
    stream = pikepdf.Stream(pdf, compressed(profile), Filter=Name.FlateDecode, N=4)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.identifier),
        OutputCondition=String(profile.condition),
        Info=String(profile.condition),
        DestOutputProfile=pdf.make_indirect(stream),
    )
    if profile.registry:
        intent.RegistryName = String(profile.registry)
    pdf.Root.OutputIntents = Array([intent])


def describe(pdf: Pdf, about: About) -> None:
    """Info, XMP and language; what the layout engine wrote about itself and the clock goes."""
    about = about.of_copy(about.title, about.document)
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Object.parse(metadata.info(about)))
    pdf.Root.Metadata = pdf.make_stream(metadata.xmp(about), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Lang = String(about.language)
