"""The sticker: eight labels on A4, readable and whole however long the words are."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from print_templates.plate import make
from print_templates.preflight import CHECKS, preflight
from print_templates.proof import sample_content
from print_templates.sticker import LABEL_HEIGHT, LABEL_WIDTH, Sticker, sticker_job
from tests.print_templates.conftest import run, words_on_pages

WORDS = Sticker(date(2027, 3, 31), "見本の会", "045-000-0100")
#: A sticker has no code.
ASKED = frozenset(CHECKS) - {"code", "size", "quiet"}


def printed(words: Sticker, tmp_path: Path, **changes: str) -> Path:
    path = tmp_path / "sticker.pdf"
    path.write_bytes(make(sticker_job(replace(sample_content(), **changes), words)).pdf)
    return path


def test_it_works(tmp_path: Path) -> None:
    paper = printed(WORDS, tmp_path)
    about = run("pdfinfo", paper)
    assert "(A4)" in about
    assert "Tagged:          yes" in about
    assert run("pdftotext", paper, "-").count("2027年3月31日まで") == 8
    assert preflight(paper.read_bytes(), checks=ASKED) == []


def test_equal_words_are_equal_bytes(tmp_path: Path) -> None:
    assert printed(WORDS, tmp_path).read_bytes() == printed(WORDS, tmp_path).read_bytes()


@pytest.mark.parametrize("name", ["団" * 60, "W" * 60, "NPO法人 港のかもめ食堂", "& <b>社</b>"])
def test_a_name_is_whole_within_its_label(name: str, tmp_path: Path) -> None:
    issuer = "神" * 40
    paper = printed(replace(WORDS, name=name), tmp_path, issuer=issuer)
    text = "".join(run("pdftotext", paper, "-").split())
    assert text.count(name[0]) >= 8 * name.count(name[0])
    assert text.count(issuer) == 8
    left = (210 - 2 * LABEL_WIDTH) / 2
    top = (297 - 4 * LABEL_HEIGHT) / 2
    for _text, x0, y0, x1, y1 in words_on_pages(paper)[0]:
        column = int((x0 - left) // LABEL_WIDTH)
        row = int((y0 - top) // LABEL_HEIGHT)
        assert x1 < left + (column + 1) * LABEL_WIDTH - 4
        assert y1 < top + (row + 1) * LABEL_HEIGHT - 2


def test_long_words_do_not_stand_on_one_another(tmp_path: Path) -> None:
    paper = printed(replace(WORDS, name="団" * 60), tmp_path, issuer="神" * 40)
    boxes = words_on_pages(paper)[0]
    for index, (words, x0, y0, x1, y1) in enumerate(boxes):
        for other, a0, b0, a1, b1 in boxes[index + 1 :]:
            apart = x1 <= a0 + 0.5 or a1 <= x0 + 0.5 or y1 <= b0 + 0.5 or b1 <= y0 + 0.5
            assert apart, (words, other)


@pytest.mark.parametrize("theme", ["coast", "rounds", "ripples"])
def test_every_theme_has_a_line_for_it(theme: str, tmp_path: Path) -> None:
    assert printed(WORDS, tmp_path, theme=theme).stat().st_size > 5000
