"""Words after which somebody to talk to comes before everything else, in every language of the site."""

import pytest
from django.conf import settings

from home.search.gentle import WORDS, Gentle, desks_first, in_one, latin_words, words

TYPED = {
    "ja": [
        "死にたい",
        "ｼﾆﾀｲ",
        "しにたくなる",
        "しにたかった",
        "もう 消えたい です",
        "DVで困っています",
        "さみしい",
    ],
    "ja-x-easy": ["しにたい です", "たすけて ください"],
    "en": [
        "Kill myself",
        "suicidal",
        "I don’t want to live",
        "self-harm",
        "DV",
        "I’m depressed",
        "please help me",
    ],
    "zh-hans": ["自杀", "我不想活了", "救命啊"],
    "zh-hant": ["自殺", "輕生的念頭"],
    "ko": ["자살", "죽고 싶어요", "죽고싶다"],
    "vi": ["tự tử", "TU TU", "muốn chết", "cô đơn", "co don"],
    "tl": ["gusto ko nang mamatay", "magpakamatay"],
    "es": ["suicidio", "quiero morirme", "hacerme dano"],
    "pt": ["quero morrer", "suicídio", "não aguento mais"],
    "ne": ["आत्महत्या", "मर्न मन लाग्छ"],
    "th": ["ฆ่าตัวตาย", "อยากตายมาก"],
    "id": ["bunuh diri", "saya ingin mati"],
}


@pytest.mark.parametrize(("language", "typed"), [(code, each) for code in TYPED for each in TYPED[code]])
def test_desks_come_first(language: str, typed: str) -> None:
    assert desks_first(typed)


def test_every_language_has_some() -> None:
    assert set(TYPED) == {code for code, _name in settings.LANGUAGES}


@pytest.mark.parametrize(
    "typed",
    [
        "", "advice", "adventure", "DVDを見る会", "living", "tutu", "居場所", "お茶", "helpful metro",
        "救命講習", "むかしにたべた お菓子", "おはなしにたのしい絵本を", "help me find a place",
        "the great depression", "books about depression", "a depressed economy",
    ],
)  # fmt: skip
def test_other_words_lead_to_what_they_name(typed: str) -> None:
    assert not desks_first(typed)


def test_no_line_says_what_another_says() -> None:
    known = words()
    for words_of_a_kind in (known.latin, known.others):
        for word in words_of_a_kind:
            assert [other for other in words_of_a_kind if word in other] == [word]


def test_no_line_is_empty_to_the_comparison() -> None:
    lines = [line for line in WORDS.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    assert len(words().latin) + len(words().others) == len(lines)
    assert all(word.strip() for word in (*words().latin, *words().others))


def test_a_star_lets_a_word_go_on() -> None:
    assert Gentle.of(["suicid*"]).are_in("Suicídios")
    assert not Gentle.of(["suicid*"]).are_in("antisuicid")
    assert not Gentle.of(["sad"]).are_in("saddle")


def test_letters_are_compared_in_one_form() -> None:
    assert latin_words("ＤＶで Đau!") == " dv dau "
    assert in_one("もう むリ") == "もうむり"
