"""The phrase is spaced by its ink: even gaps on paper, letters that stay one text, ends that stand flush."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import hypot
from pathlib import Path
from statistics import median, pstdev

import pikepdf
import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path
from pikepdf import Name
from PIL import Image, ImageDraw, ImageFont

from print_templates.banner import BANNERS, svg
from print_templates.content import Content
from print_templates.fonts import lettering
from print_templates.measure import advance
from print_templates.page_art import page_art
from print_templates.placing import phrase_on
from print_templates.preflight.sight import Letter, letters_by_page
from print_templates.proof import sample_content
from print_templates.ruby import Run, Span, fitted
from print_templates.samples import CANDIDATES, LONG
from print_templates.sheet import Layout
from print_templates.spacing import CLOSER, NEAREST, WIDER, between, edges, gaps
from print_templates.tagging import elements
from print_templates.themes import theme, themes
from print_templates.themes.theme import Box
from print_templates.typeset import LEADING, fit
from print_templates.words import spaced
from tests.print_templates.art.reading import laid_out, plain
from tests.print_templates.conftest import PT, artefact_of, run

FACE = lettering(900)
PHRASES = (*(phrase for phrase, _reading in CANDIDATES.values()), LONG)
PIXELS = 200
#: What a letter's outline, a rounded place in a PDF and a raster of `PIXELS` to an em may differ by, in em.
BLUR = 0.012


class Raster:
    """A letter as Pillow draws it: the first and the last inked column of each of its rows, in em."""

    def __init__(self, letter: str) -> None:
        font = ImageFont.truetype(str(FACE.path), PIXELS)
        image = Image.new("L", (2 * PIXELS, 2 * PIXELS))
        ImageDraw.Draw(image).text((PIXELS // 2, PIXELS // 4), letter, 255, font)
        left, top, right, bottom = image.point(lambda grey: 255 * (grey > 127)).getbbox() or (0, 0, 0, 0)
        self.rows: dict[int, tuple[float, float]] = {}
        for row in range(top, bottom):
            ink = image.crop((left, row, right, row + 1)).point(lambda grey: 255 * (grey > 127)).getbbox()
            if ink:
                self.rows[row] = (ink[0] / PIXELS, ink[2] / PIXELS)


raster = cache(Raster)


def nearest(one: str, other: str, apart: float) -> float:
    """The distance of two letters' ink in em, whose ink begins `apart` em after one another."""
    return min(
        hypot(max(0.0, apart + begin - end), (row - below) / PIXELS)
        for row, (_begin, end) in raster(one).rows.items()
        for below, (begin, _end) in raster(other).rows.items()
    )


def white(one: str, other: str, apart: float) -> float:
    """The mean distance of two letters' ink in em along their rows; not more than 0.1 em deep into either."""
    before, behind = raster(one).rows, raster(other).rows
    edge = max(end for _begin, end in before.values())
    rows = range(min(*before, *behind), max(*before, *behind) + 1)
    nothing = (-9.0, -9.0), (9.0, 9.0)
    return sum(
        min(behind.get(row, nothing[1])[0], 0.1) + apart - max(before.get(row, nothing[0])[1], edge - 0.1)
        for row in rows
    ) / len(rows)


@cache
def printed(phrase: str) -> tuple[bytes, Layout, Content]:
    """An A3 poster of the theme that a phrase was drawn for, or of the first."""
    key = next((key for key, (text, _reading) in CANDIDATES.items() if text == phrase), "coast")
    content = sample_content(key, phrase)
    return *laid_out(content, "poster", "a3"), content


def set_lines(phrase: str) -> list[list[Letter]]:
    """The letters of the phrase on paper, line by line."""
    letters = letters_by_page(printed(phrase)[0])[0]
    size = max(letter.size for letter in letters)
    found: list[list[Letter]] = []
    for letter in letters:
        if letter.size < 0.98 * size:
            continue
        if not found or letter.box.left < found[-1][-1].box.left:
            found.append([])
        found[-1].append(letter)
    return found


def pairs(phrase: str) -> list[tuple[str, str, float]]:
    """Neighbours on paper, and how far behind one another their ink begins, in em."""
    return [
        (one.text, other.text, (other.box.left - one.box.left) * PT / one.size)
        for line in set_lines(phrase)
        for one, other in pairwise(line)
    ]


def on_ems(one: str, other: str) -> float:
    """How far behind one another the ink of two letters begins on their whole ems, in em."""
    return advance(one, FACE) - edges(one, FACE)[0] + edges(other, FACE)[0]


