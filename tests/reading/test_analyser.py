"""Words of a text with their readings."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.reading import analyser
from campaigns.reading.analyser import analysed


def readings(text: str) -> str:
    return "".join(token.reading or token.surface for token in analysed(text))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("居場所", "いばしょ"),
        ("月曜日", "げつようび"),
        ("食べ物を受け取る", "たべものをうけとる"),
        ("髙﨑さん", "たかさきさん"),
        ("人々", "ひとびと"),
    ],
)
def test_it_works(text: str, reading: str) -> None:
    assert readings(text) == reading


def test_a_compound_comes_in_its_parts_as_they_sound_together() -> None:
    parts = [(token.surface, token.reading) for token in analysed("相談窓口、株式会社")]
    assert parts == [
        ("相談", "そうだん"),
        ("窓口", "まどぐち"),
        ("、", ""),
        ("株式", "かぶしき"),
        ("会社", "がいしゃ"),
    ]


def test_kana_numbers_and_marks_need_no_reading() -> None:
    assert [token.reading for token in analysed("カフェ、10:00 から")] == [""] * len(
        list(analysed("カフェ、10:00 から"))
    )


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_the_words_together_are_the_text(text: str) -> None:
    tokens = list(analysed(text))
    assert "".join(token.surface for token in tokens) == text
    assert all(text[token.start : token.end] == token.surface for token in tokens)


@pytest.mark.parametrize("text", ["居場所へ行く。" * 3_000, "あ" * 20_000, "語" * 20_000])
def test_a_text_may_be_longer_than_the_analyser_takes(text: str) -> None:
    assert "".join(token.surface for token in analysed(text)) == text


def test_many_threads_may_ask_at_once() -> None:
    texts = [f"{number}人で公園へ行く" for number in range(60)]
    analyser.of_piece.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(readings, texts)) == [readings(text) for text in texts]
