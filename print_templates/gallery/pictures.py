"""The pictures of docs/pictures: a few artefacts side by side on a quiet ground, as small files."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from print_templates import raster, variants
from print_templates.gallery.artefacts import Artefact
from print_templates.gallery.drawing import artwork, bare
from print_templates.gallery.views import FAR, cut, shrunk
from print_templates.samples import own
from print_templates.sheet import Sheet
from print_templates.themes import theme as find_theme
from print_templates.themes import themes
from print_templates.themes.theme import SURFACES

GROUND, SHADE = "#eceae5", "#c9c6bf"
#: Pixels around and between artefacts, and how far their shade falls.
AIR, FALL = 48, 5
#: Colours that are kept of a picture: flat inks, and their edges.
COLOURS = 96
#: How wide an artefact is, in pixels.
WIDE, NARROW = 480, 360


def write_pictures(folder: Path) -> list[Path]:
    """Make the set again in a folder; returns the paths. A picture whose scenes are missing is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = list(themes())
    rows = {
        "posters": [pages(Artefact(key, "poster", "a3"), WIDE) for key in keys],
        "flyers": [pages(Artefact(key, "flyer", "a4"), NARROW) for key in keys[:2]],
        "fans": [pages(Artefact(key, "fan", "round240"), NARROW) for key in keys[:2]],
        "vertical": [pages(Artefact(key, "poster", "a3", variant=variants.VERTICAL), NARROW) for key in keys],
        "drawings": [drawings(key) for key in keys],
    }
    written = []
    for name, groups in rows.items():
        if any(groups):
            path = folder / f"{name}.png"
            row = beside([picture for group in groups for picture in group])
            row.quantize(COLOURS).save(path, optimize=True)
            written.append(path)
    return written


def pages(artefact: Artefact, width: int) -> list[Image.Image]:
    """Every page of an artefact, or none while the theme lacks a scene of it."""
    if not artefact.is_composed:
        return []
    pdf = artefact.pdf()
    large = [raster.picture(pdf, 2 * width, page=number) for number in range(len(artefact.surfaces))]
    return [shrunk(cut(picture, artefact.paper), width) for picture in large]


def drawings(key: str) -> list[Image.Image]:
    """A theme's poster and fan without words, as small as from across a street."""
    theme = find_theme(key)
    found = []
    for surface in ("poster", "fan_front"):
        if surface in theme.scenes:
            width, height = SURFACES[surface]
            picture = bare(artwork(theme, surface, own(key), width, height), width, height, 2 * FAR)
            found.append(shrunk(cut(picture, fan_of(surface)), FAR))
    return found


def fan_of(surface: str) -> Sheet | None:
    """The sheet that cuts a surface round."""
    return Artefact("", "fan", "round240").paper if surface.startswith("fan") else None


def beside(pictures: Sequence[Image.Image]) -> Image.Image:
    """Pictures in a row on a quiet ground, each with a little shade below it."""
    width = sum(picture.width + AIR for picture in pictures) + AIR
    ground = Image.new("RGB", (width, max(picture.height for picture in pictures) + 2 * AIR), GROUND)
    x = AIR
    for picture in pictures:
        y = (ground.height - picture.height) // 2
        shape = picture.getchannel("A") if picture.mode == "RGBA" else Image.new("L", picture.size, 255)
        ground.paste(Image.new("RGB", picture.size, SHADE), (x + FALL, y + FALL), shape)
        ground.paste(picture.convert("RGB"), (x, y), shape)
        x += picture.width + AIR
    return ground
