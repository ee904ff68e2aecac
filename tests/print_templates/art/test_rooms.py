"""What a theme leaves free: paper for panels and backs, rooms for words, a window that words keep off."""

from dataclasses import replace
from math import hypot

import pytest
from PIL import Image

from print_templates.content import KeyPicture
from print_templates.gallery.drawing import artwork, bare, size, whole
from print_templates.page_art import page_art
from print_templates.samples import LONG, own
from print_templates.themes import themes
from print_templates.themes.theme import BACK_FOOT, BACK_HEAD, FAN_WORDS, PANEL, SURFACES, Box, Theme

#: Pixels of a drawing's width when paper is looked for.
PIXELS = 300
#: Left of the code a wave may dip into the panel by this share of the width.
CODE_FROM, DIP = 0.66, 0.04
#: Below this share of its height a fan's back may have what surrounds the hole on its paper.
WORDS_END = 0.76
#: The rooms that designs ask for.
ROOMS = {
    "poster": ("phrase", "sub_copy"), "poster_vertical": ("phrase", "sub_copy"), "flyer_front": ("phrase", "sub_copy"),
    "flyer_back": ("phrase",), "fan_front": ("phrase", "issuer"), "hero_phone": ("phrase",), "hero_desktop": ("phrase",),
    "banner_strip": ("phrase",), "banner_box": ("phrase", "issuer"), "banner_card": ("phrase", "issuer"),
}  # fmt: skip
#: A line of words has this much air above its letters, a share of the width.
AIR = 0.01
#: The colour that stands for a photograph.
STAND_IN = "#ff00ff"
WINDOWS = ("poster", "poster_vertical", "flyer_front")

every_theme = pytest.mark.parametrize("theme", themes().values(), ids=themes())


def drawing(theme: Theme, surface: str) -> Image.Image:
    width, height = size(surface)
    return bare(artwork(theme, surface, own(theme.key), width, height), width, height, PIXELS)


def coloured(picture: Image.Image, box: tuple[float, float, float, float]) -> list[tuple[int, int]]:
    """Pixels of a box (left, top, right, bottom) that are not paper."""
    left, top, right, bottom = (round(edge) for edge in box)
    grey = picture.convert("L")
    return [(x, y) for y in range(top, bottom) for x in range(left, right) if grey.getpixel((x, y)) < 250]  # type: ignore[operator]


@every_theme
@pytest.mark.parametrize("surface", ["poster", "poster_vertical", "flyer_front"])
def test_a_front_leaves_paper_for_its_panel(theme: Theme, surface: str) -> None:
    picture = drawing(theme, surface)
    top, foot = picture.height - PANEL * PIXELS, picture.height - 1
    assert coloured(picture, (CODE_FROM * PIXELS, top + 2, PIXELS - 1, foot)) == []
    assert coloured(picture, (1, top + DIP * PIXELS + 2, CODE_FROM * PIXELS, foot)) == []


@every_theme
def test_the_flyer_s_back_is_paper_between_head_and_foot(theme: Theme) -> None:
    picture = drawing(theme, "flyer_back")
    head, foot = BACK_HEAD * picture.height, (1 - BACK_FOOT) * picture.height
    assert coloured(picture, (1, head + 2, PIXELS - 1, foot - 2)) == []


@every_theme
def test_the_fan_s_back_is_paper_where_its_words_stand(theme: Theme) -> None:
    picture = drawing(theme, "fan_back")
    for x, y in coloured(picture, (0, 0, PIXELS, PIXELS)):
        from_middle = hypot(x / PIXELS - 0.5, y / PIXELS - 0.5)
        assert y > WORDS_END * PIXELS or from_middle > FAN_WORDS - 2.5 / PIXELS, (x, y)


@every_theme
@pytest.mark.parametrize("surface", ROOMS)
def test_every_surface_has_the_rooms_its_design_fills(theme: Theme, surface: str) -> None:
    scene = theme.scenes[surface]
    for name in ROOMS[surface]:
        place = getattr(scene, name)
        assert place is not None, name
        box = place.box
        assert min(box.x, box.y) >= 0
        assert max(box.x + box.width, box.y + box.height) <= 1
        assert place.ink in theme.inks


def photographed(theme: Theme, surface: str, phrase: str) -> tuple[Image.Image, list[Box]]:
    """The drawing with a photograph of one colour and what passes before it, and the boxes of its words in mm."""
    width, height = size(surface)
    content = replace(own(theme.key), phrase=phrase, picture=KeyPicture("0" * 64, 3000, 2000))
    art = page_art(theme, surface, content, whole(width, height), "office")
    assert art.photograph is not None
    box, radius = art.photograph["box"], art.photograph["radius"]
    stand_in = (
        f'<svg viewBox="0 0 {width} {height}"><rect x="{box.x}" y="{box.y}" width="{box.width}" '
        f'height="{box.height}" rx="{radius}" fill="{STAND_IN}"/></svg>'
    )
    picture = bare(f"{art.artwork}{stand_in}{art.before}", width, height, PIXELS)
    return picture, [art.phrase["taken"], art.sub_copy["box"]]  # type: ignore[index]


@every_theme
@pytest.mark.parametrize("surface", WINDOWS)
@pytest.mark.parametrize("lines", ["own", "long"])
def test_words_keep_off_the_photograph(theme: Theme, surface: str, lines: str) -> None:
    """Nothing of it shows where words stand, whatever passes before it."""
    picture, boxes = photographed(theme, surface, own(theme.key).phrase if lines == "own" else LONG)
    shown = tuple(bytes.fromhex(STAND_IN[1:]))
    seen = [pixel for _, pixel in picture.getcolors(2**20) or []]
    assert shown in seen
    scale = PIXELS / size(surface)[0]
    for box in boxes:
        edges = (box.x, box.y, box.x + box.width, box.y + box.height)
        part = picture.crop(tuple(round(edge * scale) for edge in edges))  # type: ignore[arg-type]
        assert shown not in [pixel for _, pixel in part.getcolors(2**20) or []]


def test_there_is_a_room_for_every_surface_with_words() -> None:
    assert set(SURFACES) - set(ROOMS) == {"fan_back"}
