"""A photograph as somebody hands it in: what can be used, and its pixels upright in sRGB, without anything else."""

import io
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from print_templates.shop import FOGRA39

MOST_BYTES = 20 * 1024 * 1024
#: What the largest telephones take; 150 MB while it is converted.
MOST_PIXELS = 50_000_000
#: A camera's MPO is a JPEG with a small second picture behind the first.
FORMATS = ("JPEG", "MPO", "PNG", "WEBP")
#: Fewer pixels than this along a side are not a photograph but a mistake: 100 mm at 150 per inch have 590.
LEAST_SIDE = 300
#: Rows that are converted at once, so that memory does not grow with the picture.
STRIP = 256
#: Modes whose own colour profile counts, with the colour space that such a profile has.
SPACES = {"RGB": "RGB ", "CMYK": "CMYK", "L": "GRAY"}


class UnusablePhotograph(ValueError):
    """A photograph cannot be printed; `reason` is a key of `sentences`, and the message its sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(sentences()[reason])
        self.reason = reason


def sentences() -> dict[str, str]:
    """What staff are told, by reason."""
    return {
        "missing": _("The picture's file is gone. Please upload the picture again and choose it."),
        "too_large": _("The picture's file is larger than 20 MB. Please choose a smaller one."),
        "pixels": _("The picture has more than 50 million pixels. Please choose a smaller one."),
        "small": _("The picture is less than 300 pixels wide or high. Please choose a larger one."),
        "format": _("Please choose a photograph in JPEG, PNG or WebP."),
        "frames": _("This picture moves. Please choose a photograph."),
        "damaged": _("The picture cannot be read; its file may be damaged. Please upload it again."),
    }


def opened(original: bytes) -> Image.Image:
    """The photograph with its size known and allowed, its pixels not yet read. Raises UnusablePhotograph."""
    if len(original) > MOST_BYTES:
        raise UnusablePhotograph("too_large")
    try:
        image = Image.open(io.BytesIO(original))
    except Image.DecompressionBombError as error:
        raise UnusablePhotograph("pixels") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UnusablePhotograph("damaged") from error
    if image.format not in FORMATS:
        raise UnusablePhotograph("format")
    if image.width * image.height > MOST_PIXELS:
        raise UnusablePhotograph("pixels")
    if min(image.size) < LEAST_SIDE:
        raise UnusablePhotograph("small")
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise UnusablePhotograph("frames")
    return image


def in_srgb(original: bytes) -> Image.Image:
    """The photograph upright in sRGB on white, without metadata. Raises UnusablePhotograph."""
    image = opened(original)
    profile = image.info.get("icc_profile") or b""
    try:
        image.load()
    except (OSError, ValueError, SyntaxError, zlib.error) as error:
        raise UnusablePhotograph("damaged") from error
    return converted(ImageOps.exif_transpose(image) or image, profile)


def converted(image: Image.Image, profile: bytes) -> Image.Image:
    """The image in sRGB on white, from the colours of its profile, if it has one."""
    made = Image.new("RGB", image.size)
    transforms: dict[str, ImageCms.ImageCmsTransform | None] = {}
    for top, strip in strips(image):
        plain = flat(strip)
        if plain.mode not in transforms:
            transforms[plain.mode] = to_srgb(plain.mode, profile)
        transform = transforms[plain.mode]
        coloured = ImageCms.applyTransform(plain, transform) if transform else plain.convert("RGB")
        assert coloured is not None
        made.paste(coloured, (0, top))
    return made


def strips(image: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    """The image in strips of its full width, each with its upper edge's row."""
    for top in range(0, image.height, STRIP):
        yield top, image.crop((0, top, image.width, min(top + STRIP, image.height)))


def flat(strip: Image.Image) -> Image.Image:
    """A strip in RGB, CMYK or L with 8 bits; what is transparent becomes white."""
    if strip.mode.startswith("I"):
        return strip.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if strip.mode in ("P", "LA", "PA", "La", "RGBa") or "transparency" in strip.info:
        strip = strip.convert("RGBA")
    if strip.mode == "RGBA":
        return Image.alpha_composite(Image.new("RGBA", strip.size, "white"), strip).convert("RGB")
    if strip.mode == "1":
        return strip.convert("L")
    return strip if strip.mode in SPACES else strip.convert("RGB")


def to_srgb(mode: str, profile: bytes) -> ImageCms.ImageCmsTransform | None:
    """The way from a mode's own colours to sRGB, None when they are sRGB already.

    A profile that is damaged or of another colour space is passed over; ink without a profile is FOGRA39's.
    """
    for candidate in (profile, FOGRA39.data if mode == "CMYK" else b""):
        if candidate:
            try:
                source = ImageCms.ImageCmsProfile(io.BytesIO(candidate))
                if source.profile.xcolor_space == SPACES[mode]:
                    return transform(source, mode)
            except (ImageCms.PyCMSError, OSError):
                continue
    return None


def transform(source: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB", intent, flags)
