"""Press files on Ghostscript's separations: which plate gets which ink."""

from collections.abc import Iterator
from functools import cache
from math import hypot
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from PIL import Image

from print_templates.preflight.drawing import paints
from print_templates.preflight.geometry import Rectangle
from print_templates.themes.theme import Box
from tests.print_templates.conftest import Artefact, run

DPI = 60
MM = DPI / 25.4
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@cache
def separations(pdf: Path, page: int) -> dict[str, Image.Image]:
    """One page's plates by ink; 0 is full ink, 255 none."""
    with TemporaryDirectory() as folder:
        where = [f"-dFirstPage={page + 1}", f"-dLastPage={page + 1}", f"-sOutputFile={folder}/s.tif"]
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}", *where, pdf)
        return {path.name[2:-5]: Image.open(path).convert("L") for path in Path(folder).glob("s(*.tif")}


def cut(plate: Image.Image, box: Box) -> Image.Image:
    """A part of a plate; the box is in mm from the trim's top left, which is 15 mm inside the medium."""
    left, top = (15 + box.x) * MM, (15 + box.y) * MM
    return plate.crop((int(left), int(top), int(left + box.width * MM) + 1, int(top + box.height * MM) + 1))


def texts(artefact: Artefact) -> Iterator[tuple[int, Box]]:
    """Page and box of each panel's code with quiet zone, of its address, and of its name beside the logo."""
    for panel in artefact.plate.panels:
        beside = panel.logo.width + 0.3 * panel.logo.height
        name = panel.name.box
        yield panel.page, panel.code
        yield panel.page, panel.address.box
        yield panel.page, Box(name.x + beside, name.y, name.width - beside, name.height)


def test_text_and_code_are_on_the_black_plate_alone(press_artefact: Artefact) -> None:
    for page, box in texts(press_artefact):
        plates = separations(press_artefact.path, page)
        extremes = {ink: cut(plates[ink], box).getextrema() for ink in PROCESS}
        assert extremes["Black"][0] == 0, f"no full black in {box}"
        for ink in PROCESS[:3]:
            assert extremes[ink] == (255, 255), f"{ink} in {box}"


def test_only_a_fan_has_a_die_line(press_artefact: Artefact) -> None:
    inks = set(separations(press_artefact.path, 0))
    assert inks - set(PROCESS) == ({"CutContour"} if press_artefact.design.key == "fan" else set())


@pytest.mark.parametrize("page", [0, 1])
def test_the_die_line_is_rim_and_hole_and_nothing_else(fan: Artefact, page: int) -> None:
    plate = separations(fan.path, page)["CutContour"]
    middle, hole_y = 15 + 120, 15 + 240 - 30
    off_rim, off_hole = [], []
    # Registration marks print on every plate, this one too, but only outside the bleed.
    inside = range(int(12.5 * MM), int(257.5 * MM))
    for y in inside:
        for x in inside:
            if plate.getpixel((x, y)) < 255:
                across, along = (x + 0.5) / MM, (y + 0.5) / MM
                off_rim.append(abs(hypot(across - middle, along - middle) - 120))
                off_hole.append(abs(hypot(across - middle, along - hole_y) - 12))
    assert all(min(pair) < 0.6 for pair in zip(off_rim, off_hole, strict=True))
    assert sum(distance < 0.6 for distance in off_rim) > 600
    assert sum(distance < 0.6 for distance in off_hole) > 60


def test_the_die_line_knocks_nothing_out(fan: Artefact, tmp_path: Path) -> None:
    bare = tmp_path / "bare.pdf"
    with pikepdf.open(fan.path) as pdf:
        removed = 0
        for stream in pdf.pages[0].Contents:
            data = stream.read_bytes()
            if b"/CutContour CS" in data:
                stream.write(data[: data.index(b"q /Overprint gs")])
                removed += 1
        assert removed == 1
        pdf.save(bare)
    with_line, without = separations(fan.path, 0), separations(bare, 0)
    assert "CutContour" in with_line
    for ink in PROCESS:
        assert with_line[ink].tobytes() == without[ink].tobytes(), ink


def streams(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """A page, the forms it shows, and their images."""
    yield thing
    for shown in (
        thing.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary()).as_dict().values()
    ):
        yield from streams(shown)


def test_nothing_is_painted_in_rgb(press_artefact: Artefact) -> None:
    images = set()
    with pikepdf.open(press_artefact.path) as pdf:
        for thing in (stream for page in pdf.pages for stream in streams(page.obj)):
            if thing.get("/Subtype") == pikepdf.Name.Image:
                images.add(thing.objgen)
                assert thing.ColorSpace == pikepdf.Name.DeviceCMYK
                continue
            operators = {str(step.operator) for step in pikepdf.parse_content_stream(thing)}
            assert not operators & {"rg", "RG", "ri"}
            named = {
                str(step.operands[0])
                for step in pikepdf.parse_content_stream(thing)
                if str(step.operator) in {"cs", "CS"}
            }
            assert named <= {"/DeviceCMYK", "/Registration", "/CutContour"}
    assert len(images) == 1, "the logo is in the file once, however many panels show it"


def test_registration_marks_stand_outside_the_bleed(press_artefact: Artefact) -> None:
    width, height = press_artefact.trim
    media, bleed = Rectangle(0, 0, width + 30, height + 30), Rectangle(12, 12, width + 18, height + 18)
    with pikepdf.open(press_artefact.path) as pdf:
        for page in pdf.pages:
            marks = [
                box
                for paint in paints(page)
                if paint.kind == "stroke" and paint.ink.name == "All"
                for box in paint.boxes
            ]
            # Two marks in two directions at four corners, and four crosses of two strokes.
            assert len(marks) == 2 * 2 * 4 + 4 * 2
            for mark in marks:
                assert media.holds(mark)
                apart = (
                    mark.right <= bleed.left + 0.01
                    or mark.left >= bleed.right - 0.01
                    or mark.top <= bleed.bottom + 0.01
                    or mark.bottom >= bleed.top - 0.01
                )
                assert apart, mark


def test_artwork_fills_the_bleed(press_artefact: Artefact) -> None:
    """Where the sheet is coloured at its trim, the same colour runs on through the bleed."""
    plates = separations(press_artefact.path, 0)
    width, _height = press_artefact.trim
    for y in (0.5, 5.0, 12.0):
        at_trim, in_bleed = (
            [plates[ink].getpixel((int((15 + x) * MM), int((15 + y) * MM))) for ink in PROCESS[:3]]
            for x in (width - 0.6, width + 2.3)
        )
        assert at_trim != [255, 255, 255]
        assert in_bleed == at_trim


def test_the_output_intent_carries_its_profile(press_artefact: Artefact) -> None:
    with pikepdf.open(press_artefact.path) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == pikepdf.Name.GTS_PDFX
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        profile = intent.DestOutputProfile.read_bytes()
        assert profile[16:20] == b"CMYK"
        assert profile[36:40] == b"acsp"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
