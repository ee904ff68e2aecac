"""Text that ends up on paper: one normal form, and nothing that does not print."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from campaigns.members.text import normal, validate_name


@pytest.mark.parametrize(
    "name",
    [
        "NPO法人 港のかもめ食堂",
        "髙﨑商店",
        "𠮷野台クリニック",
        "HARBOR & LOOP",
        "<b>会</b>",
        "か\u3099っこう",
        "",
    ],
)
def test_what_prints_is_taken(name: str) -> None:
    validate_name(name)


INVISIBLE = {
    "right to left": "\u202e", "isolate": "\u2066", "zero width": "\u200b", "joiner": "\u200d", "order mark": "\ufeff",
    "soft hyphen": "\u00ad", "bell": "\x07", "null": "\x00", "tab": "\t", "line feed": "\n", "private": "\ue000",
    "unassigned": "\u0378",
}  # fmt: skip


@pytest.mark.parametrize("character", INVISIBLE.values(), ids=INVISIBLE)
@pytest.mark.parametrize("place", ["{}見本の会", "見本{}の会", "見本の会{}"])
def test_what_does_not_print_is_refused_and_named(character: str, place: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_name(place.format(character))
    assert refusal.value.code == "invisible"
    assert f"U+{ord(character):04X}" in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("か\u3099っこう", "がっこう"), ("cafe\u0301", "café"), ("  見本　 の  会 ", "見本 の 会"), ("髙﨑", "髙﨑"),
        ("ＮＰＯ", "ＮＰＯ"), ("", ""),
    ],
)  # fmt: skip
def test_a_name_has_one_normal_form(typed: str, expected: str) -> None:
    assert normal(typed) == expected


@given(st.text(max_size=30))
def test_what_is_normal_stays(typed: str) -> None:
    assert normal(normal(typed)) == normal(typed)
