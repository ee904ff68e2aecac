"""Codes: easy to type, hard to mistype."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.links.codes import (
    ALPHABET,
    EXAMPLE,
    LENGTH,
    UnreadableCode,
    check_character,
    is_sound,
    new_code,
    normal,
)


def sample(count: int) -> list[str]:
    """Codes with their check character, the same in every run."""
    chance = Random(20261124)
    bodies = ["".join(chance.choices(ALPHABET, k=LENGTH)) for _ in range(count)]
    return [body + check_character(body) for body in bodies]


def test_it_works() -> None:
    codes = [new_code() for _ in range(300)]
    assert all(is_sound(code) for code in codes)
    assert all(len(code) == LENGTH + 1 for code in codes)
    assert len(set(codes)) == 300
    assert set("".join(codes)) == set(ALPHABET)


def test_no_letter_is_taken_for_another() -> None:
    assert not set("0O1IL") & set(ALPHABET)
    assert len(ALPHABET) == len(set(ALPHABET)) == 31
    assert ALPHABET.upper() == ALPHABET


@pytest.mark.parametrize("code", sample(25))
def test_every_single_slip_is_found(code: str) -> None:
    slips = [
        code[:place] + letter + code[place + 1 :]
        for place in range(len(code))
        for letter in ALPHABET
        if letter != code[place]
    ]
    assert len(slips) == 30 * (LENGTH + 1)
    assert [slip for slip in slips if is_sound(slip)] == []


@pytest.mark.parametrize("code", sample(25))
def test_every_swap_of_neighbours_is_found(code: str) -> None:
    swaps = {code[:place] + code[place + 1] + code[place] + code[place + 2 :] for place in range(LENGTH)} - {
        code
    }
    assert len(swaps) >= LENGTH - 2
    assert [swap for swap in swaps if is_sound(swap)] == []


@pytest.mark.parametrize("code", ["", "ABC", "ABCDEFGH", "ABC23O5", "abc2345"])
def test_what_is_no_code_is_not_sound(code: str) -> None:
    assert not is_sound(code)


@pytest.mark.parametrize(
    "typed",
    ["abc2345", "ＡＢＣ２３４５", "ａｂｃ２３４５", "ABC 2345", "ABC-2345", "ABC　2345", " ABC2345\n", "A.B.C_2345",
     "ABCー2345", "ABC−2345", "ABC–2345", "ABC―2345", "ABC〜2345", "「ABC2345」", "ABC2345。", "ABC\u200b2345",
     "q.example.jp/q/abc2345", "ＨＴＴＰＳ：／／Ｑ．ＥＸＡＭＰＬＥ．ＪＰ／Ｑ／ＡＢＣ２３４５", "https://q.example.jp/Q/ABC2345/?fbclid=IwAR0",
     "ABC2345&utm_source=x", "/ABC2345/"],
)  # fmt: skip
def test_typing_is_forgiven(typed: str) -> None:
    assert normal(typed) == "ABC2345"


def test_the_example_can_never_be_issued() -> None:
    assert set(EXAMPLE) <= set(ALPHABET)
    assert len(EXAMPLE) == LENGTH + 1
    assert not is_sound(EXAMPLE)


def test_letters_that_never_occur_are_named_once_in_order() -> None:
    with pytest.raises(UnreadableCode) as refusal:
        normal("a0b-O0字i")
    assert refusal.value.letters == ["0", "O", "字", "I"]


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_named(typed: str) -> None:
    try:
        strangers, code = [], normal(typed)
    except UnreadableCode as refusal:
        strangers, code = refusal.letters, ""
    assert set(code) <= set(ALPHABET)
    assert not set(strangers) & set(ALPHABET)
    assert not strangers or any(letter.strip() for letter in typed)
