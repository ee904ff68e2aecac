"""The gallery: one page that shows everything, tells what was measured, and is read without a script."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import translation
from PIL import Image

from print_templates import samples, variants
from print_templates.design import all_designs
from print_templates.gallery.artefacts import OWN, SCREEN, Artefact, artefacts
from print_templates.gallery.build import build
from print_templates.gallery.contrast import Pair
from print_templates.gallery.page import page
from print_templates.gallery.pictures import write_pictures
from print_templates.gallery.views import FAR, FULL, LOOKS, Shown, shown
from print_templates.gallery.vision import VISIONS, difference, seen, srgb
from print_templates.themes import themes
from print_templates.themes.theme import SURFACES

IMAGE = re.compile(r'<img src="([^"]+)" width="(\d+)" height="(\d+)"[^>]* alt="([^"]*)"')


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of one theme, one sheet of each design."""
    with translation.override("en"):
        return build(tmp_path_factory.mktemp("gallery"), ["coast"], quick=True, processes=1)


@pytest.fixture(scope="module")
def fan(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    return shown(Artefact("coast", "fan", "round240"), tmp_path_factory.mktemp("fan"))


def test_it_works(made: Path) -> None:
    """Every picture is there, as large as the page says, and says what it is."""
    text = made.read_text()
    images = IMAGE.findall(text)
    assert len(images) == text.count("<img")
    for file, width, height, alternative in images:
        with Image.open(made.parent / file) as picture:
            assert picture.size == (int(width), int(height))
        assert alternative.startswith("Coast")


def test_a_picture_leads_to_a_large_one(made: Path) -> None:
    large = re.findall(r'<a href="([^"#]+\.png)"', made.read_text())
    assert len(large) >= 5
    for file in large:
        with Image.open(made.parent / file) as picture:
            assert abs(picture.width - FULL) <= 1


def test_it_needs_no_script_and_loads_nothing_from_elsewhere(made: Path) -> None:
    text = made.read_text()
    assert "<script" not in text
    assert "http" not in text
    assert '<html lang="en">' in text


def test_it_tells_what_was_measured(made: Path) -> None:
    """Phrase, sub-copy, telephone and issuer of the poster among the rows."""
    rows = re.findall(r"<td>(.*?)</td><th scope=\"row\">(.*?)</th>", made.read_text())
    assert {"catchphrase", "sub-copy", "telephone numbers", "issuer"} <= {
        words for design, words in rows if design == "Poster"
    }


def test_words_that_are_too_pale_are_told_first(fan: Shown) -> None:
    pale = Pair("phrase", (200, 200, 200), (255, 255, 255), 1.7, "つながろう")
    with translation.override("en"):
        text = page([replace(fan, pairs=(*fan.pairs, pale))])
        fine = page([fan])
    assert "1 kind of words has too little contrast." in text
    assert text.index('class="fails"') < text.index("passes")
    assert "All words have enough contrast." in fine


def test_a_scene_that_is_not_drawn_is_named(fan: Shown) -> None:
    with translation.override("en"):
        text = page([fan], [Artefact("coast", SCREEN, "banner_box")])
    assert "Not drawn yet: Screens · banner 300 × 250" in text


def test_a_fan_is_cut_round_and_punched(fan: Shown, tmp_path: Path) -> None:
    view = shown(fan.artefact, tmp_path).views[0]
    for written in (view.full, view.far, *view.looks.values()):
        with Image.open(tmp_path / written.file) as picture:
            corner, rim, hole = (0, 0), (0.5, 0.1), (0.5, 0.875)
            alpha = [
                picture.getpixel((int(x * picture.width), int(y * picture.height)))[3]
                for x, y in (corner, rim, hole)
            ]
            assert alpha == [0, 255, 0], written.file


def test_it_shows_every_sheet_version_and_language() -> None:
    found = artefacts("coast")
    sheets = {
        (one.design, one.sheet) for one in found if one.sample == OWN and one.variant == variants.STANDARD
    }
    assert sheets >= {(design.key, sheet.key) for design in all_designs().values() for sheet in design.sheets}
    assert {one.sheet for one in found if one.design == SCREEN} == {
        surface for surface in SURFACES if surface.startswith(("hero", "banner"))
    }
    assert {one.variant for one in found} == {"standard", "vertical", "furigana", "work", "youth"}
    assert {one.content.language for one in found} >= {"ja", "en"}
    phrases = {one.content.phrase for one in found}
    assert phrases >= {phrase for phrase, _reading in samples.CANDIDATES.values()}
    assert len(set(found)) == len(found) == len({one.name for one in found})


def test_one_design_can_be_looked_at_alone() -> None:
    assert {one.design for one in artefacts("coast", ("fan",))} == {"fan"}
    assert len(artefacts("coast", ("fan",), quick=True)) == 1


@pytest.mark.parametrize("theme", themes())
def test_no_sample_says_what_nobody_is_to_be_labelled_with(theme: str) -> None:
    for content in samples.samples(theme).values():
        assert not re.search("孤独|孤立|支援|孤单|援助|lonel|isolat", str(content))


def test_the_pictures_of_the_docs_stay_small(tmp_path: Path) -> None:
    files = write_pictures(tmp_path)
    assert {"posters.png", "flyers.png", "fans.png", "drawings.png"} <= {file.name for file in files}
    assert sum(file.stat().st_size for file in files) < 900_000


def test_a_page_has_all_its_looks(fan: Shown) -> None:
    assert all(tuple(view.looks) == LOOKS for view in fan.views)
    assert [view.far.height for view in fan.views] == [FAR, FAR]


@pytest.mark.parametrize("vision", VISIONS)
def test_white_is_white_for_every_eye(vision: str) -> None:
    assert difference(seen((255, 255, 255), vision), (255, 255, 255)) < 0.5
    assert difference(seen((0, 0, 0), vision), (0, 0, 0)) < 0.5


def test_red_and_green_come_near_one_another_for_who_confuses_them() -> None:
    """As far apart as ever for those who confuse blue and yellow."""
    red, green = srgb("#c0392b"), srgb("#5d8a2a")
    apart = {vision: difference(seen(red, vision), seen(green, vision)) for vision in VISIONS}
    assert apart["deuteranopia"] < apart["deuteranomaly"] < difference(red, green)
    assert apart["deuteranopia"] < 0.5 * apart["tritanopia"]


def test_colours_are_measured_as_the_books_do() -> None:
    """ΔE*ab of sRGB primaries and greys under D65."""
    assert difference(srgb("#ffffff"), srgb("#000000")) == pytest.approx(100, abs=0.1)
    assert difference(srgb("#ff0000"), srgb("#00ff00")) == pytest.approx(170.6, abs=0.5)
