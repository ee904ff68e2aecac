"""Display phrases: broken where a reader would pause, as large as their box allows."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from print_templates.fonts import LETTERING
from print_templates.typeset import LEADING, advance, chunks, divide, fit

PHRASES = (
    "つながろう かながわ",
    "みんなで支え合おう かながわ",
    "あなたの声を聞かせてください",
    "つながろうかながわ",
)


def lines_of(phrase: str) -> list[tuple[str, ...]]:
    """How the phrase is broken in boxes from tall and narrow to low and wide."""
    return [fit(phrase, width, 300 - width).lines for width in range(20, 290, 10)]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("つながろう かながわ", ("つながろう", "かながわ")),
        ("みんなで支え合おう かながわ", ("みんなで", "支え合おう", "かながわ")),
        ("あなたの声を聞かせてください", ("あなたの", "声を", "聞かせて", "ください")),
    ],
)
def test_a_line_never_ends_inside_a_word(phrase: str, words: tuple[str, ...]) -> None:
    for lines in lines_of(phrase):
        for word in words:
            assert sum(word in line for line in lines) == 1, lines


def test_a_narrow_box_does_break() -> None:
    assert fit("つながろう かながわ", 50, 250).lines == ("つながろう", "かながわ")
    assert fit("つながろう かながわ", 280, 20).lines == ("つながろう かながわ",)


@pytest.mark.parametrize("phrase", PHRASES)
def test_lines_together_are_the_phrase(phrase: str) -> None:
    for lines in lines_of(phrase):
        assert "".join(lines).replace(" ", "") == phrase.replace(" ", "")


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_larger_box_never_gives_smaller_letters(phrase: str) -> None:
    sizes = [fit(phrase, width, 120).size for width in range(40, 400, 8)]
    # Between two nearly equal settings the more even one wins; that costs a few percent at most.
    assert all(wider >= 0.95 * narrower for narrower, wider in pairwise(sizes))
    assert sizes[-1] > 2 * sizes[0]


@given(
    phrase=st.sampled_from(PHRASES)
    | st.text("あいうえおかきくけこ ー森山川。、ABC", min_size=1, max_size=24),
    width=st.floats(20, 600),
    height=st.floats(20, 600),
)
@settings(max_examples=60, deadline=None)
def test_a_fitted_phrase_lies_in_its_box(phrase: str, width: float, height: float) -> None:
    if not phrase.strip():
        return
    setting = fit(phrase, width, height)
    widest = max(advance(line, LETTERING[900]) for line in setting.lines)
    assert widest * setting.size <= width * 1.0001
    assert len(setting.lines) * LEADING * setting.size <= height * 1.0001


def test_the_writer_may_break_the_phrase_herself() -> None:
    assert fit("つなが\nろう", 500, 20).lines == ("つなが", "ろう")


def test_a_polite_request_may_stand_on_a_line_of_its_own() -> None:
    assert chunks("あなたの声を聞かせてください")[-1] == "ください"


def test_a_verb_is_not_cut_from_its_ending() -> None:
    assert chunks("みんなで支え合おう") == ["みんなで", "支え合おう"]


def test_dividing_keeps_the_spaces_inside_a_line() -> None:
    assert ["つながろう かながわ"] in divide("つながろう かながわ", 1)


@pytest.mark.parametrize("nothing", ["", " ", "\n"])
def test_a_phrase_without_text_is_refused(nothing: str) -> None:
    with pytest.raises(ValueError, match="no text"):
        fit(nothing, 100, 100)


def test_a_corporation_is_not_cut_before_its_last_letter() -> None:
    assert all("法" not in unit[-1:] for unit in chunks("特定非営利活動法人つながり見本ネットワーク"))
