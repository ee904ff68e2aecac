"""Which part of a poster goes on which sheet: pure geometry, for every poster and paper."""

from itertools import product
from math import ceil

import pytest

from print_templates.assembly import keeps
from print_templates.design import all_designs
from print_templates.marks import painted
from print_templates.proof import sample_content
from print_templates.sheet import Sheet, papers
from print_templates.themes import themes
from print_templates.themes.theme import Box
from print_templates.tiling import CODE, PHRASE, Keep, Tiling, seams, tile

POSTER = all_designs()["poster"]
#: Paper in mm as it lies upright.
PAPER = {"a4": (210, 297), "a3": (297, 420)}
#: Sheets needed, worked out by hand.
COUNTS = {
    ("a1", "a4"): 15, ("a1", "a3"): 8, ("b2", "a4"): 9, ("b2", "a3"): 4, ("a2", "a4"): 8, ("a2", "a3"): 4,
    ("b3", "a4"): 6, ("b3", "a3"): 2, ("a3", "a4"): 4,
}  # fmt: skip
#: Where a seam has so little slack that it may have to run through a line.
TIGHT = {("b2", "a4"), ("a2", "a4")}
PHRASES = ("つながろう かながわ", "みんなで支え合おう かながわ", "あなたの声を聞かせてください")
CASES = [
    (sheet, paper) for sheet in POSTER.sheets if "tiled" in sheet.finishes for paper in papers(sheet, "tiled")
]


def tilings(sheet: Sheet, paper: str) -> list[tuple[Tiling, list[Keep]]]:
    """With every theme and phrase."""
    found = []
    for theme, phrase in product(themes(), PHRASES):
        kept = keeps(POSTER, sample_content(theme, phrase), sheet)
        found.append((tile(sheet.width, sheet.height, paper, kept), kept))
    return found


def crossed(tiling: Tiling, box: Box) -> bool:
    upright = any(box.x < seam < box.x + box.width for seam in tiling.columns[1:-1])
    level = any(box.y < seam < box.y + box.height for seam in tiling.rows[1:-1])
    return upright or level


def named(case: tuple[Sheet, str]) -> str:
    return f"{case[0].key}-on-{case[1]}"


def test_it_works() -> None:
    tiling = tile(420, 594, "a4")
    assert tiling.landscape
    assert [each.label for each in tiling.tiles] == ["A-1", "A-2", "B-1", "B-2", "C-1", "C-2", "D-1", "D-2"]


def test_every_poster_that_is_too_large_for_paper_is_tiled_on_it() -> None:
    assert {(sheet.key, paper) for sheet, paper in CASES} == set(COUNTS)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_no_tiling_has_more_sheets_than_arithmetic_asks_for(case: tuple[Sheet, str]) -> None:
    sheet, paper = case
    short, long = PAPER[paper]
    # 13 mm on three sides and 20 mm below stay free; a glue edge takes 10 mm of all cells but the last.
    fewest = min(
        ceil((sheet.width - 10) / (width - 36)) * ceil((sheet.height - 10) / (height - 43))
        for width, height in ((short, long), (long, short))
    )
    assert fewest == COUNTS[sheet.key, paper]
    for tiling, _kept in tilings(sheet, paper):
        assert len(tiling.tiles) == fewest


@pytest.mark.parametrize("case", CASES, ids=named)
def test_cells_make_up_the_poster_and_neighbours_share_the_glue_edge(case: tuple[Sheet, str]) -> None:
    sheet, paper = case
    for tiling, _kept in tilings(sheet, paper):
        cells = [each.cell for each in tiling.tiles]
        assert sum(cell.width * cell.height for cell in cells) == pytest.approx(sheet.width * sheet.height)
        assert max(cell.x + cell.width for cell in cells) == sheet.width
        assert max(cell.y + cell.height for cell in cells) == sheet.height
        for each in tiling.tiles:
            right, below = each.shown.x + each.shown.width, each.shown.y + each.shown.height
            assert right == (each.cell.x + each.cell.width + 10 if each.glue_right else sheet.width)
            assert below == (each.cell.y + each.cell.height + 10 if each.glue_below else sheet.height)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_everything_painted_lies_8_mm_inside_the_paper(case: tuple[Sheet, str]) -> None:
    sheet, paper = case
    for tiling, _kept in tilings(sheet, paper):
        width, height = tiling.size
        for each in tiling.tiles:
            box = painted(each)
            assert min(box.x, box.y) >= 8
            assert box.x + box.width <= width - 8
            assert box.y + box.height <= height - 8


@pytest.mark.parametrize("case", CASES, ids=named)
def test_no_seam_runs_through_a_code(case: tuple[Sheet, str]) -> None:
    sheet, paper = case
    (panel,) = POSTER.panels(sheet)
    for tiling, _kept in tilings(sheet, paper):
        assert not crossed(tiling, panel.code)
        # On A1 the code's white card is larger than what A4 shows of it beside its glue edge.
        assert crossed(tiling, panel.card) == (case[0].key == "a1" and paper == "a4")


def test_no_level_seam_runs_through_a_line_of_the_phrase_where_there_is_slack() -> None:
    """Elsewhere through one at most: lines of large letters leave less room between them than A4 has to give."""
    for sheet, paper in CASES:
        if (sheet.key, paper) == ("a1", "a4"):
            continue
        for tiling, kept in tilings(sheet, paper):
            lines = [keep.box for keep in kept if keep.weight == PHRASE]
            cut = [seam for seam in tiling.rows[1:-1] for box in lines if box.y < seam < box.y + box.height]
            assert len(cut) <= ((sheet.key, paper) in TIGHT), (sheet.key, paper, tiling.rows)


def test_a_seam_moves_off_what_is_to_be_kept_and_no_further_than_it_must() -> None:
    assert seams(300, 200, ()) == (150,)
    assert seams(300, 200, [(140, 165, 10)]) == (140,)
    assert seams(300, 200, [(140, 300, 10)]) == (140,)


def test_the_heavier_of_two_is_kept_when_one_must_be_cut() -> None:
    assert seams(300, 160, [(140, 150, 10), (140, 146, 1), (143, 150, 1)])[0] in (140, 150)
    light_left = seams(300, 155, [(144, 150.5, 1), (147.5, 150.5, 9), (140, 144.5, 9)])
    assert 144.5 <= light_left[0] <= 147.5


def test_more_sheets_are_taken_when_else_a_code_would_be_cut() -> None:
    code = Keep(Box(20, 130, 150, 40), CODE)
    free, kept = tile(190, 280, "a4"), tile(190, 280, "a4", [code])
    assert not crossed(kept, code.box)
    assert len(free.tiles) <= len(kept.tiles)


def test_paper_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="smaller than its glue edges"):
        seams(300, 10, ())
