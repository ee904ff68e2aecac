"""An artefact as pictures: as a whole, at reading distance, without words, and as other eyes see it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from print_templates import raster
from print_templates.gallery.artefacts import OWN, Artefact
from print_templates.gallery.contrast import Pair, pairs
from print_templates.gallery.drawing import artwork, bare, size
from print_templates.gallery.vision import VISIONS, picture_seen
from print_templates.sheet import Sheet
from print_templates.themes import theme as find_theme

#: Pixels of a picture's width: to look closely (a renderer may give one less), and as a poster looks from across
#: a street.
FULL, FAR = 1210, 200
#: The looks that an artefact is shown in beside its words: the drawing alone, and other eyes.
LOOKS = ("bare", *VISIONS)


@dataclass(frozen=True)
class Picture:
    """A written picture: its file, named from the gallery's folder, and its size in pixels."""

    file: str
    width: int
    height: int


@dataclass(frozen=True)
class View:
    """One page: its surface, its picture in full and from afar, and the same from afar in those of LOOKS it has."""

    surface: str
    full: Picture
    far: Picture
    looks: Mapping[str, Picture]


@dataclass(frozen=True)
class Shown:
    """An artefact with its views and the contrasts measured in its file."""

    artefact: Artefact
    views: tuple[View, ...]
    pairs: tuple[Pair, ...]


def shown(artefact: Artefact, out: Path) -> Shown:
    """Make an artefact and write its pictures into `out`. Raises what laying out raises."""
    pdf = artefact.pdf()
    views = tuple(view(artefact, pdf, number, out) for number in range(len(artefact.surfaces)))
    return Shown(artefact, views, tuple(pairs(pdf, artefact.fields)))


def view(artefact: Artefact, pdf: bytes, number: int, out: Path) -> View:
    surface = artefact.surfaces[number]
    stem = f"{artefact.theme}/{artefact.name}-{number + 1}"
    full = cut(raster.picture(pdf, FULL, page=number), artefact.paper)
    far = shrunk(full, FAR)
    found = {"full": full, "far": far}
    found |= dict(looks(artefact, surface, far))
    (out / artefact.theme).mkdir(parents=True, exist_ok=True)
    written = {look: save(picture, out, f"{stem}-{look}.png") for look, picture in found.items()}
    return View(surface, written.pop("full"), written.pop("far"), written)


def save(picture: Image.Image, out: Path, file: str) -> Picture:
    picture.save(out / file)
    return Picture(file, *picture.size)


def looks(artefact: Artefact, surface: str, far: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """The drawing alone, which gives way to the words it is made for; other eyes once, as words change no colour."""
    yield "bare", drawing(artefact, surface)
    if artefact.sample == OWN:
        for vision in VISIONS:
            yield vision, picture_seen(far, vision)


def drawing(artefact: Artefact, surface: str) -> Image.Image:
    """The drawing alone as it looks from afar, on a fan cut like the fan."""
    sheet = artefact.paper
    width, height = (sheet.width, sheet.height) if sheet else size(surface)
    svg = artwork(find_theme(artefact.theme), surface, artefact.content, width, height)
    return cut(bare(svg, width, height, FAR), sheet)


def shrunk(picture: Image.Image, width: int) -> Image.Image:
    """A picture so many pixels wide, as it looks from afar."""
    height = round(width * picture.height / picture.width)
    return picture.resize((width, height), Image.Resampling.BOX, reducing_gap=3.0)


def cut(picture: Image.Image, sheet: Sheet | None) -> Image.Image:
    """A fan's page cut round and punched; every other page as it is."""
    if sheet is None or sheet.die is None or sheet.paper is not None:
        return picture
    die, scale = sheet.die, 4
    mask = Image.new("L", (scale * picture.width, scale * picture.height))
    draw = ImageDraw.Draw(mask)
    draw.ellipse((0, 0, mask.width - 1, mask.height - 1), fill=255)
    unit = mask.width / sheet.width
    x, y, radius = mask.width / 2, (sheet.height - die.hole_rise) * unit, die.hole / 2 * unit
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
    round_picture = picture.convert("RGBA")
    alpha = mask.resize(picture.size, Image.Resampling.BOX)
    round_picture.putalpha(ImageChops.multiply(round_picture.getchannel("A"), alpha))
    return round_picture
