"""What lies side by side is told apart by everybody: in greyscale and with every colour vision (PRINT.md 7)."""

from math import hypot

import pytest

from print_templates import raster
from print_templates.gallery.contrast import pairs
from print_templates.gallery.vision import VISIONS, Colour, difference, lab, picture_seen, seen, srgb
from print_templates.preflight.contrast import contrast
from print_templates.themes import themes
from print_templates.themes.theme import BLACK, LIGHT, PAPER, Theme
from tests.print_templates.art.neighbours import neighbours
from tests.print_templates.conftest import Artefact

#: The difference in L*, a* and b* that everybody notices between shapes half a degree large, 26 mm at 3 m:
#: A + B / s with s = 0.5 for all observers (Stone, Szafir and Setlur, “An Engineering Model for Color Difference
#: as a Function of Size”, Color and Imaging Conference 2014).
NOTICED = (10.16 + 1.50 / 0.5, 10.68 + 3.08 / 0.5, 10.70 + 5.74 / 0.5)
#: Two inks that share less of a drawing's edges than this carry no part of it.
LEAST_EDGE = 0.03
#: What every eye keeps of the words' contrast: as much as WCAG 2.2 asks of all that must be made out (1.4.11). The
#: colours themselves have more, which test_contrast.py measures.
MADE_OUT = 3.0

every_theme = pytest.mark.parametrize("theme", themes().values(), ids=themes())
every_eye = pytest.mark.parametrize("vision", VISIONS)


def told_apart(one: Colour, other: Colour, vision: str) -> float:
    """How far two colours are apart for somebody, in steps that everybody of that vision notices."""
    parts = zip(lab(seen(one, vision)), lab(seen(other, vision)), NOTICED, strict=True)
    return hypot(*((a - b) / step for a, b, step in parts))


def test_it_works() -> None:
    """Red and green as deep as one another are one colour to many; black and white are two for everybody."""
    red, green = srgb("#c05050"), srgb("#6f7a4a")
    assert told_apart(red, green, "tritanopia") > 2
    assert told_apart(red, green, "deuteranopia") < 1
    assert min(told_apart((0, 0, 0), (255, 255, 255), vision) for vision in VISIONS) > 5


def test_a_picture_is_seen_as_its_colours_are(poster: Artefact) -> None:
    picture = raster.picture(poster.pdf, 60)
    for vision in VISIONS:
        shown, colour = picture_seen(picture, vision).getpixel((5, 5)), picture.getpixel((5, 5))
        assert difference(shown, seen(colour, vision)) < 2  # type: ignore[arg-type]


@every_theme
@pytest.mark.parametrize("surface", ["poster", "poster_vertical", "flyer_front", "fan_front", "hero_phone"])
def test_shapes_side_by_side_are_told_apart(theme: Theme, surface: str) -> None:
    alike = {
        (vision, *pair): round(told_apart(srgb(pair[0]), srgb(pair[1]), vision), 2)
        for pair, share in neighbours(theme, surface).items()
        for vision in VISIONS
        if share >= LEAST_EDGE and told_apart(srgb(pair[0]), srgb(pair[1]), vision) < 1
    }
    assert not alike


def test_words_stand_out_for_every_eye(artefact: Artefact) -> None:
    """Every pair of words and ground that the file shows."""
    pale = {
        (vision, pair.text, pair.ink, pair.ground)
        for pair in pairs(artefact.pdf, {})
        for vision in VISIONS
        if contrast(seen(pair.ink, vision), seen(pair.ground, vision)) < MADE_OUT  # type: ignore[arg-type]
    }
    assert not pale


@every_theme
@every_eye
def test_a_chart_s_parts_are_told_apart(theme: Theme, vision: str) -> None:
    """What the figure counts in the dark ink, the rest in grey, on paper."""
    deep = srgb(theme.inks["deep"].srgb)
    for other in (LIGHT, PAPER):
        assert told_apart(deep, srgb(other.srgb), vision) > 2
    assert told_apart(srgb(LIGHT.srgb), srgb(PAPER.srgb), vision) > 1
    assert told_apart(srgb(LIGHT.srgb), srgb(BLACK.srgb), vision) > 2
