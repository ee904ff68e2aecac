"""Display phrases: broken where a reader would pause, as large as their box allows."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from print_templates.division import SHORT, tidy
from print_templates.fonts import lettering
from print_templates.measure import advance, bearings
from print_templates.placing import line_share
from print_templates.proof import sample_content
from print_templates.themes import theme, themes
from print_templates.typeset import LEADING, fit, unset_characters
from print_templates.units import NOT_FIRST, NOT_LAST, chunks

#: A phrase's place on a poster of 1 : √2, a sheet 1000 wide.
POSTER = (880.0, 0.47 * 1414)
HEIGHT = 1414
#: What a prefecture might choose, from 4 to 24 characters, and the words a line may not end inside.
PHRASES = {
    "つながろう かながわ": "つながろう かながわ",
    "みんなで支え合おう かながわ": "みんなで 支え合おう かながわ",
    "あなたの声を聞かせてください": "あなたの 声を 聞かせて ください",
    "つながろうかながわ": "つながろう かながわ",
    "ひといき": "ひといき",
    "おかえり": "おかえり",
    "いっしょに": "いっしょに",
    "またあした": "また あした",
    "となりの席": "となりの 席",
    "ただいまの声": "ただいまの 声",
    "ひとりじゃない": "ひとりじゃない",
    "声をかけよう": "声を かけよう",
    "ここにいるよ": "ここに いるよ",
    "あいさつからはじまる": "あいさつから はじまる",
    "今日も、おはよう。": "今日も、 おはよう。",
    "「またね」が言えるまち": "「またね」が 言えるまち",
    "ちょっと話そう、ここで。": "ちょっと 話そう、 ここで。",
    "お茶でも飲んでいきませんか": "お茶でも 飲んで",
    "きいて！きかせて！かながわ": "きいて！ きかせて！ かながわ",
    "だれかの「ただいま」になる": "だれかの 「ただいま」に なる",
    "もっとゆるく、もっと近くに": "もっと ゆるく、 もっと 近くに",
    "まちのどこかに居場所がある": "まちの どこかに 居場所が",
    "名前を知らないともだち": "名前を 知らないともだち",
    "コーヒー一杯のつながり": "コーヒー つながり",
    "ゆるやかにつながるまち": "ゆるやかに まち",
    "となりの人に「おはよう」を": "となりの 人に 「おはよう」を",
    "あなたの話、聞きたいな。": "あなたの 話、 聞きたいな。",
    "今日、だれと話しましたか？": "今日、 話しましたか？",
    "ひと声かけて、ひと息ついて。": "かけて、 ついて。",
    "海と山と、あなたとわたし": "海と 山と、 あなたと",
    "24時間いつでも話せます": "話せます",
    "まちのcafeで会いましょう": "まちの cafeで",
    "SNSより、となりの人。": "SNSより、 となりの 人。",
    "よりみちしよう 夏のかながわ": "みちしよう 夏のかながわ",
    "ふらっと 寄れる 場所がある": "ふらっと 寄れる 場所が",
    "いつもの道で\n会釈をひとつ": "いつもの 道で 会釈を",
    "ありがとう\nまた来てね": "ありがとう また 来てね",
    "手をふろう、橋の上から": "手を ふろう、 橋の 上から",
    "はじめまして、おとなりさん": "はじめまして、 おとなりさん",
    "この夏、うちわひとつぶんの風": "この夏、 うちわ 風",
    "みんなの「いいよ」が集まるまち": "みんなの 「いいよ」が まち",
    "顔を上げれば、知ってる顔": "顔を 上げれば、 顔",
    "Let us meet in Kanagawa": "Let us meet in Kanagawa",
    "Hello neighbour": "Hello neighbour",
}
#: Rooms from tall and narrow to low and wide, and a poster's.
ROOMS = [POSTER, *((float(width), float(300 - width)) for width in range(40, 290, 25))]


def lines_of(phrase: str) -> list[tuple[str, ...]]:
    return [fit(phrase, *room).lines for room in ROOMS]


@pytest.mark.parametrize(("phrase", "words"), PHRASES.items())
def test_a_line_never_ends_inside_a_word(phrase: str, words: str) -> None:
    for lines in lines_of(phrase):
        for word in words.split():
            assert any(word in line for line in lines), lines


@pytest.mark.parametrize("phrase", PHRASES)
def test_lines_together_are_the_phrase(phrase: str) -> None:
    for lines in lines_of(phrase):
        assert "".join("".join(lines).split()) == "".join(phrase.split())


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_line_begins_or_ends_against_kinsoku(phrase: str) -> None:
    for lines in lines_of(phrase):
        assert not any(line[0] in NOT_FIRST for line in lines), lines
        assert not any(line[-1] in NOT_LAST for line in lines), lines


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_poster_shows_a_phrase_on_few_lines(phrase: str) -> None:
    setting = fit(phrase, *POSTER)
    assert len(setting.lines) <= 5
    assert setting.size * LEADING >= 0.075 * HEIGHT


@pytest.mark.parametrize(
    "phrase", ["つながろう かながわ", "みんなで支え合おう かながわ", "ただいま おかえり またあした"]
)
def test_three_short_lines_are_an_eighth_of_a_poster_each(phrase: str) -> None:
    assert fit(phrase, *POSTER).size * LEADING >= 0.12 * HEIGHT


def test_a_narrow_box_does_break() -> None:
    assert fit("つながろう かながわ", 50, 250).lines == ("つながろう", "かながわ")
    assert fit("つながろう かながわ", 280, 20).lines == ("つながろう かながわ",)


@pytest.mark.parametrize("phrase", [each for each in PHRASES if max(map(len, chunks(each))) <= SHORT])
def test_a_larger_box_never_gives_smaller_letters(phrase: str) -> None:
    sizes = [fit(phrase, width, 120).size for width in range(40, 400, 20)]
    # Between two nearly equal settings the more composed one wins; that costs a few percent at most.
    assert all(wider >= 0.9 * narrower for narrower, wider in pairwise(sizes))


def test_the_writer_may_break_the_phrase_herself() -> None:
    assert fit("つなが\nろう", 500, 20).lines == ("つなが", "ろう")


def test_a_line_of_the_writers_wraps_when_the_phrase_gets_larger() -> None:
    assert fit("みんなで支え合おう\nかながわ", *POSTER).lines == ("みんなで", "支え合おう", "かながわ")


def test_a_space_is_where_a_line_ends_first() -> None:
    assert fit("となりの人に おはよう", 300, 120).lines == ("となりの人に", "おはよう")


def test_a_long_compound_is_broken_only_when_it_would_be_far_too_small() -> None:
    assert fit("地域共生社会推進月間", 880, 400).lines != ("地域共生社会推進月間",)
    assert fit("地域共生社会推進月間", 880, 100).lines == ("地域共生社会推進月間",)


def test_a_broken_word_keeps_small_kana_and_long_vowels_with_their_letter() -> None:
    for width in range(40, 300, 20):
        lines = fit("コミュニケーションパーティー", width, 300).lines
        assert not any(line[0] in "ュョーィ" for line in lines), lines


def test_latin_words_are_never_broken() -> None:
    for width in range(60, 400, 20):
        for line in fit("Neighbourhoods of Kanagawa", width, 300, language="en").lines:
            assert set(line.split()) <= {"Neighbourhoods", "of", "Kanagawa"}


def test_an_opening_bracket_hangs_so_that_letters_stand_flush() -> None:
    face = lettering(900)
    setting = fit("「またね」\n言えるまち", 300, 200)
    assert setting.hang[0][0] == bearings("「", face).before > 0.3
    assert setting.hang[1][0] == bearings("言", face).before > 0


def test_latin_letters_keep_the_blank_that_their_face_gives_them() -> None:
    assert fit("Hello", 300, 200, language="en").hang == ((0, 0),)


def test_a_final_stop_takes_no_room_of_its_own() -> None:
    assert fit("おはよう。", 100, 100).size > 100 / 4.75


def test_a_polite_request_may_stand_on_a_line_of_its_own() -> None:
    assert chunks("あなたの声を聞かせてください")[-1] == "ください"


def test_a_verb_is_not_cut_from_its_ending() -> None:
    assert chunks("みんなで支え合おう") == ["みんなで", "支え合おう"]


def test_a_corporation_is_not_cut_before_its_last_letter() -> None:
    assert all("法" not in unit[-1:] for unit in chunks("特定非営利活動法人つながり見本ネットワーク"))


@pytest.mark.parametrize("nothing", ["", " ", "\n"])
def test_a_phrase_without_text_is_refused(nothing: str) -> None:
    with pytest.raises(ValueError, match="no text"):
        fit(nothing, 100, 100)


LETTERS = "あいうえおかきくけこんっゃー森山川声話、。！「」ABCab24 \n"
TEXTS = st.sampled_from(list(PHRASES)) | st.text(LETTERS, min_size=1, max_size=24).filter(str.strip)


@given(text=TEXTS, width=st.floats(20, 900), height=st.floats(20, 900))
@settings(max_examples=80, deadline=None)
def test_whatever_is_set_lies_in_its_box_whole_and_in_order(text: str, width: float, height: float) -> None:
    setting = fit(text, width, height)
    face = lettering(900)
    for line, hang, gaps in zip(setting.lines, setting.hang, setting.gaps, strict=True):
        assert (advance(line, face) + sum(gaps) - sum(hang)) * setting.size <= width * 1.0001
    assert setting.height <= height * 1.0001
    assert len(setting.lines) * LEADING * setting.size <= height * 1.0001
    assert "".join("".join(setting.lines).split()) == "".join(text.split())


@given(text=TEXTS, width=st.floats(20, 900), height=st.floats(20, 900))
@settings(max_examples=80, deadline=None)
def test_no_unit_is_cut_unless_it_is_long(text: str, width: float, height: float) -> None:
    lines = fit(text, width, height).lines
    for unit in (unit for line in tidy(text).splitlines() for unit in chunks(line)):
        if len(unit) <= SHORT:
            assert any(unit in line for line in lines), (unit, lines)


@pytest.mark.parametrize(
    ("language", "phrase", "lines"),
    [
        ("zh-hans", "让我们彼此连接 神奈川", ("让我们", "彼此连接", "神奈川")),
        ("zh-hant", "讓我們彼此連結", ("讓我們", "彼此連結")),
        ("en", "Let us meet in Kanagawa", ("Let us", "meet in", "Kanagawa")),
    ],
)
def test_other_languages_break_as_they_are_read(language: str, phrase: str, lines: tuple[str, ...]) -> None:
    assert fit(phrase, *POSTER, language=language).lines == lines


def test_each_script_has_letters_of_its_own() -> None:
    assert unset_characters("让我们彼此连接", 900) == ["让", "们", "连"]
    assert unset_characters("让我们彼此连接", 900, "zh-hans") == []
    assert unset_characters("請說出您的聲音", 900, "zh-hant") == []


@pytest.mark.parametrize("key", themes())
def test_a_short_phrase_has_lines_as_large_as_a_poster_asks_for(key: str) -> None:
    share = line_share(theme(key), sample_content(key, "つながろう かながわ"))
    assert 0.12 <= share < 0.3


def test_a_long_phrase_has_smaller_lines() -> None:
    coast = theme("coast")
    long = line_share(coast, sample_content("coast", "あなたの話をいつでも どこでも ここで聞いています"))
    assert long < line_share(coast, sample_content("coast", "つながろう"))


def test_tidying_keeps_words_and_the_writers_lines() -> None:
    assert tidy("  つながろう　かながわ \n\n ここで ") == "つながろう かながわ\nここで"
    assert not re.search(r"\s{2}", tidy("a \n  b"))
