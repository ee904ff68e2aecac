"""Names as long and rare as Japan has them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from print_templates.design import TextSlot
from print_templates.fonts import BODY, FALLBACK
from print_templates.shaping import face_for, fit, missing_characters, runs, shape, units, wrap
from print_templates.sheet import points
from print_templates.themes.theme import Box

SLOT = TextSlot(Box(0, 0, 120, 14), 18, 8, lines=2, weight=700)
LONG = "特定非営利活動法人かながわ多文化共生とひとり親家庭を支える地域のつながりづくり推進協議会連絡会"


def text_of(fitted_lines: object) -> str:
    return "".join("".join(run.texts) for line in fitted_lines for run in line.runs)


def test_a_short_name_keeps_the_slots_own_size() -> None:
    fitted = fit("見本の会", SLOT, 120)
    assert (fitted.size, len(fitted.lines), fitted.overflows) == (18, 1, False)


def test_a_long_name_wraps_and_shrinks_into_its_slot() -> None:
    fitted = fit(LONG, SLOT, 120)
    assert not fitted.overflows
    assert len(fitted.lines) == 2
    assert fitted.size < 18
    assert all(line.advance * fitted.size <= points(120) * 1.0001 for line in fitted.lines)
    assert fitted.height <= points(14) * 1.0001
    assert text_of(fitted.lines) == LONG


def test_sixty_wide_characters_fit_or_say_that_they_do_not() -> None:
    name = ("団" * 60)[:60]
    assert not fit(name, SLOT, 120).overflows
    assert fit(name, SLOT, 20).overflows


@given(
    name=st.text("かながわ団体の会NPO法人 子ども食堂髙﨑𠮷ー・（）", min_size=1, max_size=60),
    width=st.floats(25, 160),
)
@settings(max_examples=80, deadline=None)
def test_no_line_is_ever_wider_or_higher_than_its_slot(name: str, width: float) -> None:
    if not name.strip():
        return
    fitted = fit(name, SLOT, width)
    assert max(line.advance for line in fitted.lines) * fitted.size <= points(width) * 1.001
    assert fitted.height <= points(14) * 1.001
    assert len(fitted.lines) <= SLOT.lines


@given(name=st.text("かながわ団体の会NPO法人 子ども食堂髙﨑𠮷ー・（）", min_size=1, max_size=60))
@settings(max_examples=80, deadline=None)
def test_units_together_are_the_name(name: str) -> None:
    text = " ".join(name.split())
    found = units(text, 700)
    assert "".join(text[unit.start : unit.end] for unit in found) == text.replace(" ", "")
    assert all(text[unit.start : unit.end].strip() for unit in found)


def test_units_are_as_wide_as_if_they_were_shaped_alone() -> None:
    text = "NPO法人 髙﨑𠮷の会 ABC"
    for unit in units(text, 700):
        assert unit.bare == pytest.approx(shape(text[unit.start : unit.end], 700).advance)


def test_a_wider_slot_never_gives_smaller_letters() -> None:
    sizes = [fit(LONG, SLOT, width).size for width in range(60, 240, 6)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


@pytest.mark.parametrize("character", ["𠮷", "髙", "﨑", "邊", "邉"])
def test_rare_characters_of_names_have_a_glyph(character: str) -> None:
    face = face_for(character, 700)
    assert face in {BODY[700], FALLBACK[700]}
    (run,) = shape(character, 700).runs
    assert run.face == face
    assert run.ids[0] != 0
    assert run.texts == (character,)


def test_the_fallback_takes_only_what_the_body_face_lacks() -> None:
    assert face_for("𠮷", 700) == FALLBACK[700]
    assert runs("土𠮷屋", 700) == [(BODY[700], "土"), (FALLBACK[700], "𠮷"), (BODY[700], "屋")]


@pytest.mark.parametrize(
    ("text", "missing"), [("見本𓀀の会", ["𓀀"]), ("🍙🍙食堂", ["🍙"]), ("髙﨑 𠮷田", []), ("か゚と゚", ["゚"])]
)
def test_characters_without_a_glyph_are_told_once(text: str, missing: list[str]) -> None:
    assert missing_characters(text) == missing


def test_a_name_that_needs_three_lines_is_not_wrapped_onto_two() -> None:
    assert wrap("あああああ いいいいい ううううう", 400, 6, 2) is None
    lines = wrap("あああああ いいいいい ううううう", 400, 6, 3)
    assert lines is not None
    assert ["あああああ いいいいい ううううう"[start:end] for start, end in lines] == [
        "あああああ",
        "いいいいい",
        "ううううう",
    ]


def test_half_width_letters_keep_their_marks_text_apart() -> None:
    (run,) = shape("ｶﾞｶ", 700).runs
    assert "".join(run.texts) == "ｶﾞｶ"
    assert all(run.texts)


@pytest.mark.parametrize(
    ("typed", "set_as"), [("つどいⅢ", "つどいIII"), ("辻\U000e0100商店", "辻商店"), ("㈱見本", "㈱見本")]
)
def test_what_no_font_has_is_set_by_its_plain_letters(typed: str, set_as: str) -> None:
    assert missing_characters(typed) == []
    assert text_of(fit(typed, SLOT, 120).lines) == set_as


def test_two_lines_are_about_as_long() -> None:
    fitted = fit("Kanagawa Office of Efficient Affiliations and Friends Inc.", SLOT, 120)
    short, long = sorted(line.advance for line in fitted.lines)
    assert short > 0.7 * long
