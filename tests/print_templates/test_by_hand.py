"""A panel to write in by hand: ruled lines with small labels instead of name and contact."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from print_templates.imprint import imprint
from print_templates.preflight.panel import verify
from print_templates.proof import sample_imprint
from print_templates.sheet import Finish
from tests.print_templates.conftest import decoded, plate_of, poppler_pages, run, words_on_pages

LABELS = ("場所の名前", "開いている日時", "連絡先")
WORDS = replace(sample_imprint(), name="", contact="", logo=None, by_hand=LABELS)
SHEETS: list[tuple[str, str, Finish]] = [
    ("poster", "a3", "office"),
    ("poster", "a2", "press"),
    ("flyer", "a4", "office"),
]


@pytest.mark.parametrize(("design", "sheet", "finish"), SHEETS)
def test_it_works(design: str, sheet: str, finish: Finish, tmp_path: Path) -> None:
    plate = plate_of("coast", design, sheet, finish)
    path = tmp_path / "blank.pdf"
    path.write_bytes(imprint(plate, WORDS))
    text = "".join(run("pdftotext", "-raw", path, "-").split())
    assert all(text.count(label) == len(plate.panels) for label in LABELS)
    assert decoded(poppler_pages(path, 100, tmp_path)) == [WORDS.url] * len(plate.panels)
    assert verify(path.read_bytes(), plate, WORDS) == []


@pytest.mark.parametrize(("design", "sheet", "finish"), SHEETS)
def test_every_label_has_a_rule_of_its_own_to_write_on(
    design: str, sheet: str, finish: Finish, tmp_path: Path
) -> None:
    plate = plate_of("coast", design, sheet, finish)
    path = tmp_path / "blank.pdf"
    path.write_bytes(imprint(plate, WORDS))
    with pikepdf.open(path) as pdf:
        for panel in plate.panels:
            form = pdf.pages[panel.page].Resources.XObject["/Words0" if panel.page == 0 else "/Words1"]
            drawn = [one for one in pikepdf.parse_content_stream(form) if str(one.operator) == "re"]
            assert len(drawn) == len(LABELS)
    for panel in plate.panels:
        for blank in panel.blanks:
            assert blank.rule.width > 30, "there is room for a telephone number"
            assert blank.label.box.x + blank.label.box.width < blank.rule.x


def test_no_label_lies_on_other_words(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    path.write_bytes(imprint(plate_of("coast", "poster", "a4", "office"), WORDS))
    (words,) = words_on_pages(path)
    ours = [word for word in words if word[0] in LABELS]
    others = [word for word in words if word[0] not in LABELS]
    assert len(ours) == len(LABELS)
    middle = {word[0]: (word[2] + word[4]) / 2 for word in ours}
    for label, height in middle.items():
        assert not [word[0] for word in others if word[2] < height < word[4]], label


def test_the_lines_are_part_of_the_state() -> None:
    assert replace(WORDS, by_hand=LABELS[:2]).state != WORDS.state
