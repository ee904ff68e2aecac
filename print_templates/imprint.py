"""A member's name, logo, contact and code laid into a plate's panels.

`imprint(plate, words)` is the whole interface: a plate and an Imprint in, a PDF out. What is drawn
is first described as plain operators and resources per panel (`draw`), then written into the plate.
"""

from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Pdf, String

from print_templates import logo as logos
from print_templates import qr, shaping, tagging
from print_templates.content import Imprint
from print_templates.design import Panel, TextSlot
from print_templates.fonts import Face
from print_templates.logo import Pixels
from print_templates.plate import Plate
from print_templates.press import saved
from print_templates.shaping import ASCENT, LEADING, Fitted, Run
from print_templates.sheet import points
from print_templates.themes.theme import Box
from print_templates.typeset import hb_font

#: Tables that a font inside a PDF does not need.
NOT_FOR_PDF = ("GSUB", "GPOS", "GDEF", "vhea", "vmtx", "name", "post", "OS/2", "gasp")
#: Air between a logo and the name beside it, as a share of the logo box's height.
LOGO_GAP = 0.3
#: How much of its room a logo takes: all of it, or less beside a name that would not fit.
LOGO_SHARES = (1.0, 0.6, 0.35)
#: Raised whenever the same imprint would come out as other bytes.
IMPRINT_VERSION = 1


class DoesNotFit(ValueError):
    """A text is too long for its panel even at the smallest size that can be read; `field` names it."""

    def __init__(self, field_name: str) -> None:
        super().__init__(f"{field_name} does not fit its panel")
        self.field = field_name


@dataclass
class Drawing:
    """Operators for one panel, words and code apart; glyphs by face, images by name, text for readers."""

    operators: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    glyphs: dict[Face, dict[int, str]] = field(default_factory=dict)
    images: dict[str, Pixels] = field(default_factory=dict)
    spoken: list[str] = field(default_factory=list)


def imprint(plate: Plate, words: Imprint) -> bytes:
    """The plate with the imprint in every panel, as PDF bytes; equal input gives equal bytes.

    Raises DoesNotFit when the name cannot be set at a readable size.
    """
    with Pdf.open(BytesIO(plate.pdf)) as pdf:
        fonts: dict[Face, pikepdf.Object] = {}
        drawings = [(panel, draw(panel, words, plate)) for panel in plate.panels]
        for face, used in faces_used([drawing for _, drawing in drawings]).items():
            fonts[face] = embed(pdf, face, used)
        for panel, drawing in drawings:
            place(pdf, pdf.pages[panel.page], drawing, fonts, words)
        return saved(pdf)


def draw(panel: Panel, words: Imprint, plate: Plate) -> Drawing:
    """Everything of one panel, in points on the page (origin bottom left)."""
    drawing = Drawing()
    press = plate.finish == "press"
    black = "0 0 0 1 k" if press else "0.067 g"
    drawing.operators.append(black)
    drawing.code.append(black)
    picture = logos.pixels(words.logo, press=press) if words.logo else None
    logo = logo_box(panel, picture, words)
    if picture is not None:
        draw_logo(drawing, logo, picture, plate)
    shift = name_shift(panel, logo)
    if words.name:
        draw_text(drawing, panel.name, words.name, plate, shift, "name")
    if words.contact:
        draw_text(drawing, panel.contact, words.contact, plate, shift, "contact")
    draw_text(drawing, panel.address, words.address, plate, 0.0, "address")
    draw_code(drawing, panel, words.url, plate)
    return drawing


def logo_box(panel: Panel, picture: Pixels | None, words: Imprint) -> Box:
    """The logo's box in mm: as large as its room, smaller when the name needs the room beside it."""
    room = panel.logo
    if picture is None:
        return Box(room.x, room.y, 0, 0)
    fitted = Box(room.x, room.y, 0, 0)
    for share in LOGO_SHARES:
        scale = share * min(room.width / picture.width, room.height / picture.height)
        width, height = picture.width * scale, picture.height * scale
        fitted = Box(room.x, room.y + (room.height - height) / 2, width, height)
        if not words.name or not fit_name(panel, words, fitted).overflows:
            break
    return fitted


