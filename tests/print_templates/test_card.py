"""Cards of a place: eight on A4, whole and readable however long the words are, their code leading where it says."""

from dataclasses import replace
from pathlib import Path

import pytest

from print_templates.card import CARD_HEIGHT, CARD_WIDTH, PlaceCard, card_job
from print_templates.plate import make
from print_templates.preflight import Expected, preflight
from print_templates.proof import sample_content
from tests.print_templates.conftest import run, words_on_pages

URL = "HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2345"
CARD = PlaceCard(
    "港の本だな",
    "読んでも読まなくてもいい部屋です。",
    ("火曜日 10:00〜16:00", "横浜市中区見本町1-2", "申し込みはいりません"),
    URL,
    "tsunagari.example.jp/q/ABC2345",
)


def printed(card: PlaceCard, tmp_path: Path, **changes: str) -> Path:
    path = tmp_path / "card.pdf"
    path.write_bytes(make(card_job(replace(sample_content(), **changes), card)).pdf)
    return path


def text_of(paper: Path) -> str:
    return "".join(run("pdftotext", paper, "-").split())


def test_it_works(tmp_path: Path) -> None:
    paper = printed(CARD, tmp_path)
    about = run("pdfinfo", paper)
    assert "(A4)" in about
    assert "Pages:           1" in about
    assert "Tagged:          yes" in about
    text = text_of(paper)
    for words in (CARD.name, CARD.summary, *CARD.lines):
        assert text.count("".join(words.split())) == 8, words
    expected = Expected(name="card.pdf", url=URL, pages=1, finish="office")
    assert preflight(paper.read_bytes(), expected=expected) == []


def test_equal_words_are_equal_bytes(tmp_path: Path) -> None:
    assert printed(CARD, tmp_path).read_bytes() == printed(CARD, tmp_path).read_bytes()


LONG = PlaceCard("団" * 80, "神" * 80, ("時" * 120, "所" * 120, "録" * 140, "電" * 30), URL, CARD.address)


@pytest.mark.parametrize(
    "card",
    [LONG, replace(CARD, name="W" * 80), replace(CARD, name="& <b>社</b>"), replace(CARD, lines=())],
    ids=["long", "wide", "markup", "few"],
)
def test_words_are_whole_within_their_card(card: PlaceCard, tmp_path: Path) -> None:
    paper = printed(card, tmp_path)
    text = text_of(paper)
    assert text.count("".join(card.name.split())) == 8
    for _text, x0, y0, x1, y1 in words_on_pages(paper)[0]:
        column, row = int(x0 // CARD_WIDTH), int(y0 // CARD_HEIGHT)
        assert x1 < (column + 1) * CARD_WIDTH - 4
        assert y1 < (row + 1) * CARD_HEIGHT - 4


def test_of_too_many_words_the_last_are_left_to_the_page(tmp_path: Path) -> None:
    text = text_of(printed(LONG, tmp_path))
    assert text.count("時" * 10) >= 8
    assert "電" not in text


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_other_languages_have_their_letters(language: str, tmp_path: Path) -> None:
    words = {"en": "A room full of books", "zh-hans": "摆满书的小房间"}[language]
    paper = printed(replace(CARD, name=words), tmp_path, language=language)
    assert text_of(paper).count(words.replace(" ", "")) == 8
