"""A logo as it comes out on a poster: its colours, its size, its sharpness."""

import io

import pytest
from PIL import Image

from print_templates.logo import Logo, Pixels, ready
from print_templates.logo_on_paper import in_black, in_colour, is_pale, on_poster
from print_templates.raster import png

NAME = "見本の会"


def logo(colour: tuple[int, int, int], size: tuple[int, int] = (200, 100)) -> Logo:
    return ready(png(Image.new("RGB", size, colour)))


def shown(picture: bytes) -> tuple[int, ...]:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    return image.getpixel((image.width // 2, image.height // 2))


def pixels(width: int, height: int) -> Pixels:
    return Pixels(width, height, 3, b"")


def test_it_works() -> None:
    """A screen's green is no ink's; paper's white is."""
    red, green, blue = shown(in_colour(logo((0, 255, 0))))
    assert green > red > 40
    assert green < 230
    assert blue < 150
    assert shown(in_colour(logo((255, 255, 255)))) == (255, 255, 255)


def test_in_black_alone_every_colour_is_a_tint_as_dark_as_it_is() -> None:
    yellow, blue = (shown(in_black(logo(colour))) for colour in ((255, 220, 0), (0, 0, 160)))
    assert len(set(yellow)) == len(set(blue)) == 1
    assert yellow[0] > 180
    assert blue[0] < 60


@pytest.mark.parametrize(
    ("colour", "pale"), [((255, 255, 255), True), ((250, 250, 235), True), ((246, 190, 52), False)]
)
def test_only_what_paper_swallows_is_pale(colour: tuple[int, int, int], pale: bool) -> None:
    assert is_pale(logo(colour)) is pale


def test_a_small_dark_part_is_enough_to_be_seen() -> None:
    image = Image.new("RGB", (100, 100), "white")
    image.paste((0, 0, 0), (40, 40, 50, 50))
    assert not is_pale(ready(png(image)))


def test_it_is_twice_as_large_on_a2_as_on_a4() -> None:
    large, small = (on_poster(pixels(1200, 600), NAME, key) for key in ("a2", "a4"))
    assert large.width == pytest.approx(2 * small.width)
    assert large.paper == "A2"
    assert large.width / large.height == pytest.approx(2)
    assert large.shown[0] == round(large.width / 25.4 * 96)


def test_sharpness_is_that_of_the_whole_room() -> None:
    """The room is 54.6 mm wide on A2: 1,200 pixels are 558 per inch, 300 are 140."""
    assert on_poster(pixels(1200, 200), NAME, "a2").ppi == pytest.approx(558, abs=1)
    coarse = on_poster(pixels(300, 50), NAME, "a2")
    assert coarse.ppi == pytest.approx(140, abs=1)
    assert coarse.width == pytest.approx(300 * 25.4 / 150), "it is printed smaller, at 150"
