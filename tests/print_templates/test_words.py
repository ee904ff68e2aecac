"""Running words: phrases stay whole, lines are even, and no last line is a letter or two."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.template import Context
from hypothesis import given, settings
from hypothesis import strategies as st

from print_templates import balance
from print_templates.content import Content, Reading
from print_templates.design import engine
from print_templates.fonts import BODY
from print_templates.measure import advance
from print_templates.placing import SHRUNK, SUB_COPY, sub_copy
from print_templates.proof import sample_content
from print_templates.ruby import word_spans
from print_templates.sheet import Sheet
from print_templates.shop import GENERIC
from print_templates.themes.theme import Box, Placement
from print_templates.units import LONG, NOT_FIRST, NOT_LAST
from tests.print_templates.conftest import run

FACE = BODY[400]
SENTENCE = "名前を知らなくても、顔を見れば会釈する。そんな軽いつながりが、困ったときの小さな助けになります。"


def set_in(text: str, content: Content | None = None, more: str = "") -> str:
    template = engine().from_string("{% words text " + more + " %}")
    return template.render(Context({"content": content or sample_content(), "text": text}))


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def test_phrases_are_kept_whole() -> None:
    assert '<span class="nowrap">つながりが、</span>' in set_in("軽いつながりが、助けになります")


def test_markup_in_the_words_is_text() -> None:
    assert "<b>" not in set_in("<b>つながり")
    assert plain(set_in("<b>つながり")) == "<b>つながり"


def test_the_writers_lines_and_spaces_are_kept() -> None:
    markup = set_in("あいさつから はじまる\nゆるやかな つながり")
    assert markup.count("<br>") == 1
    assert plain(markup) == "あいさつから はじまるゆるやかな つながり"


@pytest.mark.parametrize(
    "text", [SENTENCE, "だれでも持ち帰れる冷蔵庫です。", "話せる喫茶店", "ひとり暮らしの方も ぜひ"]
)
def test_the_last_line_has_four_letters_at_least(text: str) -> None:
    assert len(balance.units(text)[-1].strip()) >= balance.ORPHAN


def test_stops_and_closing_brackets_stay_with_their_word() -> None:
    units = balance.units("「おはよう」と言えば、「おはよう」と返る（たぶん）。")
    assert not any(unit[0] in NOT_FIRST or unit[-1] in NOT_LAST for unit in units)


def test_a_very_long_unit_may_be_broken() -> None:
    markup = set_in("コミュニケーションステーション")
    assert "<wbr>" in markup
    assert not re.search(r"<wbr><span[^>]*>[ーュョ]", markup)


@pytest.mark.parametrize("room", [11, 14, 18, 25, 40])
def test_lines_are_about_equally_long(room: float) -> None:
    lines = balance.lines(SENTENCE, room, FACE)
    widths = [advance(line, FACE) for line in lines]
    assert max(widths) <= room
    assert min(widths) > 0.5 * max(widths)
    assert "".join(lines) == SENTENCE


def test_balancing_takes_no_more_lines_than_needed() -> None:
    assert len(balance.lines(SENTENCE, advance(SENTENCE, FACE) + 0.1, FACE)) == 1
    assert len(balance.lines(SENTENCE, advance(SENTENCE, FACE) * 0.6, FACE)) == 2


@given(st.text("あいう漢字ー、。「」 abc1", min_size=1, max_size=60).filter(str.strip), st.floats(6, 40))
@settings(max_examples=60, deadline=None)
def test_balanced_lines_together_are_the_text(text: str, room: float) -> None:
    lines = balance.lines(text, room, FACE)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        unit = max(balance.units(line), key=len)
        assert advance(line, FACE) <= room * 1.001 or len(unit) > min(LONG, room / 2)


def test_the_tag_breaks_by_measure() -> None:
    markup = set_in(SENTENCE, more="50 4")
    assert markup.count("<br>") >= 3
    assert plain(markup) == SENTENCE


def test_readings_stand_over_known_words_even_across_units() -> None:
    content = replace(sample_content(), variant="furigana", readings=(Reading("居場所", "いばしょ"),))
    markup = set_in("まちの居場所と、居場所の人", content)
    assert markup.count("<rt") == 2
    assert re.search(r"<ruby[^>]*>居場所<rt", markup)
    assert "<ruby" not in set_in("まちの居場所", replace(content, variant="standard"))


def test_a_line_never_ends_inside_a_word_with_a_reading() -> None:
    spans = word_spans("東京都知事の居場所", (Reading("京都知", "きょうとち"),))
    assert any("京都知" in unit for unit in balance.units("東京都知事の居場所", spans))


LAYOUT = GENERIC.layout(Sheet("a2", 420, 594), "press")
ROOM = Placement(Box(0.06, 0.7, 0.8, 0.06), "phrase")


def test_a_short_sub_copy_has_its_usual_size() -> None:
    words = sub_copy(ROOM, sample_content(), LAYOUT)
    assert words["lines"] == ("あいさつから はじまる", "ゆるやかな つながり")
    assert words["size"] == pytest.approx(SUB_COPY * 420, rel=0.03)


def test_a_long_sub_copy_goes_on_two_even_lines_before_it_shrinks() -> None:
    long = "ふらりと寄れる場所と、話を聞く人が、いつもの道のすぐ近くにいます。"
    words = sub_copy(ROOM, replace(sample_content(), sub_copy=long), LAYOUT)
    assert len(words["lines"]) == 2
    assert SHRUNK * SUB_COPY * 420 <= words["size"] <= SUB_COPY * 420
    widths = [advance(line, BODY[700]) for line in words["lines"]]
    assert min(widths) > 0.6 * max(widths)
    assert max(widths) * words["size"] <= words["box"].width


def test_a_sub_copy_never_gets_smaller_than_it_reads() -> None:
    words = sub_copy(ROOM, replace(sample_content(), sub_copy="あ" * 90), LAYOUT)
    assert words["size"] == pytest.approx(SHRUNK * SUB_COPY * 420)


def test_no_sub_copy_is_no_lines() -> None:
    assert sub_copy(ROOM, replace(sample_content(), sub_copy=""), LAYOUT)["lines"] == ()


def test_an_edition_in_chinese_is_set_in_chinese_letters(tmp_path: Path) -> None:
    from print_templates.design import all_designs
    from print_templates.plate import lay_out

    words = replace(
        sample_content("coast", "让我们彼此连接"),
        language="zh-hans",
        sub_copy="从一声问候开始",
        lead="您说话的人",
    )
    flyer = all_designs()["flyer"]
    path = tmp_path / "flyer.pdf"
    path.write_bytes(lay_out(flyer, words, flyer.sheet("a4"), "office").pdf)
    fonts = run("pdffonts", path)
    assert "Noto-Sans-SC-Heavy" in fonts
    assert "Zen-Maru" not in fonts
    assert "让我们" in run("pdftotext", path, "-")
