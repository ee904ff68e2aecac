"""Names in addresses are how something is read, in small Latin letters."""

import pytest

from campaigns.reading.slugs import MOST_LETTERS, free, latin


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ためしの催し", "tameshi-no-moyooshi"), ("冬の学習会「聞く、ということ」", "fuyu-no-gakushuu-kai-kiku-to-iu-koto"),
        ("令和9年度 つながりキャンペーン", "reiwa-9-nendo-tsunagari-kyanpen"), ("Tea & お茶 2026", "tea-o-cha-2026"),
        ("コーヒーはいかが？", "kohi-wa-ikaga"), ("職場のみなさんへ", "shokuba-no-mina-san-e"), ("！？", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_title_is_read(text: str, name: str) -> None:
    assert latin(text) == name


def test_a_reading_is_taken_as_it_is() -> None:
    assert latin("港の本棚", "みなとの ほんだな") == "minatono-hondana"
    # A reading that would have to be read itself is none.
    assert latin("港の本棚", "港の本棚") == latin("港の本棚") == "minato-no-hondana"


def test_a_long_one_ends_with_a_whole_word() -> None:
    name = latin("あなたにできる小さなことを、町の人といっしょに少しずつ続けていくための集まり")
    assert name == "anata-ni-dekiru-chiisana-koto-o-machi-no-hito-to"
    assert len(name) <= MOST_LETTERS
    assert latin("あ" * 60, "あ" * 60) == "a" * MOST_LETTERS


def test_what_is_taken_gets_a_number() -> None:
    assert free("a", set()) == "a"
    assert free("a", {"a", "a-2"}) == "a-3"
