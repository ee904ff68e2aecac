"""Every design × sheet × finish × theme, laid out and imprinted once per run, and independent programs to look."""

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
import zxingcpp
from django.utils import translation
from PIL import Image

from print_templates import logo
from print_templates.content import Imprint
from print_templates.design import Design, all_designs
from print_templates.imprint import imprint
from print_templates.plate import Plate, lay_out
from print_templates.proof import sample_content, sample_imprint
from print_templates.sheet import Finish, Sheet
from print_templates.themes import themes

#: Trim in mm as PRINT.md has it; what is printed in an office is the whole paper.
TRIM = {
    ("poster", "a1"): (594, 841),
    ("poster", "b2"): (515, 728),
    ("poster", "a2"): (420, 594),
    ("poster", "b3"): (364, 515),
    ("poster", "a3"): (297, 420),
    ("poster", "a4"): (210, 297),
    ("flyer", "a4"): (210, 297),
    ("flyer", "b5"): (182, 257),
    ("flyer", "a5"): (148, 210),
    ("fan", "round240"): (240, 240),
    ("fan", "round210"): (210, 210),
    ("fan", "round200"): (200, 200),
    ("fan", "a4"): (210, 297),
}
PT = 72 / 25.4


def red_logo() -> bytes:
    """A coloured logo, so that its conversion to ink is part of every test."""
    out = io.BytesIO()
    Image.new("RGB", (1200, 480), (200, 30, 40)).save(out, "PNG")
    return logo.prepare(out.getvalue())


@dataclass(frozen=True)
class Artefact:
    """One printed PDF and what it was made of."""

    theme: str
    design: Design
    sheet: Sheet
    finish: Finish
    plate: Plate
    words: Imprint
    pdf: bytes
    path: Path

    @property
    def trim(self) -> tuple[int, int]:
        return TRIM[self.design.key, self.sheet.key]

    @property
    def pages(self) -> int:
        return len(self.design.surfaces)


Key = tuple[str, str, str, Finish]


def keys() -> list[Key]:
    """What is one sheet a page; test_imposition.py has the rest."""
    return [
        (theme, design.key, sheet.key, finish)
        for theme in themes()
        for design in all_designs().values()
        for sheet in design.sheets
        for finish in sheet.finishes
        if finish in ("press", "office")
    ]


@cache
def plate_of(theme: str, design: str, sheet: str, finish: Finish) -> Plate:
    found = all_designs()[design]
    return lay_out(found, sample_content(theme), found.sheet(sheet), finish)


@cache
def artefact_of(key: Key, folder: Path) -> Artefact:
    theme, design, sheet, finish = key
    plate = plate_of(*key)
    words = replace(sample_imprint(red_logo()), code_alternative="見本の会の二次元コード")
    pdf = imprint(plate, words)
    path = folder / theme / f"{design}-{sheet}-{finish}.pdf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pdf)
    return Artefact(theme, all_designs()[design], plate.sheet, finish, plate, words, pdf, path)


@pytest.fixture
def in_english() -> Iterator[None]:
    """Findings in the words of the code itself."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("artefacts")


def ids(key: Key) -> str:
    return "-".join(key)


@pytest.fixture(scope="session", params=keys(), ids=ids)
def artefact(request: pytest.FixtureRequest, folder: Path) -> Artefact:
    return artefact_of(request.param, folder)


@pytest.fixture(scope="session", params=[key for key in keys() if key[3] == "press"], ids=ids)
def press_artefact(request: pytest.FixtureRequest, folder: Path) -> Artefact:
    return artefact_of(request.param, folder)


@pytest.fixture(scope="session", params=[key for key in keys() if key[3] == "office"], ids=ids)
def office_artefact(request: pytest.FixtureRequest, folder: Path) -> Artefact:
    return artefact_of(request.param, folder)


@pytest.fixture(scope="session")
def poster(folder: Path) -> Artefact:
    return artefact_of(("coast", "poster", "a3", "press"), folder)


@pytest.fixture(scope="session")
def office_poster(folder: Path) -> Artefact:
    return artefact_of(("coast", "poster", "a3", "office"), folder)


@pytest.fixture(scope="session")
def fan(folder: Path) -> Artefact:
    return artefact_of(("coast", "fan", "round240", "press"), folder)


@pytest.fixture(scope="session")
def office_fan(folder: Path) -> Artefact:
    return artefact_of(("coast", "fan", "a4", "office"), folder)


def run(*command: object) -> str:
    """What a program prints; a failing one fails the test with what it said."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def poppler_pages(pdf: Path, dpi: float, folder: Path) -> list[Image.Image]:
    """Every page in grey as poppler paints it."""
    run("pdftoppm", "-gray", "-r", dpi, pdf, folder / "page")
    return [Image.open(page) for page in sorted(folder.glob("page-*.pgm"))]


def decoded(images: list[Image.Image]) -> list[str]:
    """The text of every code that can be read."""
    kind = zxingcpp.BarcodeFormat.QRCode
    return [code.text for image in images for code in zxingcpp.read_barcodes(image, formats=kind)]


Word = tuple[str, float, float, float, float]
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def words_on_pages(pdf: Path) -> list[list[Word]]:
    """By page, the words as poppler finds them: text, left, top, right, bottom in mm from the medium's top left."""
    pages = run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]
    return [
        [(word[4], *(float(edge) / PT for edge in word[:4])) for word in WORD.findall(page)] for page in pages
    ]
