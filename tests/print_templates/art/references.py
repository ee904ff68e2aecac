"""Small pictures of the artwork as it was last approved, and how far a drawing is from them."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from print_templates import raster
from print_templates.design import all_designs
from print_templates.gallery.artefacts import Artefact
from print_templates.gallery.drawing import artwork, bare, size
from print_templates.samples import own
from print_templates.themes import theme as find_theme
from print_templates.themes import themes
from print_templates.themes.theme import SURFACES

FOLDER = Path(__file__).parent / "references"
#: Pixels of a reference's width; it is drawn FINER times as wide, so that smoothing differs little between machines.
WIDTH, FINER = 64, 8
BITS = 6
#: A drawing has changed when a field of so many pixels each way differs by more, from 0 to 255, on average.
FIELD, TOLERANCE = 4, 6


def names() -> Iterator[str]:
    """Every surface of every theme without words, and every page of each design's first sheet with them."""
    for key in themes():
        yield from (f"{key}-{surface}" for surface in SURFACES)
        for design in all_designs().values():
            yield from (f"{key}-{design.key}-{page + 1}" for page in range(len(design.surfaces)))


def picture(name: str) -> Image.Image:
    """What a reference shows as it is drawn today. Raises KeyError while its surface is missing."""
    key, _dash, shown = name.partition("-")
    if shown in SURFACES:
        width, height = size(shown)
        drawn = bare(artwork(find_theme(key), shown, own(key), width, height), width, height, FINER * WIDTH)
    else:
        design, _dash, page = shown.partition("-")
        pdf = Artefact(key, design, all_designs()[design].sheets[0].key).pdf()
        drawn = raster.picture(pdf, FINER * WIDTH, page=int(page) - 1)
    return reduced(drawn)


def reduced(drawn: Image.Image) -> Image.Image:
    """A picture as small as a reference, its channels rounded to BITS so that files stay small."""
    small = drawn.resize((WIDTH, round(WIDTH * drawn.height / drawn.width)), Image.Resampling.BOX)
    return ImageOps.posterize(small.convert("RGB"), BITS)


def path(name: str) -> Path:
    return FOLDER / f"{name}.png"


def write(name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    picture(name).save(path(name), optimize=True)


def change(one: Image.Image, other: Image.Image) -> float:
    """How much the field differs that differs most, on average over its pixels, in its strongest channel.

    255 when the two are not even of one size.
    """
    if one.size != other.size:
        return 255.0
    red, green, blue = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return float(most.reduce(FIELD).getextrema()[1])  # type: ignore[arg-type]
