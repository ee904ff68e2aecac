"""One organisation's imprint, verified by its panels alone."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from print_templates.content import Imprint
from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.plate import Plate, lay_out
from print_templates.preflight import Finding
from print_templates.preflight.panel import verify
from print_templates.proof import sample_content
from print_templates.themes.theme import Box
from tests.print_templates.conftest import Artefact, artefact_of
from tests.print_templates.twins import (
    Break,
    edited,
    form,
    moved,
    no_change,
    surface,
    under,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("in_english")


def verified(artefact: Artefact, by: Break = no_change, words: Imprint | None = None) -> list[Finding]:
    return verify(edited(artefact.pdf, by), artefact.plate, words or artefact.words, name=artefact.path.name)


def told(found: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.check, finding.field) for finding in found}


def test_it_works(artefact: Artefact) -> None:
    assert verified(artefact) == []


def test_a_long_name_and_a_logo_are_verified_too(artefact: Artefact) -> None:
    words = replace(
        artefact.words, name="特定非営利活動法人 見本つながりを育てる会", contact="電話 045-000-0100（平日）"
    )
    assert verify(imprint(artefact.plate, words), artefact.plate, words) == []


def no_code(pdf: pikepdf.Pdf) -> None:
    form(pdf, "Code").write(b"")


#: The lower left corner of the A3 poster's code on its medium, in mm.
CODE = (223.5, 28.1)
TWINS: dict[str, tuple[tuple[str, str], str, Break]] = {
    "no code": (("code", "code"), "cannot be read", no_code),
    "code covered by a logo": (("code", "code"), "cannot be read", surface(*CODE, 40, 40, "0 0 0 0 k")),
    "pale code": (("code", "code"), "cannot be read", under("Code", "0 0 0 0.02 k")),
    "words gone": (("overflow", "name"), "whole", moved("Words", 0, 500)),
    "contact out of its place": (("overflow", "contact"), "whole", moved("Words", 0, -18)),
    "words run into the code": (("overflow", "address"), "whole", moved("Words", 150, 0)),
}


@pytest.mark.parametrize("twin", TWINS)
def test_a_broken_imprint_is_caught(twin: str, poster: Artefact) -> None:
    expected, sentence, by = TWINS[twin]
    found = verified(poster, by)
    assert expected in told(found)
    assert any(sentence in finding.message for finding in found)
    assert {finding.artefact for finding in found} == {"poster-a3-press"}


def test_the_file_of_another_member_is_caught(poster: Artefact) -> None:
    other = replace(poster.words, url="HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2346", name="となりの会")
    assert told(verified(poster, words=other)) == {("code", "code"), ("overflow", "name")}


def test_a_plate_without_imprint_is_caught(poster: Artefact) -> None:
    found = told(verify(poster.plate.pdf, poster.plate, poster.words))
    assert found == {("code", "code"), ("overflow", "name"), ("overflow", "contact"), ("overflow", "address")}


@pytest.fixture
def flyer(folder: Path) -> Artefact:
    return artefact_of(("coast", "flyer", "a4", "press"), folder)


def test_every_page_with_a_panel_is_looked_at(flyer: Artefact) -> None:
    def on_the_back(pdf: pikepdf.Pdf) -> None:
        shown = next(form for name, form in pdf.pages[1].Resources.XObject.items() if name == "/Code1")
        shown.write(b"")

    (finding,) = verified(flyer, on_the_back)
    assert (finding.check, finding.page) == ("code", 2)


def test_letters_that_no_font_has_are_told_one_by_one(poster: Artefact) -> None:
    words = replace(poster.words, name="見本𓀀の会𒀀", contact="電話 ☃")
    found = verify(imprint(poster.plate, words), poster.plate, words)
    by_field = {finding.field: finding.message for finding in found if finding.check == "letters"}
    assert "𓀀 𒀀" in by_field["name"]


def test_words_near_the_rim_of_a_smaller_die_are_caught(fan: Artefact) -> None:
    """A print shop cuts a smaller fan out of the sheet that the words were set for."""
    die = fan.sheet.die
    assert die is not None
    small = replace(fan.plate, sheet=replace(fan.sheet, die=replace(die, diameter=120)))
    assert "safe" in {check for check, _field in told(verify(fan.pdf, small, fan.words))}


def test_a_file_that_is_none_is_a_finding(poster: Artefact) -> None:
    (finding,) = verify(b"no PDF", poster.plate, poster.words)
    assert finding.check == "file"


@pytest.mark.parametrize(("mm", "found"), [(9, {("size", "code")}), (18, set())])
def test_a_code_too_small_for_a_phone_is_caught(
    mm: float, found: set[tuple[str, str]], poster: Artefact
) -> None:
    (panel,) = poster.plate.panels
    tiny = replace(panel, code=Box(panel.code.x, panel.code.y, mm, mm))
    design = replace(poster.design, panels=lambda sheet, places=0: (tiny,))
    small = lay_out(design, sample_content("coast"), poster.sheet, "press")
    assert told(verify(imprint(small, poster.words), small, poster.words)) == found


def test_the_unbranded_kit_has_no_name_to_find(poster: Artefact) -> None:
    words = replace(poster.words, name="", contact="", logo=None)
    assert verify(imprint(poster.plate, words), poster.plate, words) == []


def test_a_box_around_the_words_does_not_hide_them(poster: Artefact) -> None:
    """Boxes that differ between media and crop are what other programs write."""

    def cropped(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = pikepdf.Array([9, 9, 900, 1250])

    assert verified(poster, cropped) == []


@pytest.fixture(params=["a4", "a3"])
def tiled(request: pytest.FixtureRequest) -> Plate:
    design = all_designs()["poster"]
    return lay_out(design, sample_content("coast"), design.sheet("a1"), "tiled", paper=request.param)


def test_a_tiled_poster_is_verified_as_a_whole(tiled: Plate, poster: Artefact) -> None:
    pdf = imprint(tiled, poster.words)
    assert verify(pdf, tiled, poster.words) == []
    other = replace(poster.words, url="HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2346", contact="電話 000-000-0000")
    assert told(verify(pdf, tiled, other)) == {("code", "code"), ("overflow", "contact")}


def test_both_sides_of_a_sheet_of_several_are_verified(poster: Artefact) -> None:
    design = all_designs()["flyer"]
    plate = lay_out(design, sample_content("coast"), design.sheet("a5"), "nup")
    assert verify(imprint(plate, poster.words), plate, poster.words) == []
    found = verify(plate.pdf, plate, poster.words)
    assert {finding.page for finding in found if finding.check == "code"} == {1, 2}


@pytest.mark.parametrize("name", ["𠮷野台の会", "髙﨑𠮷邊㈱", "つどいⅢ", "ｶﾞｽ友の会", "辻\U000e0100商店"])
def test_rare_names_are_found_whole(name: str, poster: Artefact) -> None:
    words = replace(poster.words, name=name)
    assert verify(imprint(poster.plate, words), poster.plate, words) == []


def test_words_of_a_case_that_stand_elsewhere_are_told_by_its_name(flyer: Artefact) -> None:
    other = replace(flyer.words.places[0], name="となりの広場")
    words = replace(flyer.words, places=(other, *flyer.words.places[1:]))
    (finding,) = verified(flyer, words=words)
    assert (finding.check, finding.field, finding.page) == ("overflow", "places", 2)
    assert "となりの広場" in finding.message


def test_a_letter_of_a_case_that_no_font_has_is_told_by_the_cases_name(flyer: Artefact) -> None:
    other = replace(flyer.words.places[0], summary="𓀀の会")
    words = replace(flyer.words, places=(other, *flyer.words.places[1:]))
    (finding,) = verify(imprint(flyer.plate, words), flyer.plate, words)
    assert (finding.check, finding.field) == ("letters", "places")
    assert "𓀀" in finding.message
    assert other.name in finding.message
