"""Vertical posters (縦書き): columns from right to left, every mark in its vertical form, one phrase for the ear."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Name
from PIL import ImageChops

from print_templates import raster
from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.placing import phrase_on
from print_templates.plate import Plate, engine, font_configuration, lay_out
from print_templates.preflight import preflight
from print_templates.proof import sample_content, sample_imprint
from print_templates.sheet import Finish
from print_templates.tagging import elements
from print_templates.themes import theme
from print_templates.themes.theme import Box, Canvas, Placement, Scene, Theme
from print_templates.upright import write_vertically
from print_templates.variants import version
from print_templates.vertical import Kind, cells, columns
from tests.print_templates.conftest import run

ROOM = Box(0.5, 0.045, 0.44, 0.6)


def ground(canvas: Canvas) -> str:
    """A bare ground down to the panel."""
    size = f'width="{canvas.width}" height="{0.7 * canvas.height}"'
    return canvas.svg([f'<rect {size} fill="{canvas.ink("ground")}"/>'])


@pytest.fixture
def coast(monkeypatch: pytest.MonkeyPatch) -> Theme:
    """A theme on whose vertical poster nothing but the phrase is seen."""
    found = theme("coast")
    scene = Scene(ground, phrase=Placement(ROOM, "phrase"))
    monkeypatch.setitem(found.scenes, "poster_vertical", scene)  # type: ignore[arg-type]
    return found


def plate(phrase: str, finish: Finish = "office") -> Plate:
    poster = all_designs()["poster"]
    words = version(sample_content("coast", phrase), "vertical")
    return lay_out(poster, words, poster.sheet("a4"), finish)


@pytest.fixture
def printed(coast: Theme, tmp_path: Path) -> Path:
    path = tmp_path / "poster.pdf"
    path.write_bytes(imprint(plate("みんなで支え合おう かながわ"), sample_imprint()))
    return path


def test_columns_run_from_right_to_left_and_end_between_units() -> None:
    fitted = columns("みんなで支え合おう かながわ", 200, 300)
    assert fitted.lines == ("みんなで", "支え合おう", "かながわ")
    assert fitted.left(0) > fitted.left(1) > fitted.left(2) == 0


@given(
    text=st.text("あいうんっー森山、。「」ABCab247!? \n", min_size=1, max_size=24).filter(str.strip),
    width=st.floats(20, 400),
    height=st.floats(20, 600),
)
@settings(max_examples=60, deadline=None)
def test_columns_lie_in_their_box_with_every_letter_in_order(text: str, width: float, height: float) -> None:
    fitted = columns(text, width, height)
    assert fitted.width <= width * 1.0001
    assert (
        max(sum(cell.height for cell in column) for column in fitted.columns) * fitted.size <= height * 1.0001
    )
    shown = "".join(cell.text for column in fitted.columns for cell in column)
    assert "".join(shown.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("24時間", [("24", "side"), ("時", "upright"), ("間", "upright")]),
        ("7月", [("7", "side"), ("月", "upright")]),
        ("すごい!?", [("す", "upright"), ("ご", "upright"), ("い", "upright"), ("!?", "side")]),
        ("NPOと", [("N", "upright"), ("P", "upright"), ("O", "upright"), ("と", "upright")]),
        ("まちcafe", [("ま", "upright"), ("ち", "upright"), ("cafe", "turned")]),
        ("365日", [("3", "upright"), ("6", "upright"), ("5", "upright"), ("日", "upright")]),
        ("海 山", [("海", "upright"), (" ", "gap"), ("山", "upright")]),
    ],
)
def test_figures_and_latin_words_have_places_of_their_own(text: str, kinds: list[tuple[str, Kind]]) -> None:
    assert [(cell.text, cell.kind) for cell in cells(text, 900)] == kinds


def test_the_phrase_fills_its_room_from_the_right(coast: Theme) -> None:
    words = version(sample_content("coast", "つながろう かながわ"), "vertical")
    phrase = phrase_on(coast, "poster_vertical", words, Box(0, 0, 420, 594))
    assert phrase is not None
    taken, room = phrase["taken"], ROOM.scaled(420, 594)
    assert taken.x + taken.width == pytest.approx(room.x + room.width)
    assert taken.y == room.y
    assert taken.width < room.width or taken.height == pytest.approx(room.height)


def ink_of(pdf: bytes, box: Box) -> tuple[float, float, float, float]:
    """Where inside a box of an A4 page something is printed light on dark: its edges as shares of the box."""
    picture = raster.picture(pdf, 1200).convert("L")
    scale = picture.width / 210
    left, top = round(box.x * scale), round(box.y * scale)
    side = round(box.width * scale)
    seen = picture.crop((left, top, left + side, top + side)).point([0] * 200 + [255] * 56).getbbox()
    assert seen is not None
    return seen[0] / side, seen[1] / side, seen[2] / side, seen[3] / side


def place(coast: Theme, phrase: str, number: int) -> Box:
    """The place of one letter of a phrase of one column, on A4 with its white border."""
    words = version(sample_content("coast", phrase), "vertical")
    found = phrase_on(coast, "poster_vertical", words, plate(phrase).layout.picture)
    assert found is not None
    size, taken = found["size"], found["taken"]
    return Box(taken.x, taken.y + number * size, size, size)


@pytest.mark.parametrize("mark", ["ー", "…", "〜"])
def test_a_long_mark_stands_upright(coast: Theme, mark: str) -> None:
    phrase = f"あ{mark}い"
    left, top, right, bottom = ink_of(plate(phrase).pdf, place(coast, phrase, 1))
    assert bottom - top > 2 * (right - left)


@pytest.mark.parametrize("mark", ["、", "。", "っ", "ょ"])
def test_small_marks_stand_in_the_upper_right_of_their_place(coast: Theme, mark: str) -> None:
    phrase = f"あ{mark}い"
    left, top, right, bottom = ink_of(plate(phrase).pdf, place(coast, phrase, 1))
    assert (left + right) / 2 > 0.5
    assert (top + bottom) / 2 < 0.55


def glyph_codes(pdf: bytes) -> set[bytes]:
    """The single glyphs that are shown one by one, as they stand in the page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        steps = pikepdf.parse_content_stream(document.pages[0])
        shown = [step.operands[0] for step in steps if str(step.operator) == "TJ"]
        return {bytes(part) for each in shown for part in each if isinstance(part, pikepdf.String)}


