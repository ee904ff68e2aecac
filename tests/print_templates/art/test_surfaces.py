"""Every surface of every theme is drawn as the contract says: flat shapes in the theme's inks, edge to edge."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from print_templates.content import Content
from print_templates.gallery.drawing import artwork, bare, on_screen, size
from print_templates.samples import LONG, SHORT, own
from print_templates.themes import themes
from print_templates.themes.theme import SURFACES, Theme

BLEED = 3.0
#: Elements and attributes that flat shapes are made of.
SHAPES = {"path", "circle", "ellipse", "rect", "polygon", "polyline", "line"}
ELEMENTS = SHAPES | {"svg", "g", "title"}
REFUSED = {"opacity", "fill-opacity", "stroke-opacity", "style", "clip-path", "mask", "filter", "href", "id"}
#: Bytes of a drawing on paper, and of one that a phone must fetch with its page.
LARGEST, LARGEST_ON_SCREEN = 60_000, 12_000
NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
#: No coordinate is larger: a hundred widths, where a scene counts in thousandths of the width.
FARTHEST = 100_000
#: Shows where nothing is painted: no ink looks like it.
NOTHING = (255, 0, 255)

every_surface = pytest.mark.parametrize("surface", SURFACES)
every_theme = pytest.mark.parametrize("theme", themes().values(), ids=themes())


def words(theme: Theme) -> Iterator[Content]:
    """The theme's own phrase, a short and a long one."""
    content = own(theme.key)
    yield from (content, replace(content, phrase=SHORT), replace(content, phrase=LONG))


def bleed_of(surface: str) -> float:
    return 0 if on_screen(surface) else BLEED


def drawings(theme: Theme, surface: str) -> Iterator[str]:
    """A surface's drawing in both media, around no words, and with a photograph where it has a window."""
    width, height = size(surface)
    for medium in ("press", "office"):
        yield theme.compose(surface, width, height, bleed_of(surface), medium)  # type: ignore[arg-type]
        if theme.scenes[surface].window:
            yield theme.compose(surface, width, height, bleed_of(surface), medium, picture=True)  # type: ignore[arg-type]
            yield theme.before(surface, width, height, bleed_of(surface), medium)  # type: ignore[arg-type]


def local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def painted(element: ET.Element, fill: str = "") -> Iterator[str]:
    """The paints of a drawing; a shape that says none at all is painted in a viewer's black."""
    fill = element.get("fill", fill)
    if local(element) in SHAPES:
        yield fill or "a viewer's black"
        yield element.get("stroke", "none")
    for child in element:
        yield from painted(child, fill)


def test_it_works() -> None:
    drawing = ET.fromstring('<svg><g fill="red"><path/><path fill="blue"/></g><path/></svg>')
    assert set(painted(drawing)) == {"red", "blue", "none", "a viewer's black"}


@every_theme
def test_a_theme_composes_every_surface(theme: Theme) -> None:
    assert [surface for surface in SURFACES if surface not in theme.scenes] == []


@every_theme
@every_surface
def test_a_drawing_is_made_of_flat_shapes_in_the_theme_s_inks(theme: Theme, surface: str) -> None:
    inks = {ink.paint(medium) for ink in theme.inks.values() for medium in ("press", "office")}  # type: ignore[arg-type]
    for svg in filter(None, drawings(theme, surface)):
        drawing = ET.fromstring(svg)
        assert {local(element) for element in drawing.iter()} <= ELEMENTS
        assert not [name for element in drawing.iter() for name in element.attrib if name in REFUSED]
        assert set(painted(drawing)) - inks - {"none"} == set()


@every_theme
@every_surface
def test_a_drawing_stays_small(theme: Theme, surface: str) -> None:
    """In bytes, and in how far its numbers go."""
    for svg in drawings(theme, surface):
        assert len(svg) <= (LARGEST_ON_SCREEN if on_screen(surface) else LARGEST)
        assert "nan" not in svg
        assert "inf" not in svg
        data = " ".join(element.get("d", "") for element in ET.fromstring(svg or "<svg/>").iter())
        assert all(abs(float(number)) < FARTHEST for number in NUMBER.findall(data))


@every_theme
@every_surface
def test_a_drawing_covers_its_bleed(theme: Theme, surface: str) -> None:
    """Around every length of phrase; a hair between two shapes may let a little through."""
    width, height = size(surface)
    for content in words(theme):
        svg = artwork(theme, surface, content, width, height)
        assert unpainted(bare(svg, width, height, 300, "#ff00ff")) == 0
    bleed = bleed_of(surface)
    if bleed:
        svg = theme.compose(surface, width, height, bleed, "office")
        assert unpainted(bare(svg, width + 2 * bleed, height + 2 * bleed, 300, "#ff00ff")) == 0


def unpainted(picture: Image.Image) -> int:
    """Pixels that nothing is painted on, the outermost left out: a page may end inside them."""
    inner = picture.crop((1, 1, picture.width - 1, picture.height - 1))
    colours: list[tuple[int, tuple[int, int, int]]] = inner.getcolors(inner.width * inner.height)  # type: ignore[assignment]
    return sum(count for count, colour in colours if colour == NOTHING)


def test_a_hole_is_seen() -> None:
    square = '<svg viewBox="0 0 10 10"><path d="M0 0h10v10h-{}z" fill="#123456"/></svg>'
    assert unpainted(bare(square.format("10"), 100, 100, 60, "#ff00ff")) == 0
    assert unpainted(bare(square.format("5"), 100, 100, 60, "#ff00ff")) > 0


def everything() -> str:
    """Every drawing there is, as one text."""
    return "".join(
        svg for theme in themes().values() for surface in theme.scenes for svg in drawings(theme, surface)
    )


def test_a_drawing_is_the_same_every_time() -> None:
    """Also in another process, in which sets and hashes have another order."""
    code = "from tests.print_templates.art.test_surfaces import everything; print(end=everything())"
    again = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}
    ).stdout
    assert everything() == again
