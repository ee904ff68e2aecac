"""A theme's inks: few, not too much on one place, the same on screens as on paper, and readable on one another."""

from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from print_templates import color
from print_templates.gallery.vision import Colour, Lab, lab, srgb
from print_templates.preflight.contrast import contrast
from print_templates.themes import themes
from print_templates.themes.theme import BLACK, PAPER, Ink, Theme
from tests.print_templates.art.ciede2000 import difference

#: Percent of all four inks together that a place takes (PRINT.md 2), and separate inks of a theme (PRINT.md 7).
MOST_INK, MOST_INKS = 300, 4
#: Two inks are tints of one when no share differs more, measured against the strongest share of each.
SAME_HUE = 0.15
#: ΔE00 between an ink's sRGB twin and what the press's profile makes of it: beside one another they look the same.
SAME_COLOUR = 3.0
#: What must be read on what, and with which contrast.
READABLE = (("phrase", "ground", 4.5), ("deep", "paper", 7), ("black", "tint", 12), ("deep", "tint", 7))

every_theme = pytest.mark.parametrize("theme", themes().values(), ids=themes())


def shares(ink: Ink) -> tuple[int, int, int, int]:
    return ink.cyan, ink.magenta, ink.yellow, ink.black


def hue(ink: Ink) -> tuple[float, ...]:
    """An ink's shares as if it were printed as strongly as it can be."""
    return tuple(share / max(shares(ink)) for share in shares(ink))


def is_tint(ink: Ink, of: Ink) -> bool:
    return all(abs(one - other) <= SAME_HUE for one, other in zip(hue(ink), hue(of), strict=True))


def separate(theme: Theme) -> list[Ink]:
    """A theme's inks without paper, black and tints of a stronger one."""
    found: list[Ink] = []
    for ink in sorted(set(theme.inks.values()) - {PAPER, BLACK}, key=lambda ink: -sum(shares(ink))):
        if not any(is_tint(ink, stronger) for stronger in found):
            found.append(ink)
    return found


@cache
def to_screen() -> ImageCms.ImageCmsTransform:
    """FOGRA39 to sRGB as Ink's twins are made: relative colorimetric, with black point compensation."""
    profile = Path(color.__path__[0]) / "FOGRA39L_coated.icc"
    return ImageCms.buildTransform(
        str(profile), ImageCms.createProfile("sRGB"), "CMYK", "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip


def printed(ink: Ink) -> Colour:
    """What coated paper shows of an ink."""
    pixel = Image.new("CMYK", (1, 1), tuple(round(2.55 * share) for share in shares(ink)))
    return ImageCms.applyTransform(pixel, to_screen()).getpixel((0, 0))  # type: ignore[return-value, union-attr]


def test_it_works() -> None:
    assert is_tint(Ink(10, 0, 5, 0, ""), Ink(60, 0, 30, 0, ""))
    assert not is_tint(Ink(10, 0, 5, 0, ""), Ink(60, 40, 0, 0, ""))
    assert printed(PAPER) == (255, 255, 255)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ],
)
def test_differences_are_measured_as_published(one: Lab, other: Lab, expected: float) -> None:
    """Sharma, Wu and Dalal, “The CIEDE2000 Color-Difference Formula”, Color Research and Application 30 (1), 2005."""
    assert difference(one, other) == pytest.approx(expected, abs=0.0002)


@every_theme
def test_no_ink_lays_too_much_on_the_paper(theme: Theme) -> None:
    assert {name: sum(shares(ink)) for name, ink in theme.inks.items() if sum(shares(ink)) > MOST_INK} == {}


@every_theme
def test_a_theme_has_four_inks_and_their_tints(theme: Theme) -> None:
    assert len(separate(theme)) <= MOST_INKS


@every_theme
def test_screens_show_what_paper_shows(theme: Theme) -> None:
    """Black is left out: on screens it is darker than black ink alone, so that words are."""
    wrong = {}
    for name, ink in theme.inks.items():
        shown = printed(ink)
        far = difference(lab(srgb(ink.srgb)), lab(shown))
        if ink != BLACK and far > SAME_COLOUR:
            wrong[name] = f"{ink.srgb} should be about #{bytes(map(int, shown)).hex()} (ΔE {far:.1f})"
    assert not wrong


@every_theme
@pytest.mark.parametrize(("words", "ground", "least"), READABLE, ids=str)
def test_words_are_readable_on_their_ground(theme: Theme, words: str, ground: str, least: float) -> None:
    assert contrast(srgb(theme.inks[words].srgb), srgb(theme.inks[ground].srgb)) >= least  # type: ignore[arg-type]
