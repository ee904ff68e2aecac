"""What others see on an imprinted page: poppler paints it, and it is held against the empty plate."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops, ImageDraw

from print_templates.content import Imprint
from print_templates.design import Panel
from print_templates.plate import Plate
from print_templates.qr import QUIET_ZONE, modules
from print_templates.sheet import PRINTER_EDGE, SAFE
from print_templates.themes.theme import Box
from tests.print_templates.conftest import Key, decoded, plate_of, run

#: Pages are painted this wide, whatever their size; a module of the smallest code is then four pixels.
ACROSS = 900
#: A pixel has changed when it differs by this (of 255).
CHANGED = 40
#: Overhang of strokes over their line that is no fault, in mm on A4.
OVERHANG = 1.0


@dataclass(frozen=True)
class Paper:
    """One plate, its pages painted empty, and for each page with a panel where an imprint may be."""

    plate: Plate
    dpi: float
    empty: list[Image.Image]

    def pixel(self, mm: float) -> float:
        return mm * self.dpi / 25.4

    def on_page(self, box: Box, grown: float = 0.0) -> tuple[float, float, float, float]:
        """A box in mm from the trim's top left as pixels of the page."""
        trim = self.plate.layout.trim
        left, top = self.pixel(trim.x + box.x - grown), self.pixel(trim.y + box.y - grown)
        return left, top, left + self.pixel(box.width + 2 * grown), top + self.pixel(box.height + 2 * grown)


def painted(pdf: bytes, dpi: float) -> list[Image.Image]:
    """Every page in grey."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.pdf"
        path.write_bytes(pdf)
        run("pdftoppm", "-gray", "-r", f"{dpi:.3f}", path, Path(folder) / "page")
        return [Image.open(page).copy() for page in sorted(Path(folder).glob("page-*.pgm"))]


def said(pdf: bytes) -> str:
    """The text that can be copied out, without spaces and line ends."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.pdf"
        path.write_bytes(pdf)
        return "".join(run("pdftotext", "-raw", path, "-").split())


@cache
def paper(key: Key) -> Paper:
    plate = plate_of(*key)
    dpi = ACROSS * 25.4 / plate.layout.width
    return Paper(plate, dpi, painted(plate.pdf, dpi))


def faults(sheet: Paper, pdf: bytes, words: Imprint) -> list[str]:
    """What is wrong with an imprinted PDF, in words."""
    pages = painted(pdf, sheet.dpi)
    found = []
    if decoded(pages) != [words.url] * len(sheet.plate.panels):
        found.append("a code does not decode")
    text = said(pdf)
    found += [
        f"{what!r} cannot be copied out"
        for what in (words.name, words.contact, words.address)
        if "".join(what.split()) not in text
    ]
    for panel in sheet.plate.panels:
        covered = strange_modules(sheet, pages[panel.page], panel, words)
        if covered:
            found.append(f"something stands on the code of page {panel.page + 1}, {covered} modules")
    for number, (page, empty) in enumerate(zip(pages, sheet.empty, strict=True)):
        marks = ImageChops.difference(page, empty).point(lambda level: 255 if level >= CHANGED else 0)
        panels = [panel for panel in sheet.plate.panels if panel.page == number]
        for what, allowed in (
            ("outside the safe area", safe_area(sheet)),
            ("outside its room", rooms(sheet, panels)),
            ("in the quiet zone", ImageChops.invert(quiet_zones(sheet, panels, words))),
        ):
            where = ImageChops.subtract(marks, allowed).getbbox()
            if where:
                found.append(f"something stands {what} of page {number + 1}, pixels {where}")
    return found


def strange_modules(sheet: Paper, page: Image.Image, panel: Panel, words: Imprint) -> int:
    """How many modules are light where they should be dark, or dark where they should be light."""
    matrix = modules(words.url)
    left, top, right, _ = sheet.on_page(panel.code)
    side = (right - left) / len(matrix)
    return sum(
        (page.getpixel((int(left + (column + 0.5) * side), int(top + (row + 0.5) * side))) < 128) != dark
        for row, line in enumerate(matrix)
        for column, dark in enumerate(line)
    )


def safe_area(sheet: Paper) -> Image.Image:
    """White where something that must be read may stand: inside the trim, the printer's edge, a fan's rings."""
    plate = sheet.plate
    area = Image.new("L", sheet.empty[0].size, 0)
    draw = ImageDraw.Draw(area)
    trim = Box(0, 0, plate.sheet.width, plate.sheet.height)
    die = plate.shop.die(plate.sheet)
    if die is None:
        edge = SAFE if plate.finish == "press" else PRINTER_EDGE
        draw.rectangle(sheet.on_page(trim, -edge + pixel_in_mm(sheet)), fill=255)
        return area
    draw.ellipse(sheet.on_page(trim, -die.keep_out + pixel_in_mm(sheet)), fill=255)
    radius = die.hole / 2 + die.keep_out - pixel_in_mm(sheet)
    x, y = plate.sheet.width / 2, plate.sheet.height - die.hole_rise
    draw.ellipse(sheet.on_page(Box(x - radius, y - radius, 2 * radius, 2 * radius)), fill=0)
    return area


def rooms(sheet: Paper, panels: list[Panel]) -> Image.Image:
    """White where the panels of a page are."""
    area = Image.new("L", sheet.empty[0].size, 0)
    draw = ImageDraw.Draw(area)
    grown = OVERHANG * sheet.plate.sheet.width / 210 + pixel_in_mm(sheet)
    for panel in panels:
        near = [slot.box for place in panel.places for slot in (place.name, place.summary, place.address)]
        for box in (panel.name.box, panel.contact.box, panel.address.box, panel.logo, *near):
            draw.rectangle(sheet.on_page(box, grown), fill=255)
        draw.rectangle(sheet.on_page(panel.code, pixel_in_mm(sheet)), fill=255)
    return area


def quiet_zones(sheet: Paper, panels: list[Panel], words: Imprint) -> Image.Image:
    """White where the four modules around each code are."""
    area = Image.new("L", sheet.empty[0].size, 0)
    draw = ImageDraw.Draw(area)
    for panel in panels:
        quiet = QUIET_ZONE * panel.code.width / len(modules(words.url))
        draw.rectangle(sheet.on_page(panel.code, quiet - pixel_in_mm(sheet)), fill=255)
        draw.rectangle(sheet.on_page(panel.code, 1.5 * pixel_in_mm(sheet)), fill=0)
    return area


def pixel_in_mm(sheet: Paper) -> float:
    """What a painted edge may be off by."""
    return 25.4 / sheet.dpi