def test_the_face_has_another_glyph_for_a_vertical_mark(coast: Theme) -> None:
    flat = lay_out(
        all_designs()["poster"],
        sample_content("coast", "あー"),
        all_designs()["poster"].sheet("a4"),
        "office",
    )
    upright = glyph_codes(plate("あー").pdf)
    across = {code[at : at + 2] for code in glyph_codes(flat.pdf) for at in range(0, len(code), 2)}
    assert len([code for code in upright if len(code) == 2 and code not in across]) >= 1


def test_searching_finds_the_columns(printed: Path) -> None:
    text = run("pdftotext", printed, "-")
    assert "みんなで\n支え合おう\nかながわ" in text
    assert "みんなで支え合おうかながわ" in "".join(run("pdftotext", "-raw", printed, "-").split())


@pytest.mark.parametrize("finish", ["office", "press"])
def test_vertical_writing_moves_no_pixel(
    coast: Theme, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    phrase = "すごーい！ NPOと\n24時間cafe"
    written = plate(phrase, finish).pdf
    monkeypatch.setattr("print_templates.script.write_vertically", lambda *_args: None)
    before, after = (raster.picture(pdf, 1000).convert("L") for pdf in (plate(phrase, finish).pdf, written))
    # A coordinate's last digit is rounded.
    assert ImageChops.difference(before, after).getextrema()[1] <= 12


def test_only_single_letters_of_the_face_are_written_vertically(tmp_path: Path) -> None:
    html = "<p style=\"font:900 20px 'Zen Maru Gothic'\">あ</p><p style=\"font:900 20px 'Zen Maru Gothic'\">あい</p>"
    raw = engine().HTML(string=html).write_pdf(font_config=font_configuration())
    with pikepdf.open(BytesIO(raw)) as pdf:
        write_vertically(pdf, pdf.pages[0], "Zen Maru Gothic")
        steps = pikepdf.parse_content_stream(pdf.pages[0])
        fonts = [str(step.operands[0]) for step in steps if str(step.operator) == "Tf"]
    assert [font.endswith("V") for font in fonts] == [True, False]


def test_an_ear_hears_the_phrase_once(printed: Path) -> None:
    with pikepdf.open(printed) as pdf:
        said = [str(element.ActualText) for element in elements(pdf) if element.S == Name.H1]
    assert said == ["みんなで支え合おうかながわ"]


@pytest.mark.parametrize("finish", ["office", "press"])
@pytest.mark.usefixtures("in_english", "coast")
def test_nothing_is_wrong_with_a_vertical_poster(finish: Finish) -> None:
    pdf = imprint(plate("みんなで、支え合おう！ かながわ", finish), sample_imprint())
    assert list(preflight(pdf)) == []


def test_a_latin_word_lies_on_its_side(coast: Theme) -> None:
    phrase = "あhimi"
    found = place(coast, phrase, 1)
    left, top, right, bottom = ink_of(plate(phrase).pdf, Box(found.x, found.y, found.width, found.height))
    assert top < 0.1
    assert bottom > 0.95
    assert right - left > 0.5