@pytest.mark.parametrize("phrase", PHRASES)
def test_ink_keeps_its_distance_on_paper(phrase: str) -> None:
    found = {one + other: nearest(one, other, apart) for one, other, apart in pairs(phrase)}
    assert len(found) >= 6
    assert min(found.values()) >= NEAREST - BLUR, found
    assert 0.08 <= median(found.values()) <= 0.15, found


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_white_between_letters_is_even_on_paper(phrase: str) -> None:
    after = [white(*pair) for pair in pairs(phrase)]
    before = [white(one, other, on_ems(one, other)) for one, other, _apart in pairs(phrase)]
    assert max(after) <= 0.36
    assert max(after) < max(before) - 0.1
    assert pstdev(after) < 0.5 * pstdev(before)


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize("way", ["-raw", "-layout", "-q"])
def test_letters_stay_one_text(phrase: str, way: str, tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(printed(phrase)[0])
    lines = [line.strip() for line in run("pdftotext", way, path, "-").splitlines() if line.strip()]
    count = len(set_lines(phrase))
    assert count <= 3
    assert "".join(lines[:count]) == plain(phrase)


@pytest.mark.parametrize("phrase", PHRASES)
def test_lines_stand_flush_with_their_room_and_fill_what_is_said_to_be_taken(phrase: str) -> None:
    _pdf, layout, content = printed(phrase)
    placed = phrase_on(theme(content.theme), "poster", content, layout.picture)
    assert placed is not None
    assert placed["align"] == "left"
    lines = set_lines(phrase)
    taken = placed["taken"].x + layout.trim.x - layout.picture.x
    for line in lines:
        assert line[0].box.left == pytest.approx(taken, abs=0.3)
    reach = max(line[-1].box.right for line in lines) - taken
    assert reach == pytest.approx(placed["taken"].width, abs=0.4)


@pytest.mark.parametrize("key", themes())
def test_outlines_are_spaced_as_the_phrase_is(key: str) -> None:
    banner, content = BANNERS["1200x630"], sample_content(key)
    room = Layout(banner.width, banner.height, Box(0, 0, banner.width, banner.height), 0)
    placed = page_art(theme(key), banner.surface, content, room, "office").phrase
    assert placed is not None
    paths = re.findall(r' d="([^"]+)"/>', svg(content, banner))
    bounds = [bounds_of(path) for path in paths[-1 - len(placed["lines"]) : -1]]
    widest = max(right - left for left, right in bounds)
    assert widest == pytest.approx(placed["taken"].width, abs=0.01 * placed["size"])
    if placed["align"] == "left":
        for left, _right in bounds:
            assert left == pytest.approx(placed["taken"].x, abs=0.01 * placed["size"])


def bounds_of(path: str) -> tuple[float, float]:
    pen = BoundsPen(None)
    parse_path(path, pen)
    left, _top, right, _bottom = pen.bounds
    return left, right


KANA = "".join(map(chr, range(ord("ぁ"), ord("ん")))) + "アイウカシトノヘリー支合声聞力"


@pytest.mark.parametrize("weight", [700, 900])
def test_any_pair_is_moved_by_hundredths_within_bounds(weight: int) -> None:
    face = lettering(weight)
    for one in KANA:
        for other in KANA:
            moved = between(one, other, face)
            assert CLOSER <= moved <= WIDER
            assert moved == round(moved, 2)


def test_open_letters_move_closer_than_full_ones() -> None:
    assert between("く", "だ", FACE) == CLOSER
    assert between("ろ", "う", FACE) < between("つ", "な", FACE) < between("が", "わ", FACE)
    assert between("合", "声", FACE) > 0


@pytest.mark.parametrize("text", ["Let us meet", "SNS", "24", "な み", "！き"])
def test_what_is_no_japanese_letter_stays_where_it_is(text: str) -> None:
    assert not any(gaps(text, FACE))


def test_letters_of_another_script_stay_on_their_ems() -> None:
    face = lettering(900, "zh-hans")
    assert not any(gaps("打个招呼吧", face))
    assert edges("打个招呼吧", face) == (0, 0)
    assert fit("打个招呼吧", 100, 23, language="zh-hans").size == pytest.approx(23 / LEADING)


def test_letters_under_one_reading_are_not_moved() -> None:
    line = "つながりの居場所へ"
    alone, read = gaps(line, FACE), gaps(line, FACE, [Span(5, 8, "いばしょ")])
    assert all(alone[5:7])
    assert read[5:7] == (0, 0)
    assert read[:4] == alone[:4]


def test_a_reading_that_needs_room_keeps_it() -> None:
    line, spans = "この志を", [Span(2, 3, "こころざし")]
    runs = [Run("この"), Run("志", "こころざし"), Run("を")]
    assert fitted(runs, 1, FACE, FACE).before > 0
    assert gaps(line, FACE, spans)[1:] == (0, 0, 0)
    assert edges("志を", FACE, [Span(0, 1, "こころざし")])[0] == 0


def test_readings_that_meet_stay_apart() -> None:
    assert gaps("支合", FACE, [Span(0, 1, "ささ"), Span(1, 2, "あい")]) == (0, 0)


def test_letters_that_do_not_move_are_no_boxes_of_their_own() -> None:
    assert spaced("abc", (0.0, 0.0, 0.0)) == "abc"
    assert spaced("く<", (-0.1, 0.0)) == '<span style="margin-right:-0.10em">く</span>&lt;'


def test_a_tighter_line_is_set_larger() -> None:
    letters = "つながろう"
    setting = fit(letters, 100, 100)
    assert setting.width == pytest.approx(100)
    assert setting.size > 1.1 * 100 / len(letters)


def test_columns_stay_as_they_are() -> None:
    content = replace(sample_content("coast", "つながろう かながわ"), variant="vertical")
    placed = phrase_on(theme("coast"), "poster_vertical", content, Box(0, 0, 297, 420))
    assert placed is not None
    assert "gaps" not in placed


def test_an_ear_hears_a_phrase_and_no_single_letters(folder: Path) -> None:
    artefact = artefact_of(("coast", "poster", "a3", "office"), folder)
    with pikepdf.open(BytesIO(artefact.pdf)) as pdf:
        said = [str(each.ActualText) for each in elements(pdf) if Name.H1 == each.S]
    assert said == [sample_content("coast").phrase]
