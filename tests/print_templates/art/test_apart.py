"""A theme is known from across a street without a word, and none is another one recoloured (PRINT.md 7)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from print_templates.design import all_designs
from print_templates.gallery.drawing import artwork, bare, size
from print_templates.gallery.views import FAR
from print_templates.samples import own
from print_templates.themes import theme as find_theme
from print_templates.themes import themes
from print_templates.themes.theme import SURFACES, Theme
from tests.print_templates.art.likeness import Likeness, likeness

#: More of the edges differ between two compositions than between two sheets of one, or one in two themes' inks,
#: which is at most 0.13 of them.
OWN_SHAPE = 0.25
#: Surfaces that are composed for themselves although one design shows them.
SISTERS = (("poster", "poster_vertical"), ("poster", "flyer_front"), ("hero_phone", "hero_desktop"))


def look(theme: Theme, surface: str, width: float, height: float) -> Likeness:
    return likeness(bare(artwork(theme, surface, own(theme.key), width, height), width, height, FAR))


@cache
def usual(key: str, surface: str) -> Likeness:
    """A theme's drawing at the surface's usual size, as it is seen from afar."""
    return look(find_theme(key), surface, *size(surface))


def on_sheets(key: str, surface: str) -> Iterator[Likeness]:
    """The same on every sheet of every design that shows it."""
    for design in all_designs().values():
        if surface in design.surfaces:
            for sheet in design.sheets:
                yield look(find_theme(key), surface, sheet.width, sheet.height)


def distances(one: Likeness, other: Likeness) -> tuple[float, float, float]:
    """In colour, in grey, in shape."""
    return one.colour_distance(other), one.grey_distance(other), one.shape_distance(other)


@pytest.mark.parametrize("surface", SURFACES)
def test_themes_are_told_apart_without_words(surface: str) -> None:
    """In shape alone, whatever the inks."""
    for one, other in combinations(themes(), 2):
        assert usual(one, surface).shape_distance(usual(other, surface)) > OWN_SHAPE, (one, other)


@pytest.mark.parametrize("surface", [name for design in all_designs().values() for name in design.surfaces])
def test_two_themes_differ_more_than_two_sheets_of_one(surface: str) -> None:
    """In colour, in a black-and-white copy, and in shape."""
    within = [distances(*pair) for key in themes() for pair in combinations(on_sheets(key, surface), 2)]
    between = [
        distances(usual(one, surface), usual(other, surface)) for one, other in combinations(themes(), 2)
    ]
    for largest, smallest in zip(
        map(max, zip(*within, strict=True)), map(min, zip(*between, strict=True)), strict=True
    ):
        assert smallest > largest


@pytest.mark.parametrize("key", themes())
@pytest.mark.parametrize(("one", "other"), SISTERS)
def test_sisters_are_compositions_of_their_own(key: str, one: str, other: str) -> None:
    assert usual(key, one).shape_distance(usual(key, other)) > OWN_SHAPE


def test_a_theme_in_another_s_inks_is_found_out() -> None:
    """Its colours are far from its own, its shapes are not."""
    for key, other in (("coast", "rounds"), ("ripples", "coast"), ("rounds", "ripples")):
        theme, inks = find_theme(key), find_theme(other).inks
        copied = replace(theme, inks={name: inks.get(name, inks["tint"]) for name in theme.inks})
        copy, original = look(copied, "poster", 420, 594), usual(key, "poster")
        assert copy.colour_distance(original) > 20
        assert copy.shape_distance(original) < OWN_SHAPE
