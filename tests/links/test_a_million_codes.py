"""A million codes: evenly drawn, told apart, and the check character's proof for every letter at every place."""

from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from math import sqrt
from random import Random

import pytest

from campaigns.links import models
from campaigns.links.codes import ALPHABET, LENGTH, check_character, is_sound, new_code
from campaigns.links.models import ShortLink
from campaigns.models import Edition
from tests.factories import AreaFactory, OrganisationFactory

MILLION = 1_000_000


@pytest.fixture(scope="module")
def codes() -> list[str]:
    return [new_code() for _code in range(MILLION)]


def test_it_works(codes: list[str]) -> None:
    assert {len(code) for code in codes} == {LENGTH + 1}
    assert set("".join(codes)) == set(ALPHABET)
    assert all(is_sound(code) for code in codes[:: MILLION // 10_000])


def test_every_letter_is_as_likely_at_every_place(codes: list[str]) -> None:
    """The check character too: nobody can tell a code from its letters. Six standard deviations are allowed."""
    share = 1 / len(ALPHABET)
    expected, deviation = MILLION * share, sqrt(MILLION * share * (1 - share))
    for place in zip(*codes, strict=True):
        counts = Counter(place)
        assert len(counts) == len(ALPHABET)
        assert max(abs(count - expected) for count in counts.values()) < 6 * deviation


def test_collisions_are_as_rare_as_chance_has_it(codes: list[str]) -> None:
    """Some 563 of a million, by the birthday problem, so that issuing must draw again; see test_issuing."""
    expected = MILLION**2 / (2 * len(ALPHABET) ** LENGTH)
    assert abs(MILLION - len(set(codes)) - expected) < 6 * sqrt(expected)


def test_issuing_draws_again_until_a_code_is_free(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a million codes draw: of so few that half of the draws are taken in the end, all that are issued differ."""
    monkeypatch.setattr(models, "new_code", iter(few_codes(32)).__next__)
    area = AreaFactory()
    issued = [ShortLink.objects.issued(edition, OrganisationFactory(area=area)).code for _place in range(16)]
    assert len(set(issued)) == 16
    assert ShortLink.objects.filter(code__in=issued).count() == 16


def few_codes(number: int) -> Iterator[str]:
    """Drawn from so many without end, the same in every run."""
    known, chance = [new_code() for _code in range(number)], Random(1)
    while True:
        yield chance.choice(known)


def with_check(letters: list[str]) -> str:
    body = "".join(letters)
    return body + check_character(body)


def test_every_wrong_letter_at_every_place_is_found() -> None:
    """The check is a sum, so what one letter does to it does not depend on the others."""
    for right, wrong in permutations(ALPHABET, 2):
        for place in range(LENGTH):
            letters = ["2"] * LENGTH
            letters[place] = right
            code = with_check(letters)
            assert not is_sound(code[:place] + wrong + code[place + 1 :])
        code = with_check([right] * LENGTH)
        assert code[-1] == wrong or not is_sound(code[:-1] + wrong)


def test_every_two_neighbours_that_change_places_are_found() -> None:
    for left, right in permutations(ALPHABET, 2):
        for place in range(LENGTH - 1):
            letters = ["2"] * LENGTH
            letters[place : place + 2] = left, right
            code = with_check(letters)
            assert not is_sound(code[:place] + right + left + code[place + 2 :])
        # The last letter with the check character: the first letter is chosen so that the check is `right`.
        code = next(
            code for first in ALPHABET if (code := with_check([first, "2", "2", "2", "2", left]))[-1] == right
        )
        assert not is_sound(code[:-2] + right + left)
