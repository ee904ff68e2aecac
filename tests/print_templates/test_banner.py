"""Banners: the sizes that web pages have room for, in lettering that needs no font."""

import re
from io import BytesIO

import pytest
from PIL import Image

from print_templates.banner import BANNERS, alternative, png, svg
from print_templates.page_art import page_art
from print_templates.proof import sample_content
from print_templates.sheet import Layout
from print_templates.themes import theme, themes
from print_templates.themes.theme import Box

KEYS = [(name, key) for name in themes() for key in BANNERS]


def picture(name: str, key: str, scale: int = 1) -> Image.Image:
    return Image.open(BytesIO(png(sample_content(name), BANNERS[key], scale))).convert("RGB")


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_a_banner_has_exactly_its_pixels(name: str, key: str) -> None:
    banner = BANNERS[key]
    assert picture(name, key).size == (banner.width, banner.height)
    assert picture(name, key, 2).size == (2 * banner.width, 2 * banner.height)


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_a_banner_needs_no_font_and_loads_nothing(name: str, key: str) -> None:
    drawn = svg(sample_content(name), BANNERS[key])
    assert not re.search(r"<text|font-|href|url\(|<script|<image", drawn)


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_the_phrase_can_be_seen(name: str, key: str) -> None:
    """Its ink fills a good part of the room it takes."""
    content, banner = sample_content(name), BANNERS[key]
    layout = Layout(banner.width, banner.height, Box(0, 0, banner.width, banner.height), 0)
    phrase = page_art(theme(name), banner.surface, content, layout, "office").phrase
    assert phrase is not None
    taken = phrase["taken"]
    edges = (taken.x, taken.y, taken.x + taken.width, taken.y + taken.height)
    part = picture(name, key).crop(tuple(round(edge) for edge in edges))  # type: ignore[arg-type]
    ink = tuple(bytes.fromhex(theme(name).inks[placed_ink(name, key)].srgb[1:]))
    assert count(part, ink) > 0.05 * part.width * part.height


def placed_ink(name: str, key: str) -> str:
    phrase = theme(name).scenes[BANNERS[key].surface].phrase
    assert phrase is not None
    return phrase.ink


def count(image: Image.Image, ink: tuple[int, ...]) -> int:
    return sum(number for number, colour in image.getcolors(2**24) or [] if colour == ink)


def test_its_words_are_said_once() -> None:
    content = sample_content()
    drawn = svg(content, BANNERS["1200x630"])
    assert content.phrase in alternative(content)
    assert content.issuer in alternative(content)
    assert drawn.count(content.issuer) == 1
