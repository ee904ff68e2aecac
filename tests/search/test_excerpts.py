"""What of a thing is shown, with the words marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.reading.lexicon import Known, Lexicon
from home.search.excerpts import MOST, Marker, Piece, joined, pieces
from home.search.words import Word, word_of

NO_WORDS = Lexicon([])
LONG_TEXT = "はじめに。" * 30 + "奥に工房があります。" + "おわり。" * 40


def marked(typed: list[str], text: str, known: Lexicon = NO_WORDS) -> str:
    words = [
        Word(each, each) if each.isascii() is False and word_is_kana(each) else Word(each) for each in typed
    ]
    found = Marker(words, False, known).marked(text)
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in found)


def word_is_kana(word: str) -> bool:
    return all("ぁ" <= letter <= "ん" for letter in word)


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        (["居場所"], "だれでもの居場所です", "だれでもの[居場所]です"),
        (["いばしょ"], "だれでもの居場所です", "だれでもの[居場所]です"),
        (["かふぇ"], "土曜はｶﾌｪ。", "土曜は[ｶﾌｪ]。"),
        (["しか"], "しかし鹿はいる", "[しかし鹿]はいる"),
        (["wi", "fi"], "Wi-Fi あり", "[Wi]-[Fi] あり"),
        (["がくふ"], "ｶﾞｸﾌ。楽譜", "[ｶﾞｸﾌ]。[楽譜]"),
        (["工房", "房"], "工房", "[工房]"),
        (["ない"], "", ""),
    ],
)
def test_it_works(typed: list[str], text: str, expected: str) -> None:
    assert marked(typed, text) == expected


def test_of_a_long_name_only_the_word_is_marked() -> None:
    known = Lexicon([Known(2, "黒猫の家", "くろねこのいえ", "黒猫の家")])
    assert marked(["くろねこ"], "黒猫の家", known) == "[黒猫]の家"


def test_an_excerpt_is_the_lead_if_it_has_a_word() -> None:
    marker = Marker([Word("工房")], False, NO_WORDS)
    assert marker.excerpt("町の工房です。", LONG_TEXT) == [
        Piece("町の"),
        Piece("工房", True),
        Piece("です。"),
    ]


def test_an_excerpt_is_cut_from_around_the_word() -> None:
    found = Marker([Word("工房")], False, NO_WORDS).excerpt("町です。", LONG_TEXT)
    assert Piece("工房", True) in found
    assert (found[0], found[-1]) == (Piece("…"), Piece("…"))
    assert len("".join(piece.text for piece in found)) <= MOST + 2


def test_an_excerpt_without_a_word_is_the_beginning_of_the_lead() -> None:
    assert Marker([Word("工房")], False, NO_WORDS).excerpt("町です。", "店です。") == [Piece("町です。")]


@given(st.text(max_size=80), st.text(alphabet="あいかのが本工房ab", min_size=1, max_size=3))
def test_the_pieces_together_are_the_text(text: str, typed: str) -> None:
    found = Marker([word_of_kana(typed)], False, NO_WORDS).marked(text)
    assert "".join(piece.text for piece in found) == text


def word_of_kana(typed: str) -> Word:
    return word_of(typed) if word_is_kana(typed) else Word(typed)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: tuple(sorted(pair)))))
def test_no_span_is_over_another(spans: list[tuple[int, int]]) -> None:
    found = joined(spans)
    assert all(end < start for (_a, end), (start, _b) in pairwise(found))
    assert pieces("", []) == []
