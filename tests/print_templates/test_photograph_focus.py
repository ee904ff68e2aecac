"""The part of a photograph that a window shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from print_templates.content import KeyPicture
from print_templates.photograph.focus import crop, ppi
from print_templates.themes.theme import Box

sides = st.integers(300, 9000)
shares = st.floats(0, 1)
pictures = st.builds(KeyPicture, st.just("d"), sides, sides, shares, shares)
ratios = st.floats(0.2, 5)


def test_it_works() -> None:
    assert crop(KeyPicture("d", 4000, 3000, 0.5, 0.5), 1.0) == Box(500, 0, 3000, 3000)
    assert crop(KeyPicture("d", 4000, 3000, 0.6, 0.9), 1.0) == Box(900, 0, 3000, 3000)
    assert crop(KeyPicture("d", 3000, 4000, 0.1, 1.0), 2.0) == Box(0, 2500, 3000, 1500)


@given(pictures, ratios)
def test_what_is_shown_lies_in_the_picture_and_has_the_windows_shape(
    picture: KeyPicture, ratio: float
) -> None:
    part = crop(picture, ratio)
    assert part.x >= 0
    assert part.y >= 0
    assert part.x + part.width <= picture.width + 1e-6
    assert part.y + part.height <= picture.height + 1e-6
    assert part.width / part.height == pytest.approx(ratio)


@given(pictures, ratios)
def test_no_larger_part_has_that_shape(picture: KeyPicture, ratio: float) -> None:
    part = crop(picture, ratio)
    assert part.width == pytest.approx(picture.width) or part.height == pytest.approx(picture.height)


@given(pictures, ratios)
def test_the_focal_point_is_seen_and_no_other_part_has_it_nearer_to_the_middle(
    picture: KeyPicture, ratio: float
) -> None:
    part = crop(picture, ratio)
    for focus, whole, begin, shown in (
        (picture.focus_x * picture.width, picture.width, part.x, part.width),
        (picture.focus_y * picture.height, picture.height, part.y, part.height),
    ):
        assert begin - 1e-6 <= focus <= begin + shown + 1e-6
        off = abs(begin + shown / 2 - focus)
        for other in (0, whole - shown, min(max(begin + 1, 0), whole - shown), max(begin - 1, 0)):
            assert off <= abs(other + shown / 2 - focus) + 1e-6


def test_resolution_is_counted_in_the_part_that_is_shown() -> None:
    picture = KeyPicture("d", 4000, 3000)
    assert ppi(picture, Box(0, 0, 254, 254)) == pytest.approx(300)
    assert ppi(picture, Box(0, 0, 508, 254)) == pytest.approx(200)