def name_shift(panel: Panel, logo: Box) -> float:
    """How far in mm a logo moves the words beside it to the right."""
    return logo.width + LOGO_GAP * panel.logo.height if logo.width else 0.0


def fit_name(panel: Panel, words: Imprint, logo: Box) -> Fitted:
    return shaping.fit(words.name, panel.name, panel.name.box.width - name_shift(panel, logo))


def misfits(panels: tuple[Panel, ...], words: Imprint) -> bool:
    """Whether a panel has no room for the imprint's words at a size that can be read."""
    picture = logos.pixels(words.logo, press=False) if words.logo else None
    for panel in panels:
        logo = logo_box(panel, picture, words)
        room = panel.contact.box.width - name_shift(panel, logo)
        if words.name and fit_name(panel, words, logo).overflows:
            return True
        if words.contact and shaping.fit(words.contact, panel.contact, room).overflows:
            return True
    return False


def on_page(plate: Plate, x: float, y: float) -> tuple[float, float]:
    """Points on the page (origin bottom left) of a place in mm from the trim's top left."""
    place = plate.layout
    return points(place.trim.x + x), points(place.height - place.trim.y - y)


def draw_code(drawing: Drawing, panel: Panel, url: str, plate: Plate) -> None:
    """The code as filled rectangles in black alone; the plate keeps its quiet zone white."""
    matrix = qr.modules(url)
    side = points(panel.code.width)
    module = side / len(matrix)
    left, top = on_page(plate, panel.code.x, panel.code.y)
    for row, column, length in qr.runs(matrix):
        x, y = left + column * module, top - (row + 1) * module
        drawing.code.append(f"{x:.3f} {y:.3f} {length * module:.3f} {module:.3f} re")
    drawing.code.append("f")


def draw_logo(drawing: Drawing, box: Box, picture: Pixels, plate: Plate) -> None:
    """The logo in its box."""
    x, y = on_page(plate, box.x, box.y + box.height)
    drawing.images["Logo"] = picture
    drawing.operators.append(
        f"q {points(box.width):.3f} 0 0 {points(box.height):.3f} {x:.3f} {y:.3f} cm /Logo Do Q"
    )


def draw_text(drawing: Drawing, slot: TextSlot, text: str, plate: Plate, shift: float, name: str) -> None:
    """One slot's text, fitted and centred in its height."""
    width = slot.box.width - shift
    fitted = shaping.fit(text, slot, width)
    if fitted.overflows:
        raise DoesNotFit(name)
    left, top = on_page(plate, slot.box.x + shift, slot.box.y)
    baseline = top - (points(slot.box.height) - fitted.height) / 2 - ASCENT * fitted.size
    for line in fitted.lines:
        free = points(width) - line.advance * fitted.size
        x = left + {"left": 0.0, "center": free / 2, "right": free}[slot.align]
        drawing.operators.append(f"BT 1 0 0 1 {x:.3f} {baseline:.3f} Tm")
        for run in line.runs:
            drawing.operators.append(show(drawing, run, fitted))
        drawing.operators.append("ET")
        baseline -= LEADING * fitted.size
    drawing.spoken.append(text)


def show(drawing: Drawing, run: Run, fitted: Fitted) -> str:
    """The operators that show a run, and a note of its glyphs for embedding."""
    used = drawing.glyphs.setdefault(run.face, {})
    for glyph in run.glyphs:
        used[glyph.id] = glyph.text
    codes = "".join(f"{glyph.id:04x}" for glyph in run.glyphs)
    return f"/{resource(run.face)} {fitted.size:.3f} Tf <{codes}> Tj"


def resource(face: Face) -> str:
    return "Imprint" + face.path.stem.replace("-", "")


def faces_used(drawings: list[Drawing]) -> dict[Face, dict[int, str]]:
    together: dict[Face, dict[int, str]] = {}
    for drawing in drawings:
        for face, glyphs in drawing.glyphs.items():
            together.setdefault(face, {}).update(glyphs)
    return together


