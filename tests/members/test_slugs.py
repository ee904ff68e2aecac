"""Names in addresses."""

import pytest

from campaigns.members.joining.slugs import free_slug
from campaigns.reading.romanising import romanised
from tests.factories import OrganisationFactory


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("かもめしょくどう", "kamomeshokudou"), ("ガッコウ", "gakkou"), ("まっちゃ", "matcha"),
        ("カフェ", "kafe"), ("ジャズ ティールーム", "jazu tirumu"), ("きょうりょくかい", "kyouryokukai"),
        ("ﾊｰﾊﾞｰ", "haba"), ("ＮＰＯ", "NPO"), ("ゃっ", "ゃ"), ("", ""),
    ],
)  # fmt: skip
def test_kana_become_latin_letters(kana: str, latin: str) -> None:
    assert romanised(kana) == latin


@pytest.mark.parametrize(
    ("name", "reading", "slug"),
    [
        ("鴎食堂", "かもめ しょくどう", "kamome-shokudou"), ("HARBOR & LOOP", "", "harbor-loop"),
        ("かもめ", "", "kamome"), ("鴎食堂", "", "member-1"), ("NPO法人 鴎", "", "member-1"),
        ("鴎", "・・・", "member-1"), ("鴎", "ねっとわーく", "nettowaku"), ("あ" * 60, "", "a" * 50),
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_a_slug_comes_from_the_reading(name: str, reading: str, slug: str) -> None:
    assert free_slug(name, reading) == slug


@pytest.mark.django_db
def test_a_slug_is_free() -> None:
    for taken in ("kamome", "kamome-2", "member-1"):
        OrganisationFactory(slug=taken)
    assert free_slug("鴎", "かもめ") == "kamome-3"
    assert free_slug("鴎", "") == "member-2"
    assert free_slug("network", "") == "network-2"
