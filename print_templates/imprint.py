"""A member's name, logo, contact and code laid into a plate's panels.

`imprint(plate, words)` is the whole interface: a plate and an Imprint in, a PDF out; `printed` gives the
same bytes in two parts, so that nobody copies what all copies share.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import uharfbuzz as hb

from print_templates import qr, shaping
from print_templates.content import Imprint
from print_templates.design import Panel, TextSlot
from print_templates.embedding import Faces, name
from print_templates.fonts import BODY, FALLBACK
from print_templates.logo import Pixels
from print_templates.metadata import text as pdf_text
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
IMPRINT_VERSION = 6


@cache
def fingerprint() -> str:
    """Names what an imprint's bytes depend on beside plate and words: this code, the shaper and the faces."""
    digest = hashlib.sha256(f"{IMPRINT_VERSION} {hb.version_string()}".encode())
    for face in (*BODY.values(), *FALLBACK.values()):
        digest.update(face.path.read_bytes())
    return digest.hexdigest()[:16]


class DoesNotFit(ValueError):
    """A text is too long for its panel even at the smallest size that can be read.

    `field` names it; where that is `places`, `case` is the name of the place it belongs to.
    """

    def __init__(self, field_name: str, case: str = "") -> None:
        super().__init__(f"{field_name} does not fit its panel")
        self.field = field_name
        self.case = case


class Text(NamedTuple):
    """One text of an imprint and its room; the name and what belongs to it stand beside the logo.

    `case` is the name of the place near by that a text tells of.
    """

    field: str
    words: str
    slot: TextSlot
    beside_logo: bool = False
    case: str = ""


@dataclass
class Drawing:
    """One panel's operators in points on the page, and its text for readers."""

    operators: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)


def imprint(plate: Plate, words: Imprint) -> bytes:
    """The plate with the imprint in every panel, as PDF bytes; equal input gives equal bytes.

    Raises DoesNotFit when a text cannot be set at a readable size.
    """
    return bytes(printed(plate, words))


def printed(plate: Plate, words: Imprint) -> Copy:
    """The same as a prefix, which all copies share, and a tail. Raises DoesNotFit."""
    tail = Tail(plate.prefix)
    faces = Faces()
    logo = picture(plate, words)
    drawings = [draw(panel.for_message(words.message), words, plate, logo, faces) for panel in plate.panels]
    resources = [b"/Font << %s >>" % faces.write(tail.add)]
    if logo is not None:
        resources.append(b"/XObject << /Logo %d 0 R >>" % tail.add(*image_object(logo)))
    shared = b"/Resources << %s >>" % b" ".join(resources)
    code = words.code or qr.encode(words.url)
    for number, drawing in enumerate(drawings):
        tail.fill(("Words", number), shared, "\n".join(drawing.operators).encode())
        tail.fill(("Code", number), b"/Filter /FlateDecode", code.operators)
        tail.say(("ActualText", number), pdf_text("\n".join(drawing.spoken)))
        tail.say(("Alt", number), pdf_text(words.code_alternative or words.address))
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


def texts(panel: Panel, words: Imprint) -> Iterator[Text]:
    """What is written into a panel, in the order in which it is read: the places stand above who tells of them.

    A panel with more rooms than there are places keeps the others empty. `panel` is the one for the message.
    """
    for room, place in zip(panel.places, words.places, strict=False):
        for said, slot in (
            (place.name, room.name), (place.whereabouts, room.address), (place.summary, room.summary)
        ):  # fmt: skip
            if said:
                yield Text("places", said, slot, case=place.name)
    if words.name:
        yield Text("name", words.name, panel.name, beside_logo=True)
    if words.message and panel.message is not None:
        yield Text("message", words.message, panel.message, beside_logo=True)
    if words.contact:
        yield Text("contact", words.contact, panel.contact, beside_logo=True)
    for blank, label in zip(panel.blanks, words.by_hand, strict=False):
        yield Text("by_hand", label, blank.label)
    yield Text("address", words.address, panel.address)
    for slot, line in zip(panel.lines, words.lines, strict=False):
        yield Text("lines", line, slot)


def draw(panel: Panel, words: Imprint, plate: Plate, logo: Pixels | None, faces: Faces) -> Drawing:
    """Everything of one panel but the code."""
    drawing = Drawing()
    draw_rules(drawing, panel, words, plate)
    box = logo_box(panel, logo, words)
    if logo is not None:
        draw_logo(drawing, box, plate)
    shift = name_shift(panel, box)
    for text in texts(panel, words):
        draw_text(drawing, text, plate, shift if text.beside_logo else 0.0, faces)
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
        if not misfit(panel, words, fitted):
            break
    return fitted


def name_shift(panel: Panel, logo: Box) -> float:
    """How far in mm a logo moves the words beside it to the right."""
    return logo.width + LOGO_GAP * panel.logo.height if logo.width else 0.0


def misfit(panel: Panel, words: Imprint, logo: Box) -> str:
    """The first field that has no room beside a logo at a size that can be read; empty when all have."""
    shift = name_shift(panel, logo)
    for text in texts(panel, words):
        if text.beside_logo and shaping.fit(text.words, text.slot, text.slot.box.width - shift).overflows:
            return text.field
    return ""


def misfits(panels: tuple[Panel, ...], words: Imprint) -> str:
    """The first field for whose words a panel has no room at a size that can be read; empty when there is room."""
    for each in panels:
        panel = each.for_message(words.message)
        field_name = misfit(panel, words, logo_box(panel, words.logo.office if words.logo else None, words))
        if field_name:
            return field_name
    return ""


def draw_rules(drawing: Drawing, panel: Panel, words: Imprint, plate: Plate) -> None:
    """The lines to write on, as thin rectangles in the panel's own black."""
    for blank, _label in zip(panel.blanks, words.by_hand, strict=False):
        box = blank.rule
        x, y = plate.layout.on_page(box.x, box.y + box.height)
        drawing.operators.append(f"{x:.3f} {y:.3f} {points(box.width):.3f} {points(box.height):.3f} re f")


def draw_logo(drawing: Drawing, box: Box, plate: Plate) -> None:
    """The logo in its box."""
    x, y = plate.layout.on_page(box.x, box.y + box.height)
    drawing.operators.append(
        f"q {points(box.width):.3f} 0 0 {points(box.height):.3f} {x:.3f} {y:.3f} cm /Logo Do Q"
    )


def fitted(text: Text, shift: float) -> Fitted:
    """A text in its slot, of which a logo takes `shift` mm. Raises DoesNotFit."""
    found = shaping.fit(text.words, text.slot, text.slot.box.width - shift)
    if found.overflows:
        raise DoesNotFit(text.field, text.case)
    return found


def draw_text(drawing: Drawing, text: Text, plate: Plate, shift: float, faces: Faces) -> None:
    """One slot's text, fitted and put at its height."""
    slot, setting = text.slot, fitted(text, shift)
    left, top = plate.layout.on_page(slot.box.x + shift, slot.box.y)
    baseline = top - (points(slot.box.height) - setting.height) * slot.above - ASCENT * setting.size
    for line in setting.lines:
        free = points(slot.box.width - shift) - line.advance * setting.size
        x = left + {"left": 0.0, "center": free / 2, "right": free}[slot.align]
        drawing.operators.append(f"BT 1 0 0 1 {x:.3f} {baseline:.3f} Tm")
        for run in line.runs:
            shown = faces.show(run)
            drawing.operators.append(f"/{name(run.face)} {setting.size:.3f} Tf <{shown}> Tj")
        drawing.operators.append("ET")
        baseline -= LEADING * setting.size
    drawing.spoken.append(text.words)
