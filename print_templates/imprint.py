"""A member's name, logo, contact and code laid into a plate's panels.

`imprint(plate, words)` is the whole interface: a plate and an Imprint in, a PDF out; `printed` gives the
same bytes in two parts, so that nobody copies what all copies share.
"""

import hashlib
from dataclasses import dataclass, field
from functools import cache

import uharfbuzz as hb

from print_templates import qr, shaping
from print_templates.content import Imprint
from print_templates.design import Panel, TextSlot
from print_templates.embedding import Faces, name
from print_templates.fonts import BODY, FALLBACK
from print_templates.logo import Pixels
from print_templates.metadata import text
from print_templates.plate import Plate
from print_templates.shaping import ASCENT, LEADING, Fitted
from print_templates.sheet import points
from print_templates.tail import Copy, Tail
from print_templates.themes.theme import Box

#: Air between a logo and the name beside it, as a share of the logo box's height.
LOGO_GAP = 0.3
#: Fewer pixels per inch than this look broken on paper (PRINT.md 2); a small logo is printed smaller instead.
LEAST_PPI = 150
#: How much of its room a logo takes: all of it, or less beside a name that would not fit.
LOGO_SHARES = (1.0, 0.6, 0.35)
#: Raised whenever the same imprint would come out as other bytes.
IMPRINT_VERSION = 4


@cache
def fingerprint() -> str:
    """Names what an imprint's bytes depend on beside plate and words: this code, the shaper and the faces."""
    digest = hashlib.sha256(f"{IMPRINT_VERSION} {hb.version_string()}".encode())
    for face in (*BODY.values(), *FALLBACK.values()):
        digest.update(face.path.read_bytes())
    return digest.hexdigest()[:16]


class DoesNotFit(ValueError):
    """A text is too long for its panel even at the smallest size that can be read; `field` names it."""

    def __init__(self, field_name: str) -> None:
        super().__init__(f"{field_name} does not fit its panel")
        self.field = field_name


@dataclass
class Drawing:
    """One panel's operators in points on the page, and its text for readers."""

    operators: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)


def imprint(plate: Plate, words: Imprint) -> bytes:
    """The plate with the imprint in every panel, as PDF bytes; equal input gives equal bytes.

    Raises DoesNotFit when the name cannot be set at a readable size.
    """
    return bytes(printed(plate, words))


def printed(plate: Plate, words: Imprint) -> Copy:
    """The same as a prefix, which all copies share, and a tail. Raises DoesNotFit."""
    tail = Tail(plate.prefix)
    faces = Faces()
    logo = picture(plate, words)
    drawings = [draw(panel, words, plate, logo, faces) for panel in plate.panels]
    resources = [b"/Font << %s >>" % faces.write(tail.add)]
    if logo is not None:
        resources.append(b"/XObject << /Logo %d 0 R >>" % tail.add(*image_object(logo)))
    shared = b"/Resources << %s >>" % b" ".join(resources)
    code = words.code or qr.encode(words.url)
    for number, drawing in enumerate(drawings):
        tail.fill(("Words", number), shared, "\n".join(drawing.operators).encode())
        tail.fill(("Code", number), b"/Filter /FlateDecode", code.operators)
        tail.say(("ActualText", number), text("\n".join(drawing.spoken)))
        tail.say(("Alt", number), text(words.code_alternative or words.address))
    return tail.finished(words.name, words.state)


def picture(plate: Plate, words: Imprint) -> Pixels | None:
    """The logo's pixels for the plate's kind of paper."""
    if words.logo is None:
        return None
    return words.logo.press if plate.finish == "press" else words.logo.office


def image_object(pixels: Pixels) -> tuple[bytes, bytes, bytes]:
    """An image, its samples as they are kept."""
    space = b"/DeviceCMYK" if pixels.channels == 4 else b"/DeviceRGB"
    heading = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length %d >>\nstream\n"
    )
    size = len(pixels.data)
    return heading % (pixels.width, pixels.height, space, size), pixels.data, b"\nendstream"


def draw(panel: Panel, words: Imprint, plate: Plate, logo: Pixels | None, faces: Faces) -> Drawing:
    """Everything of one panel but the code."""
    drawing = Drawing()
    box = logo_box(panel, logo, words)
    if logo is not None:
        draw_logo(drawing, box, plate)
    shift = name_shift(panel, box)
    if words.name:
        draw_text(drawing, panel.name, words.name, plate, shift, "name", faces)
    if words.contact:
        draw_text(drawing, panel.contact, words.contact, plate, shift, "contact", faces)
    draw_text(drawing, panel.address, words.address, plate, 0.0, "address", faces)
    for slot, line in zip(panel.lines, words.lines, strict=False):
        draw_text(drawing, slot, line, plate, 0.0, "lines", faces)
    return drawing


def logo_box(panel: Panel, logo: Pixels | None, words: Imprint) -> Box:
    """The logo's box in mm: as large as its room and its pixels allow, smaller when a name needs the room."""
    room = panel.logo
    fitted = Box(room.x, room.y, 0, 0)
    if logo is None:
        return fitted
    for share in LOGO_SHARES:
        scale = min(share * min(room.width / logo.width, room.height / logo.height), 25.4 / LEAST_PPI)
        width, height = logo.width * scale, logo.height * scale
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
    for panel in panels:
        logo = logo_box(panel, words.logo.office if words.logo else None, words)
        room = panel.contact.box.width - name_shift(panel, logo)
        if words.name and fit_name(panel, words, logo).overflows:
            return True
        if words.contact and shaping.fit(words.contact, panel.contact, room).overflows:
            return True
    return False


def draw_logo(drawing: Drawing, box: Box, plate: Plate) -> None:
    """The logo in its box."""
    x, y = plate.layout.on_page(box.x, box.y + box.height)
    drawing.operators.append(
        f"q {points(box.width):.3f} 0 0 {points(box.height):.3f} {x:.3f} {y:.3f} cm /Logo Do Q"
    )


def draw_text(
    drawing: Drawing, slot: TextSlot, words: str, plate: Plate, shift: float, field_name: str, faces: Faces
) -> None:
    """One slot's text, fitted and centred in its height."""
    width = slot.box.width - shift
    fitted = shaping.fit(words, slot, width)
    if fitted.overflows:
        raise DoesNotFit(field_name)
    left, top = plate.layout.on_page(slot.box.x + shift, slot.box.y)
    baseline = top - (points(slot.box.height) - fitted.height) / 2 - ASCENT * fitted.size
    for line in fitted.lines:
        free = points(width) - line.advance * fitted.size
        x = left + {"left": 0.0, "center": free / 2, "right": free}[slot.align]
        drawing.operators.append(f"BT 1 0 0 1 {x:.3f} {baseline:.3f} Tm")
        for run in line.runs:
            shown = faces.show(run)
            drawing.operators.append(f"/{name(run.face)} {fitted.size:.3f} Tf <{shown}> Tj")
        drawing.operators.append("ET")
        baseline -= LEADING * fitted.size
    drawing.spoken.append(words)
