"""Logos and pictures as members upload them, made safe and ready to print with Pillow."""

import hashlib
import io
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PIL import Image, ImageCms, ImageMath, ImageOps, UnidentifiedImageError

from print_templates.shop import FOGRA39, GENERIC, PrintShop, Profile

#: BARS 6: what an upload may be.
MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 25_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
#: A logo box on A2 is at most 55 mm wide; 1,200 pixels are 550 dpi there.
LONGER_SIDE = 1200


class UnusableLogo(ValueError):
    """The upload cannot be a logo; `reason` is one of: too_large, not_an_image, format, pixels, frames, damaged."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Pixels:
    """An image for a PDF: size in pixels, colour channels (3 RGB, 4 CMYK), zlib-compressed samples."""

    width: int
    height: int
    channels: int
    data: bytes


def opened(upload: bytes) -> Image.Image:
    """The upload as an image whose size is known and allowed, but whose pixels are not yet read."""
    if len(upload) > MOST_BYTES:
        raise UnusableLogo("too_large")
    try:
        image = Image.open(io.BytesIO(upload))
    except Image.DecompressionBombError as error:
        raise UnusableLogo("pixels") from error
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise UnusableLogo("not_an_image") from error
    if image.format not in FORMATS:
        raise UnusableLogo("format")
    if image.width * image.height > MOST_PIXELS:
        raise UnusableLogo("pixels")
    if getattr(image, "n_frames", 1) > 1:
        raise UnusableLogo("frames")
    return image


def prepare(upload: bytes) -> bytes:
    """A clean PNG of an upload: turned upright, sRGB on white, margins cut, at most 1,200 px, no metadata.

    Raises UnusableLogo with the reason.
    """
    image = opened(upload)
    try:
        image.load()
        upright = ImageOps.exif_transpose(image) or image
        flat = on_white(upright)
    except (OSError, ValueError, SyntaxError, zlib.error) as error:
        raise UnusableLogo("damaged") from error
    bounds = ImageOps.invert(flat.convert("L")).point(lambda level: 255 if level > 6 else 0).getbbox()
    if bounds:
        flat = flat.crop(bounds)
    flat.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    flat.save(out, "PNG", optimize=True, icc_profile=None)
    return out.getvalue()


def on_white(image: Image.Image) -> Image.Image:
    """The image in RGB without transparency; the panel it is printed on is white."""
    if image.mode in ("P", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode == "RGBA":
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return image.convert("RGB")


@dataclass(frozen=True)
class Logo:
    """A logo ready to print: in sRGB, and in the inks of a print shop. `digest` names its very pixels."""

    office: Pixels
    press: Pixels
    digest: str


def ready(png: bytes, shop: PrintShop = GENERIC) -> Logo:
    """A prepared logo converted for both kinds of paper; 20 ms, so done once, at upload."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    inked = within(in_ink(image, shop.profile), shop.ink_limit)
    digest = hashlib.sha256(png + shop.inks.encode()).hexdigest()
    return Logo(samples(image), samples(inked), digest)


def samples(image: Image.Image) -> Pixels:
    return Pixels(image.width, image.height, len(image.getbands()), zlib.compress(image.tobytes(), 6))


@lru_cache(maxsize=8)
def to_ink(profile: Profile) -> ImageCms.ImageCmsTransform:
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    source, target = ImageCms.createProfile("sRGB"), io.BytesIO(profile.data)
    return ImageCms.buildTransform(source, target, "RGB", "CMYK", intent, flags)


def in_ink(image: Image.Image, profile: Profile = FOGRA39) -> Image.Image:
    """The image in CMYK (0 is no ink); paper white stays free of ink."""
    converted = ImageCms.applyTransform(image, to_ink(profile))
    if converted is None:
        raise UnusableLogo("damaged")
    return converted


def within(image: Image.Image, limit: int) -> Image.Image:
    """The CMYK image with less colour, and the same black, where its inks add up to more than `limit` percent."""
    most = limit * 2.55
    bands = dict(zip("cmyk", image.split(), strict=True))

    def share(inks: Any) -> Any:
        coloured = inks["float"](inks["c"]) + inks["m"] + inks["y"]
        return inks["min"]((most - inks["k"]) / inks["max"](coloured, 1.0), 1.0)

    def less(ink: str) -> Image.Image:
        return ImageMath.lambda_eval(lambda inks: inks["convert"](inks[ink] * share(inks), "L"), **bands)

    return Image.merge("CMYK", [less("c"), less("m"), less("y"), bands["k"]])
