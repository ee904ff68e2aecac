"""Which inks lie beside one another in a drawing, and for how much of its edges."""

from collections import Counter

from PIL import Image

from print_templates.gallery.drawing import artwork, bare, size
from print_templates.gallery.vision import Colour, srgb
from print_templates.samples import own
from print_templates.themes.theme import Ink, Theme

#: Pixels of a drawing's width, and so many between two inks: what is smoothed along an edge.
PIXELS, EDGE = 240, 3
#: A pixel is an ink when no channel differs more.
EXACT = 2

Pair = tuple[str, str]


def neighbours(theme: Theme, surface: str) -> dict[Pair, float]:
    """The share of a drawing's edges that each pair of inks has, as sRGB, the darker name first in order."""
    width, height = size(surface)
    picture = bare(artwork(theme, surface, own(theme.key), width, height), width, height, PIXELS)
    return shares(inked(picture, list(theme.inks.values())))


def inked(picture: Image.Image, inks: list[Ink]) -> list[list[str]]:
    """Every pixel's ink as `#rrggbb`, or nothing on an edge, row by row."""
    known: dict[Colour, str] = {}
    rows = []
    for y in range(picture.height):
        row = []
        for x in range(picture.width):
            colour: Colour = picture.getpixel((x, y))  # type: ignore[assignment]
            if colour not in known:
                known[colour] = nearest(colour, inks)
            row.append(known[colour])
        rows.append(row)
    return rows


def nearest(colour: Colour, inks: list[Ink]) -> str:
    for ink in inks:
        if max(abs(one - other) for one, other in zip(colour, srgb(ink.srgb), strict=True)) <= EXACT:
            return ink.srgb
    return ""


def shares(rows: list[list[str]]) -> dict[Pair, float]:
    """Each pair's share of all places where one ink gives way to another within EDGE pixels."""
    found: Counter[Pair] = Counter()
    for lines in (rows, list(map(list, zip(*rows, strict=True)))):
        for line in lines:
            for one, other in zip(line, line[EDGE:], strict=False):
                if one and other and one != other:
                    found[min(one, other), max(one, other)] += 1
    return {pair: count / found.total() for pair, count in found.items()}
