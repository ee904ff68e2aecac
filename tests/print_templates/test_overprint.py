"""Black overprints and nothing else does, on Ghostscript's separations."""

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from print_templates.overprint import overprint_black
from tests.print_templates.conftest import Artefact, run

#: A ground of cyan, and what lies on it in the middle.
GROUND = "0.6 0 0 0 k 0 0 100 100 re f "
MIDDLE = " 20 20 60 60 re f"


def page_of(content: str) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    pdf.pages[0].Contents = pdf.make_stream(content.encode())
    overprint_black(pdf, pdf.pages[0])
    return pdf


def inks_in_the_middle(pdf: pikepdf.Pdf, folder: Path) -> dict[str, int]:
    """Percent of each ink."""
    path = folder / "page.pdf"
    pdf.save(path)
    run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        "-r72",
        f"-sOutputFile={folder}/s.tif",
        path,
    )
    plates = {file.name[2:-5]: Image.open(file).convert("L") for file in folder.glob("s(*.tif")}
    return {ink: round((255 - plate.getpixel((50, 50))) / 2.55) for ink, plate in plates.items()}


@pytest.mark.parametrize(
    ("middle", "cyan", "black"),
    [
        ("0 0 0 1 k", 60, 100),
        ("/DeviceCMYK cs 0 0 0 1 scn", 60, 100),
        ("0 0 0 0.5 k", 0, 50),
        ("q 0 0 0 1 k Q 0 0 0 0 k", 0, 0),
        ("0 0 0 1 k 0 0 0 0 k", 0, 0),
        ("0 1 0 0 k", 0, 0),
        ("0 1 0 1 k", 0, 100),
        ("0 0 0 1 K 0 1 0 0 k", 0, 0),
        ("0 0 0 1 k q 0 1 0 0 k Q", 60, 100),
    ],
)
def test_it_works(middle: str, cyan: int, black: int, tmp_path: Path) -> None:
    inks = inks_in_the_middle(page_of(GROUND + middle + MIDDLE), tmp_path)
    assert abs(inks["Cyan"] - cyan) <= 1
    assert abs(inks["Black"] - black) <= 1


def test_a_black_line_overprints_beside_a_coloured_surface(tmp_path: Path) -> None:
    line = "0 1 0 0 k 0 0 0 1 K 30 w 0 50 m 100 50 l S 0 0 9 9 re f"
    inks = inks_in_the_middle(page_of(GROUND + line), tmp_path)
    assert (abs(inks["Cyan"] - 60) <= 1, inks["Black"]) == (True, 100)


def test_every_black_of_a_press_file_overprints(press_artefact: Artefact) -> None:
    """Walk the page as a press would: at each black fill the state in force must overprint."""
    with pikepdf.open(io.BytesIO(press_artefact.pdf)) as pdf:
        blacks = [over for page in pdf.pages for over in black_fills(page)]
    assert len(blacks) > 5
    assert all(blacks)


def black_fills(page: pikepdf.Page) -> list[bool]:
    states = page.Resources.ExtGState
    black, over, saved, found = False, False, [], []
    for step in pikepdf.parse_content_stream(page):
        operator, operands = str(step.operator), list(step.operands)
        if operator == "q":
            saved.append((black, over))
        elif operator == "Q":
            black, over = saved.pop()
        elif operator in {"k", "scn"} and len(operands) == 4:
            black = [float(value) for value in operands] == [0, 0, 0, 1]
        elif operator == "gs" and Name.op in states[str(operands[0])]:
            state = states[str(operands[0])]
            over = bool(state.op) and int(state.OPM) == 1
        elif operator in {"f", "f*", "Tj", "TJ", "Do"} and black:
            found.append(over)
    return found


def test_the_die_line_has_a_layer_of_its_own(fan: Artefact) -> None:
    with pikepdf.open(fan.path) as pdf:
        (layer,) = pdf.Root.OCProperties.OCGs
        assert str(layer.Name) == "CutContour"
        assert Array([layer]) == pdf.Root.OCProperties.D.ON
        for page in pdf.pages:
            assert page.Resources.Properties.Die.objgen == layer.objgen
            inside = 0
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                if operator == "BDC" and step.operands[0] == Name.OC:
                    inside += 1
                elif operator == "EMC" and inside:
                    inside = -1
                elif operator == "CS" and step.operands[0] == Name.CutContour:
                    assert inside == 1, "the die line is in its layer"
            assert inside == -1


def test_a_press_file_without_a_die_has_no_layers(poster: Artefact) -> None:
    with pikepdf.open(poster.path) as pdf:
        assert "/OCProperties" not in pdf.Root
        assert isinstance(pdf.Root, Dictionary)
