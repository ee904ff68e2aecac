"""Finished PDFs as other programs see them: every design, sheet, finish and theme."""

import hashlib
import os
import re
import subprocess
import sys
from math import hypot
from pathlib import Path

import pikepdf
import pytest

from print_templates.design import all_designs
from print_templates.fonts import lettering
from print_templates.measure import advance
from print_templates.preflight import Expected, preflight
from print_templates.proof import sample_content
from print_templates.spacing import edges, gaps
from tests.print_templates.conftest import (
    PT,
    Artefact,
    decoded,
    plate_of,
    poppler_pages,
    run,
    words_on_pages,
)


def expected_boxes(artefact: Artefact) -> dict[str, list[float]]:
    """Boxes in mm: for the press 3 mm bleed and 12 mm for marks around the trim, else the paper alone."""
    width, height = artefact.trim
    if artefact.finish == "office":
        return {name: [0, 0, width, height] for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox")}
    media = [0, 0, width + 30, height + 30]
    return {
        "MediaBox": media,
        "CropBox": media,
        "BleedBox": [12, 12, width + 18, height + 18],
        "TrimBox": [15, 15, width + 15, height + 15],
    }


def test_page_boxes_are_exact(artefact: Artefact) -> None:
    with pikepdf.open(artefact.path) as pdf:
        assert len(pdf.pages) == artefact.pages
        for page in pdf.pages:
            for name, box in expected_boxes(artefact).items():
                assert [float(edge) / PT for edge in page[f"/{name}"]] == pytest.approx(box, abs=0.005), name


def test_poppler_sees_the_same_boxes(artefact: Artefact) -> None:
    told = run("pdfinfo", "-box", "-f", 1, "-l", artefact.pages, artefact.path)
    for name, box in expected_boxes(artefact).items():
        rows = re.findall(rf"Page +\d+ {name}: +(.*)", told)
        assert len(rows) == artefact.pages
        for row in rows:
            # pdfinfo rounds to a hundredth of a point.
            assert [float(edge) / PT for edge in row.split()] == pytest.approx(box, abs=0.01), name


def test_every_font_is_embedded(artefact: Artefact) -> None:
    fonts = run("pdffonts", artefact.path).splitlines()[2:]
    assert len(fonts) >= 2
    assert [font for font in fonts if not re.search(r" yes (yes|no ) (yes|no ) +\d+ +\d+$", font)] == []
    assert all(re.match(r"[A-Z]{6}\+", font) for font in fonts), "a whole face is embedded"


def test_the_imprint_can_be_read_and_copied(artefact: Artefact) -> None:
    text = run("pdftotext", "-raw", artefact.path, "-")
    for words in (artefact.words.name, artefact.words.contact, artefact.words.address):
        assert text.count(words) == len(artefact.plate.panels), words


def test_official_phone_and_phrase_are_on_paper(artefact: Artefact) -> None:
    text = run("pdftotext", "-raw", artefact.path, "-")
    assert "0120-000-000" in text
    assert "つながろう" in text


def test_another_decoder_reads_every_code_from_another_raster(artefact: Artefact, tmp_path: Path) -> None:
    codes = decoded(poppler_pages(artefact.path, 100, tmp_path))
    assert codes == [artefact.words.url] * len(artefact.plate.panels)


def test_words_keep_clear_of_every_cut(artefact: Artefact) -> None:
    bleed = 15 if artefact.finish == "press" else 0
    width, height = artefact.trim
    pages = words_on_pages(artefact.path)
    assert all(pages)
    for text, *box in (word for page in pages for word in page):
        left, top, right, bottom = (edge - bleed for edge in ink(text, *box))
        assert left >= 4.8, text
        assert top >= 4.8, text
        assert right <= width - 4.8, text
        assert bottom <= height - 4.8, text
        if artefact.design.key == "fan":
            assert in_the_round(artefact, left, top, right, bottom), text


def ink(text: str, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    """Poppler's box of a word is as high as its line; the letters of a square face fill its middle.

    The phrase hangs the blank beside its first and last letter over the edges of its room.

    The exact outlines are what preflight looks at; this is the second opinion of another program.
    """
    high = bottom - top
    before = behind = 0.05 * high
    if text in sample_content().phrase:
        face = lettering(900)
        em = (right - left) / (advance(text, face) + sum(gaps(text, face)))
        before, behind = (blank * em for blank in edges(text, face))
    return left + before, top + 0.18 * high, right - behind, bottom - 0.18 * high


def in_the_round(artefact: Artefact, left: float, top: float, right: float, bottom: float) -> bool:
    """5 mm inside the rim and outside the hole, or below the fan that is cut out of A4."""
    width, height = artefact.trim
    diameter = {"round240": 240, "round210": 210, "round200": 200, "a4": 190}[artefact.sheet.key]
    x, y, radius = width / 2, height / 2, diameter / 2
    if artefact.finish == "office" and top > y + radius:
        return True
    corners = [(left, top), (left, bottom), (right, top), (right, bottom)]
    inside = all(hypot(across - x, along - y) <= radius - 4.8 for across, along in corners)
    hole_y, hole = y + radius - 0.125 * diameter, 0.05 * diameter
    across = max(left - x, 0, x - right)
    along = max(top - hole_y, 0, hole_y - bottom)
    return inside and hypot(across, along) >= hole + 4.8


def test_preflight_finds_nothing_wrong(artefact: Artefact) -> None:
    width, height = artefact.trim
    expected = Expected(
        artefact.path.name, artefact.words.url, (width, height), artefact.pages, artefact.finish
    )
    assert preflight(artefact.pdf, expected=expected) == []


def test_qpdf_finds_the_structure_clean(artefact: Artefact) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", artefact.path)


def test_the_information_says_what_it_must_and_nothing_else(artefact: Artefact) -> None:
    with pikepdf.open(artefact.path) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == info["/Title"]
    assert info["/Title"] == f"見本キャンペーン ({artefact.design.key}) – 見本の会"
    demanded = {"/Title", "/Producer"}
    dated = {"/CreationDate", "/ModDate", "/Trapped"}
    assert set(info) == (demanded | dated if artefact.finish == "press" else demanded)


PRINT_DIGESTS = """
import django
django.setup()
import hashlib
from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.plate import lay_out
from print_templates.proof import sample_content, sample_imprint
for key, finish in (("flyer", "office"), ("fan", "press")):
    design = all_designs()[key]
    plate = lay_out(design, sample_content("rounds"), design.sheets[0], finish)
    print(hashlib.sha256(imprint(plate, sample_imprint())).hexdigest())
"""


def test_equal_input_gives_equal_bytes_in_any_process() -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT_DIGESTS],
            env=os.environ | {"PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "4711")
    ]
    one, other = (process.communicate()[0].split() for process in processes)
    assert len(one) == 2
    assert one == other


def test_equal_input_gives_equal_plates_in_one_process() -> None:
    from print_templates.plate import lay_out

    design = all_designs()["poster"]
    again = lay_out(design, sample_content("coast"), design.sheet("a4"), "press").pdf
    first = plate_of("coast", "poster", "a4", "press").pdf
    assert hashlib.sha256(again).digest() == hashlib.sha256(first).digest()
