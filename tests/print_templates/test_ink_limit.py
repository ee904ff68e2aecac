"""A print shop's ink limit holds for the artwork too, on Ghostscript's separations."""

from dataclasses import replace
from pathlib import Path

import pytest

from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.ink_limit import within
from print_templates.plate import lay_out
from print_templates.preflight import Expected, preflight
from print_templates.proof import sample_content, sample_imprint
from print_templates.shop import PrintShop
from tests.print_templates.conftest import red_logo


@pytest.mark.parametrize(
    ("ink", "limit", "thinned"),
    [
        ("100% 60% 50% 45%", 300, "100% 60% 50% 45%"),
        ("100% 60% 50% 45%", 255, "100% 60% 50% 45%"),
        ("100% 60% 50% 40%", 240, "95% 57% 47% 40%"),
        ("100% 100% 100% 100%", 200, "33% 33% 33% 100%"),
        ("0% 0% 0% 100%", 90, "0% 0% 0% 100%"),
    ],
)
def test_it_works(ink: str, limit: int, thinned: str) -> None:
    assert within(f'<path fill="device-cmyk({ink})"/>', limit) == f'<path fill="device-cmyk({thinned})"/>'


@pytest.mark.parametrize("theme", ["coast", "rounds"])
def test_a_poster_keeps_to_a_low_limit_and_stays_readable(theme: str, tmp_path: Path) -> None:
    shop = PrintShop(key="low", ink_limit=200)
    design = all_designs()["poster"]
    plate = lay_out(design, sample_content(theme), design.sheet("a4"), "press", shop)
    words = sample_imprint(red_logo())
    found = preflight(imprint(plate, replace(words, logo=None)), expected=Expected(ink_limit=200))
    assert found == []


def test_the_generic_shop_prints_themes_as_they_are() -> None:
    design = all_designs()["poster"]
    plain, generous = (
        lay_out(design, sample_content(), design.sheet("a4"), "press", PrintShop(ink_limit=limit)).prefix.data
        for limit in (300, 340)
    )
    assert len(plain) == len(generous)