def subset(face: Face, glyphs: set[int]) -> bytes:
    """The face with those glyphs only; glyph ids stay, so that text needs no renumbering."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(table.encode(), "big") for table in NOT_FOR_PDF)
    cut = hb.subset(hb_font(face).face, wanted)
    return bytes(cut.blob.data)


def embed(pdf: Pdf, face: Face, glyphs: dict[int, str]) -> pikepdf.Object:
    """A composite font of the glyphs used, with their widths and the text they stand for."""
    name = Name(f"/{tag(glyphs)}+{face.path.stem}")
    hb_face = hb_font(face).face
    scale = 1000 / hb_face.upem
    extents = hb_font(face).get_font_extents("ltr")
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=4, ItalicAngle=0,
        FontBBox=Array([-1000, -1000, 2000, 2000]), StemV=90 if face.weight < 600 else 150,
        Ascent=round(extents.ascender * scale), Descent=round(extents.descender * scale),
        CapHeight=round(extents.ascender * scale), FontFile2=pdf.make_stream(subset(face, set(glyphs))),
    )  # fmt: skip
    widths: list[object] = []
    for glyph in sorted(glyphs):
        widths += [glyph, Array([round(hb_font(face).get_glyph_h_advance(glyph) * scale, 2)])]
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, CIDToGIDMap=Name.Identity, DW=1000,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor), W=Array(widths),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(to_unicode(glyphs)),
        )
    )


def tag(glyphs: dict[int, str]) -> str:
    """Six capital letters that differ with the glyphs (ISO 32000-1, 9.6.4)."""
    number = sum((index + 1) * glyph for index, glyph in enumerate(sorted(glyphs)))
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters += chr(ord("A") + letter)
    return letters


def to_unicode(glyphs: dict[int, str]) -> bytes:
    """The CMap that lets a reader copy the text and hear it."""
    pairs = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(glyphs.items())]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{body}endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()


def embed_image(pdf: Pdf, picture: Pixels) -> pikepdf.Object:
    space = Name.DeviceCMYK if picture.channels == 4 else Name.DeviceRGB
    return pikepdf.Stream(
        pdf, picture.data, Type=Name.XObject, Subtype=Name.Image, Width=picture.width, Height=picture.height,
        ColorSpace=space, BitsPerComponent=8, Filter=Name.FlateDecode,
    )  # fmt: skip


def place(
    pdf: Pdf, page: pikepdf.Page, drawing: Drawing, fonts: dict[Face, pikepdf.Object], words: Imprint
) -> None:
    """The drawing on the page, over the plate: words and code as a form each, tagged where the plate is."""
    resources = Dictionary(Font=Dictionary(), XObject=Dictionary())
    for face in drawing.glyphs:
        resources.Font["/" + resource(face)] = fonts[face]
    for image, picture in drawing.images.items():
        resources.XObject["/" + image] = pdf.make_indirect(embed_image(pdf, picture))
    # The pages of a plate share one resources dictionary, so that names must differ from page to page.
    show_words = form(pdf, page, Name(f"/Words{page.index}"), drawing.operators, resources)
    show_code = form(pdf, page, Name(f"/Code{page.index}"), drawing.code, Dictionary())
    if tagging.is_tagged(pdf):
        paragraph = tagging.add_element(pdf, page, Name.P, "\n".join(drawing.spoken))
        show_words = tagging.marked(Name.P, paragraph, show_words)
        figure = tagging.add_element(pdf, page, Name.Figure, words.code_alternative or words.address)
        show_code = tagging.marked(Name.Figure, figure, show_code)
    page.contents_add(pdf.make_stream(f"q {show_words} Q\nq {show_code} Q\n".encode()))


def form(
    pdf: Pdf, page: pikepdf.Page, name: pikepdf.Name, operators: list[str], resources: pikepdf.Dictionary
) -> str:
    """The operators as a form of the page's size; returns what shows it."""
    drawn = pdf.make_stream("\n".join(operators).encode())
    drawn.Type, drawn.Subtype = Name.XObject, Name.Form
    drawn.BBox, drawn.Resources = page.MediaBox, resources
    page.add_resource(drawn, Name.XObject, name)
    return f"{name} Do"
