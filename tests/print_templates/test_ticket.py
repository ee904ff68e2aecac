"""The job ticket and its hints: the same for a whole set of files but for whose they are and their digests."""

from dataclasses import replace
from pathlib import Path

import pytest

from print_templates.imprint import imprint
from print_templates.plate import Plate, make
from print_templates.preflight import preflight
from print_templates.proof import sample_content, sample_imprint
from print_templates.shop import PrintShop
from print_templates.ticket import (
    MOST_FILES,
    TicketFile,
    TooManyFiles,
    order_imprint,
    ticket_imprint,
    ticket_job,
)
from tests.print_templates.conftest import decoded, poppler_pages, run, words_on_pages

FILES = [
    TicketFile("poster-a1-press.pdf", (594, 841), 1),
    TicketFile("flyer-b5-press.pdf", (182, 257), 2),
    TicketFile("fan-round240-press.pdf", (240, 240), 2, die=True),
]
DIGESTS = [f"{number:x}" * 64 for number in (10, 11, 12)]
WORDS = ticket_imprint(sample_imprint(), DIGESTS)
SHOP = PrintShop("minato", "みなと印刷", bleed=5, marks=False, ink_limit=280)


@pytest.fixture(scope="module")
def ticket() -> Plate:
    return make(ticket_job(sample_content(), FILES))


@pytest.fixture
def paper(ticket: Plate, tmp_path: Path) -> Path:
    path = tmp_path / "job-ticket.pdf"
    path.write_bytes(imprint(ticket, WORDS))
    return path


def test_it_works(paper: Path) -> None:
    text = run("pdftotext", "-layout", paper, "-")
    assert "Pages:           2\n" in run("pdfinfo", paper)
    for words in (
        "見本の会",
        WORDS.address,
        "FOGRA39",
        "最大 300 %",
        "四辺 3 mm",
        "トンボ",
        "CutContour",
        "第1版",
    ):
        assert words in text, words
    assert preflight(paper.read_bytes()) == []


def test_each_file_stands_in_its_row_with_its_digest(paper: Path) -> None:
    words, _hints = words_on_pages(paper)
    place = {word[0]: word for word in words}
    for file, digest in zip(FILES, DIGESTS, strict=True):
        _name, _left, _top, _right, bottom = place[file.name]
        below = place[digest][4] - bottom
        assert 2 < below < 5, "the digest stands right below its file's name"
    assert len(place["594"]) == 5


def test_an_orders_copies_stand_in_their_column(ticket: Plate, tmp_path: Path) -> None:
    path = tmp_path / "order.pdf"
    said, copies = ["甲", "乙", "丙"], ["1,234,567", "20", "–"]
    path.write_bytes(imprint(ticket, order_imprint(sample_imprint(), said, copies)))
    words, _hints = words_on_pages(path)
    place = {word[0]: word for word in words}
    for file, line, count in zip(FILES, said, copies, strict=True):
        top, bottom = place[file.name][2], place[file.name][4]
        assert top - 3 < place[count][2] < bottom, "beside its file's name"
        assert place[count][1] > place["部数"][1] - 1, "in the column of copies"
        assert 2 < place[line][4] - bottom < 5
    assert preflight(path.read_bytes()) == []


def test_its_code_is_the_organisations(paper: Path, tmp_path: Path) -> None:
    assert decoded(poppler_pages(paper, 100, tmp_path)) == [WORDS.url]


def test_a_shops_own_demands_are_on_its_ticket(tmp_path: Path) -> None:
    path = tmp_path / "ticket.pdf"
    words = ticket_imprint(sample_imprint(), DIGESTS[:1])
    path.write_bytes(imprint(make(ticket_job(sample_content(), FILES[:1], SHOP)), words))
    text = run("pdftotext", "-layout", path, "-")
    for said in ("みなと印刷", "最大 280 %", "四辺 5 mm", "トンボなし"):
        assert said in text, said
    assert "CutContour" not in text, "nothing is cut with a die"


def test_a_shop_with_a_long_key_and_a_long_title_get_a_ticket_without_faults(tmp_path: Path) -> None:
    rows = [
        replace(file, name=file.name.replace("-press", "-twenty-letters-long-press-insatsu-no-yokohama"))
        for file in FILES
    ]
    content = replace(
        sample_content(),
        title="令和六年度 かながわつながりネットワーク 地域の居場所と見守りのための普及啓発キャンペーン",
    )
    assert preflight(imprint(make(ticket_job(content, rows, SHOP)), WORDS)) == []


def test_the_longest_table_fits_its_page_and_a_longer_one_is_refused(tmp_path: Path) -> None:
    most = [
        replace(FILES[0], name=f"poster-a1-vertical-press-minato{number}.pdf") for number in range(MOST_FILES)
    ]
    path = tmp_path / "long.pdf"
    words = ticket_imprint(sample_imprint(), [DIGESTS[0]] * MOST_FILES)
    path.write_bytes(imprint(make(ticket_job(sample_content(), most, SHOP)), words))
    assert "Pages:           2\n" in run("pdfinfo", path)
    placed, _hints = words_on_pages(path)
    last_row = max(word[4] for word in placed if word[0] == DIGESTS[0])
    footer = next(word[2] for word in placed if word[0].startswith("用紙と部数"))
    assert last_row + 3 < footer
    with pytest.raises(TooManyFiles):
        ticket_job(sample_content(), [*most, FILES[0]])


def test_the_second_page_has_hints_for_the_order(paper: Path) -> None:
    text = run("pdftotext", "-f", 2, "-layout", paper, "-")
    for words in (
        "注文の手引き",
        "g/m²",
        "1割",
        "折り",
        "CutContour",
        "オーバープリント",
        "届いたら",
        sample_content().contact,
    ):
        assert words in text, words


def test_without_a_fan_there_is_no_word_of_a_die(tmp_path: Path) -> None:
    path = tmp_path / "posters.pdf"
    words = ticket_imprint(sample_imprint(), DIGESTS[:1])
    path.write_bytes(imprint(make(ticket_job(sample_content(), FILES[:1])), words))
    text = run("pdftotext", path, "-")
    assert "うちわ" not in text
    assert "CutContour" not in text
