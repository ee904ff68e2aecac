"""The drawn figure: a hundred rounds that a black-and-white copy still tells apart, and what they say in words."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from print_templates.chart import ROUNDS, drawing, lightness, named, parts_of, shares, tones, wide
from print_templates.content import Chart, ChartPart
from print_templates.design import all_designs
from print_templates.plate import lay_out
from print_templates.proof import sample_content
from print_templates.themes import theme, themes
from print_templates.themes.theme import BLACK
from tests.print_templates.conftest import run

LEAST = 15


def chart(*values: float, counted: int = 2, label: str = "答え") -> Chart:
    """A figure of so many parts, the first few of which the headline counts."""
    parts = tuple(ChartPart(f"{label}{number}", value) for number, value in enumerate(values))
    return Chart("題", f"{sum(values[:counted]):g}", "％", "見本調査", "言葉で言うと。", parts)


SURVEY = chart(1.3, 10.1, 45.9, 20.4, 8.4, 10.8, 3.1)


def test_it_works() -> None:
    drawn = drawing(SURVEY, BLACK, BLACK, "office", 300, 10, 200)
    assert drawn.svg.count("<text") == 7
    assert "答え0 1.3" in drawn.svg
    assert 0 < drawn.height <= 200


@pytest.mark.parametrize("key", themes())
@pytest.mark.parametrize("count", range(2, 9))
@pytest.mark.parametrize("counted", [0, 1, 2, 3])
def test_a_part_differs_from_its_neighbour_in_a_grey_copy(key: str, count: int, counted: int) -> None:
    figure = chart(*[100 / count] * count, counted=min(counted, count))
    found = [lightness(tone) for tone in tones(figure, theme(key).inks["deep"])]
    assert len(found) == count
    assert min(abs(one - other) for one, other in pairwise(found)) >= LEAST


@pytest.mark.parametrize(
    "values", [(1.3, 10.1, 45.9, 20.4, 8.4, 10.8, 3.1), (33.3, 33.3, 33.3), (0.2, 99.8), (7, 3)]
)
def test_all_rounds_are_shared_out(values: tuple[float, ...]) -> None:
    counts = shares(chart(*values).parts)
    assert sum(counts) == ROUNDS
    total = sum(values)
    assert all(abs(count - 100 * value / total) < 1 for count, value in zip(counts, values, strict=True))


def test_a_bare_percentage_is_drawn_with_the_rest() -> None:
    bare = replace(SURVEY, value="47.0", parts=())
    assert shares(parts_of(bare)) == [47, 53]
    drawn = drawing(bare, BLACK, BLACK, "office", 300, 10, 200)
    assert drawn.svg.count("<path") == 2
    assert "<text" not in drawn.svg


@pytest.mark.parametrize("value", ["0", "1241"])
def test_a_number_that_is_no_share_is_not_drawn(value: str) -> None:
    assert drawing(replace(SURVEY, value=value, parts=()), BLACK, BLACK, "office", 300, 10, 200).svg == ""


def test_long_names_stay_inside_the_drawing() -> None:
    long = chart(*[12.5] * 8, label="とても長い答えの名前をここに書いてみました")
    lines = list(named(long.parts, 200, 10))
    assert [len(line) for line in lines] == [1] * 8
    svg = drawing(long, BLACK, BLACK, "office", 200, 10, 400).svg
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)]
    assert all(size * wide(part) <= 200.5 for size, part in zip(sizes, long.parts, strict=True))


def test_it_keeps_to_its_room_where_it_can() -> None:
    heights = [drawing(SURVEY, BLACK, BLACK, "office", 300, 10, most).height for most in (60, 90, 150)]
    assert heights == sorted(heights)
    assert all(height <= most for height, most in zip(heights, (60, 90, 150), strict=True))


@pytest.mark.parametrize("sheet", ["a4", "b5", "a5"])
def test_the_flyer_says_the_figure_in_words_too(sheet: str, tmp_path: Path) -> None:
    flyer, words = all_designs()["flyer"], sample_content("ripples")
    assert words.chart is not None
    path = tmp_path / "flyer.pdf"
    path.write_bytes(lay_out(flyer, words, flyer.sheet(sheet), "press").pdf)
    text = "".join(run("pdftotext", "-raw", "-f", "2", path, "-").split())
    assert words.chart.alternative in text
    for part in words.chart.parts:
        assert f"{part.label}{part.value:g}" in text
