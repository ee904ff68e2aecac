"""Logos and pictures as members upload them, made safe and ready to print with Pillow."""

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PIL import Image, ImageCms, ImageMath, ImageOps, UnidentifiedImageError

from print_templates.photograph.original import converted, strips
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

    Raises UnusableLogo with the reason. Needs less than 300 MiB, whatever the upload is.
    """
    image = opened(upload)
    try:
        turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
        profile = image.info.get("icc_profile") or b""
        image = whole(image)
        flat = converted(image, profile)
    except (OSError, ValueError, SyntaxError, zlib.error, struct.error) as error:
        raise UnusableLogo("damaged") from error
    del image
    flat = flat.crop(drawn(flat))
    flat.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    (flat if turn is None else flat.transpose(turn)).save(out, "PNG", optimize=True)
    return out.getvalue()


#: EXIF's tag for how a camera was held (Exif 2.32, 4.6.4 A), and what sets each of its values upright.
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip


def whole(image: Image.Image) -> Image.Image:
    """The image with its pixels read. Raises what Pillow raises when they are damaged."""
    decoder, mode = getattr(image, "_decoder", None), getattr(image, "rawmode", "")
    if image.format != "WEBP" or decoder is None:
        image.load()
        return image
    # Pillow would keep two canvases of the decoder, its output and a copy of that: 400 MB for 25 megapixels.
    frame = decoder.get_next()
    if frame is None:
        raise ValueError("no frame")
    return Image.frombuffer(mode, image.size, frame[0], "raw", mode, 0, 1)


def drawn(image: Image.Image) -> tuple[int, int, int, int]:
    """The part of the image that is not paper; all of it when nothing is."""
    boxes = []
    for top, strip in strips(image):
        box = ImageOps.invert(strip.convert("L")).point(lambda level: 255 if level > 6 else 0).getbbox()
        if box:
            boxes.append((box[0], top + box[1], box[2], top + box[3]))
    if not boxes:
        return (0, 0, *image.size)
    left, upper, right, lower = zip(*boxes, strict=True)
    return min(left), min(upper), max(right), max(lower)


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
