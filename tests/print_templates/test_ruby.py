"""Furigana: readings stand over the letters they are of, are large enough, and leave the text whole."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Name

from print_templates.content import Content, Reading
from print_templates.design import all_designs
from print_templates.fonts import lettering
from print_templates.imprint import imprint
from print_templates.plate import lay_out
from print_templates.preflight import Expected, preflight
from print_templates.preflight.fields import fields_of
from print_templates.proof import sample_content, sample_imprint
from print_templates.ruby import Run, Span, aligned, fitted, phrase_spans, runs, word_spans
from print_templates.sheet import Finish
from print_templates.spacing import gaps
from print_templates.tagging import elements
from print_templates.themes import themes
from print_templates.typeset import LEADING, RUBY_LEADING, fit, tidy
from print_templates.variants import version
from tests.print_templates.conftest import PT, run

FACE = lettering(900)


def readings(text: str, reading: str) -> dict[str, str]:
    return {text[span.start : span.end]: span.reading for span in phrase_spans(text, reading)}


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("支え合おう", "ささえあおう", {"支": "ささ", "合": "あ"}),
        ("みんなで支え合おう かながわ", "みんなでささえあおう かながわ", {"支": "ささ", "合": "あ"}),
        ("あなたの声を聞かせてください", "あなたのこえをきかせてください", {"声": "こえ", "聞": "き"}),
        ("つながろう かながわ", "つながろう かながわ", {}),
        ("コーヒー一杯", "こーひーいっぱい", {"一杯": "いっぱい"}),
        ("「声」を、聞こう。", "こえをきこう", {"声": "こえ", "聞": "き"}),
        ("24時間 話せます", "にじゅうよじかん はなせます", {"24時間": "にじゅうよじかん", "話": "はな"}),
    ],
)
def test_a_reading_is_laid_over_its_kanji_alone(text: str, reading: str, expected: dict[str, str]) -> None:
    assert readings(text, reading) == expected


def test_a_reading_whose_kana_differ_stands_over_the_whole_word() -> None:
    assert readings("今日は おはよう", "きょうわ おはよう") == {"今日は": "きょうわ"}


def test_a_reading_of_another_number_of_words_is_left_out() -> None:
    assert phrase_spans("今日は 晴れ", "きのうわあめ") == []


def test_the_longest_known_word_is_read_first_and_everywhere() -> None:
    known = (Reading("場所", "ばしょ"), Reading("居場所", "いばしょ"), Reading("支え合う", "ささえあう"))
    text = "居場所と場所、居場所で支え合う"
    found = [(text[span.start : span.end], span.reading) for span in word_spans(text, known)]
    assert found == [
        ("居場所", "いばしょ"),
        ("場所", "ばしょ"),
        ("居場所", "いばしょ"),
        ("支", "ささ"),
        ("合", "あ"),
    ]


def test_a_word_that_is_not_known_has_no_reading() -> None:
    assert word_spans("となりの人", (Reading("", "x"), Reading("声", "こえ"))) == []


@given(st.text("支合声あいう", max_size=12), st.data())
@settings(max_examples=50, deadline=None)
def test_runs_together_are_the_text(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    spans = [Span(start, end, "よみ") for start, end in zip(edges[::2], edges[1::2], strict=False)]
    assert "".join(each.text for each in runs(text, spans)) == text


def test_two_long_readings_side_by_side_do_not_touch() -> None:
    line = [Run("志", "こころざし"), Run("承", "うけたまわ"), Run("る")]
    at, ends = 0.0, -1.0
    for index, each in enumerate(line):
        place = fitted(line, index, FACE, FACE)
        if each.reading:
            middle, half = at + place.before + place.base / 2, len(each.reading) / 4
            assert middle - half >= ends - 0.001
            ends = middle + half
        at += place.width


def test_a_reading_reaches_over_kana_by_half_a_letter_at_most() -> None:
    line = [Run("を"), Run("志", "こころざし"), Run("に")]
    place = fitted(line, 1, FACE, FACE)
    assert place.before == place.behind == pytest.approx((2.5 - 1) / 2 - 0.25)


def test_a_phrase_with_readings_leaves_room_for_them() -> None:
    text = "声を聞こう\n歩こう"
    setting = fit(text, 1000, 300, spans=phrase_spans(text, "こえをきこう あるこう"))
    assert len(setting.lines) * RUBY_LEADING * setting.size <= 300.01


def test_a_line_without_readings_keeps_to_its_own_height() -> None:
    text = "みんなで\n支え合おう\nかながわ"
    setting = fit(text, 1000, 300, spans=phrase_spans(text, "みんなで ささえあおう かながわ"))
    assert setting.leadings == (LEADING, RUBY_LEADING, LEADING)
    assert setting.height == pytest.approx(sum(setting.leadings) * setting.size)


def test_no_word_is_cut_below_its_reading() -> None:
    text = "東京都知事"
    spans = aligned(text, "とうきょうとちじ")
    assert spans is not None
    assert fit(text, 50, 300, spans=spans).lines == (text,)


GLOSSARY = {"居場所": "いばしょ", "冷蔵庫": "れいぞうこ", "場所": "ばしょ", "近く": "ちかく"}


def content(theme: str) -> Content:
    words = replace(
        sample_content(theme, "みんなで支え合おう かながわ"),
        reading="みんなでささえあおう かながわ",
        sub_copy="あいさつから はじまる\n近くの 居場所",
        readings=tuple(Reading(word, sound) for word, sound in GLOSSARY.items()),
    )
    return version(words, "furigana")


@cache
def printed(theme: str, design: str, sheet: str, finish: Finish) -> bytes:
    found = all_designs()[design]
    return imprint(lay_out(found, content(theme), found.sheet(sheet), finish), sample_imprint())


@pytest.fixture
def poster(tmp_path: Path) -> Path:
    path = tmp_path / "poster.pdf"
    path.write_bytes(printed("coast", "poster", "a3", "office"))
    return path


def words_of(pdf: Path) -> Iterator[tuple[str, float, float, float, float]]:
    found = re.findall(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
                       run("pdftotext", "-bbox-layout", pdf, "-"))  # fmt: skip
    for left, top, right, bottom, text in found:
        yield text, float(left) / PT, float(top) / PT, float(right) / PT, float(bottom) / PT


def test_a_printed_reading_stands_over_its_word_at_half_its_size(poster: Path) -> None:
    words = {text: box for text, *box in words_of(poster)}
    base, reading = words["支え合おう"], words["ささ"]
    moved = gaps("支え合おう", FACE, [Span(0, 1, "ささ"), Span(2, 3, "あ")])
    letter = (base[2] - base[0]) / (5 + sum(moved))
    assert reading[2] - reading[0] == pytest.approx(letter, rel=0.02)
    assert reading[0] == pytest.approx(base[0], abs=0.03 * letter)
    assert 0.45 * (base[3] - base[1]) <= reading[3] - reading[1] <= 0.55 * (base[3] - base[1])
    assert reading[1] < base[1]


def test_the_words_under_readings_stay_one_text(poster: Path) -> None:
    for way in ([], ["-raw"]):
        text = run("pdftotext", *way, poster, "-")
        assert "支え合おう" in text
        assert "近くの 居場所" in text
        assert "".join(text.split()).count("いばしょ") == 1


def test_an_ear_hears_the_phrase_once_and_no_reading_twice(poster: Path) -> None:
    with pikepdf.open(poster) as pdf:
        found = list(elements(pdf))
        headings = [element for element in found if element.S == Name.H1]
        assert [str(heading.ActualText) for heading in headings] == ["みんなで支え合おうかながわ"]
        rubies = [element for element in found if Name.Ruby == element.S]
        assert len(rubies) >= 4
        for ruby in rubies:
            assert [str(kid.S) for kid in ruby.K] == ["/RB", "/RT"]
            assert str(ruby.K[1].ActualText) == ""


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize(
    ("design", "sheet", "finish"),
    [
        ("poster", "a3", "press"),
        ("flyer", "a4", "office"),
        ("flyer", "a5", "press"),
        ("fan", "round240", "press"),
    ],
)
@pytest.mark.usefixtures("in_english")
def test_nothing_is_wrong_with_a_print_with_readings(
    theme: str, design: str, sheet: str, finish: Finish
) -> None:
    expected = Expected(finish=finish, fields=fields_of(content(theme), sample_imprint()))
    assert list(preflight(printed(theme, design, sheet, finish), expected=expected)) == []


def test_spans_are_places_in_the_tidied_phrase() -> None:
    text = tidy(" 声を   聞こう ")
    assert readings(text, "こえを きこう") == {"声": "こえ", "聞": "き"}


def test_a_single_kanji_is_not_read_inside_a_compound() -> None:
    known = (Reading("話", "はなし"), Reading("近く", "ちかく"))
    assert word_spans("電話と最近くらし", known) == []
    assert len(word_spans("話と近く", known)) == 2
