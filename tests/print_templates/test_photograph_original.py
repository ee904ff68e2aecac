"""What a photograph may be when it is handed in, and what is kept of it."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from print_templates.photograph import original
from print_templates.photograph.conversion import ink_jpeg, srgb_jpeg
from print_templates.photograph.original import UnusablePhotograph
from print_templates.shop import FOGRA39, GENERIC
from tests.print_templates.photographs import LEFT, RIGHT, file_of, halves, picture_of, srgb_profile


def near(image: Image.Image, place: tuple[int, int], colour: tuple[int, ...], by: int = 6) -> bool:
    found = image.getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(one - other) <= by for one, other in zip(found, colour, strict=True))


def test_it_works() -> None:
    kept = picture_of(srgb_jpeg(file_of(halves())))
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (900, 600))
    assert near(kept, (200, 300), LEFT)
    assert near(kept, (700, 300), RIGHT)


def test_its_inks_are_those_of_the_printing_condition() -> None:
    inked = picture_of(ink_jpeg(srgb_jpeg(file_of(halves())), GENERIC))
    assert (inked.format, inked.mode, inked.size) == ("JPEG", "CMYK", (900, 600))
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    way = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(FOGRA39.data)), "RGB", "CMYK", intent,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    expected = ImageCms.applyTransform(Image.new("RGB", (1, 1), LEFT), way)
    assert expected is not None
    assert near(inked, (200, 300), expected.getpixel((0, 0)))  # type: ignore[arg-type]


def test_no_place_has_more_ink_than_the_shop_takes() -> None:
    dark = Image.new("RGB", (300, 300), (4, 6, 10))
    inked = picture_of(ink_jpeg(srgb_jpeg(file_of(dark)), GENERIC))
    assert sum(inked.getpixel((150, 150))) / 2.55 <= GENERIC.ink_limit  # type: ignore[arg-type]


def cmyk(profile: bytes = b"") -> bytes:
    return file_of(Image.new("CMYK", (400, 300), (255, 0, 0, 0)), icc_profile=profile)


def sixteen_bits() -> bytes:
    return file_of(Image.new("I;16", (400, 300), 32768), "PNG")


def see_through() -> bytes:
    return file_of(Image.new("RGBA", (400, 300), (200, 60, 40, 0)), "PNG")


def two_in_one() -> bytes:
    return file_of(halves(), "MPO", quality=95, save_all=True, append_images=[halves(300, 200)])


def palette_see_through() -> bytes:
    return file_of(Image.new("P", (400, 300), 0), "PNG", transparency=0)


KINDS: dict[str, tuple[Callable[[], bytes], tuple[int, ...]]] = {
    "RGB with its profile": (lambda: file_of(halves(), icc_profile=srgb_profile()), LEFT),
    "RGB with a damaged profile": (lambda: file_of(halves(), icc_profile=b"x" * 200), LEFT),
    "RGB with the profile of another space": (lambda: file_of(halves(), icc_profile=FOGRA39.data), LEFT),
    "a camera's JPEG with a second picture": (two_in_one, LEFT),
    "PNG": (lambda: file_of(halves(), "PNG"), LEFT),
    "WebP": (lambda: file_of(halves(), "WEBP", lossless=True), LEFT),
    "grey": (lambda: file_of(Image.new("L", (400, 300), 90)), (90, 90, 90)),
    "grey with 16 bits": (sixteen_bits, (128, 128, 128)),
    "black and white": (lambda: file_of(Image.new("1", (400, 300), 1), "PNG"), (255, 255, 255)),
    "palette": (lambda: file_of(halves().quantize(4), "PNG"), LEFT),
    "see-through": (see_through, (255, 255, 255)),
    "see-through palette": (palette_see_through, (255, 255, 255)),
    "ink": (cmyk, (0, 158, 224)),
    "ink with its profile": (lambda: cmyk(FOGRA39.data), (0, 158, 224)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture_is_taken_as_what_one_sees(kind: str) -> None:
    make, colour = KINDS[kind]
    kept = picture_of(srgb_jpeg(make()))
    assert kept.mode == "RGB"
    assert near(kept, (100, 150), colour, 14)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_taken_sideways_stands_upright(orientation: int) -> None:
    """Cameras write what the sensor saw and how it was held."""
    stored = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    seen = halves()
    exif = Image.Exif()
    exif[0x0112] = orientation
    held = seen if stored is None else seen.transpose(stored)
    kept = picture_of(srgb_jpeg(file_of(held, exif=exif)))
    assert kept.size == (900, 600)
    assert near(kept, (200, 300), LEFT)
    assert near(kept, (700, 300), RIGHT)


def test_nothing_about_whoever_took_it_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SECRET CAMERA"
    exif.get_ifd(0x8825)[2] = (35.0, 26.0, 0.0)
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "SECRET NAME")
    originals = [
        file_of(
            halves(), exif=exif, comment=b"SECRET WORDS", icc_profile=srgb_profile(), xmp=b"<x>SECRET</x>"
        ),
        file_of(halves(), "PNG", exif=exif, pnginfo=text),
        file_of(halves(), "WEBP", exif=exif, xmp=b"<x>SECRET</x>"),
    ]
    for handed_in in originals:
        assert b"SECRET" in handed_in
        srgb = srgb_jpeg(handed_in)
        for kept in (srgb, ink_jpeg(srgb, GENERIC)):
            assert b"SECRET" not in kept
            assert b"Exif" not in kept
            assert not {"exif", "icc_profile", "comment", "xmp"} & set(picture_of(kept).info)


def animated() -> bytes:
    frames = [Image.new("RGB", (400, 300), colour) for colour in ("red", "blue")]
    return file_of(frames[0], "WEBP", save_all=True, append_images=frames[1:])


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "damaged"),
    "words": (lambda: b"words" * 99, "damaged"),
    "half a JPEG": (lambda: file_of(halves())[:4000], "damaged"),
    "half a PNG": (lambda: file_of(Image.effect_noise((400, 400), 90), "PNG")[:9000], "damaged"),
    "a GIF": (lambda: file_of(halves(), "GIF"), "format"),
    "a TIFF": (lambda: file_of(halves(), "TIFF"), "format"),
    "a film": (animated, "frames"),
    "a stamp": (lambda: file_of(halves(299, 900)), "small"),
    "a file too large": (lambda: file_of(halves()) + bytes(original.MOST_BYTES), "too_large"),
    "a bomb": (lambda: file_of(Image.new("1", (8000, 7000)), "PNG"), "pixels"),
    "a larger bomb": (lambda: file_of(Image.new("1", (20000, 20000)), "PNG"), "pixels"),
}


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_with_a_sentence(name: str, in_english: None) -> None:
    make, reason = REFUSED[name]
    with pytest.raises(UnusablePhotograph) as refused:
        srgb_jpeg(make())
    assert refused.value.reason == reason
    assert str(refused.value).endswith(".")


def test_equal_pictures_are_kept_as_equal_bytes() -> None:
    handed_in = file_of(halves())
    assert srgb_jpeg(handed_in) == srgb_jpeg(handed_in)
    assert ink_jpeg(srgb_jpeg(handed_in), GENERIC) == ink_jpeg(srgb_jpeg(handed_in), GENERIC)


CONVERT_LARGEST = """
import resource, sys
from io import BytesIO
from PIL import Image
from print_templates.photograph.conversion import ink_jpeg, srgb_jpeg
from print_templates.shop import GENERIC
original = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, (1024**3, 1024**3))
print(Image.open(BytesIO(ink_jpeg(srgb_jpeg(original), GENERIC))).size)
"""


def test_the_largest_picture_fits_into_little_memory() -> None:
    """Held sideways, with a profile: everything that needs room of its own."""
    exif = Image.Exif()
    exif[0x0112] = 6
    largest = file_of(Image.new("RGB", (8100, 6100), LEFT), quality=30, exif=exif, icc_profile=srgb_profile())
    done = subprocess.run(
        [sys.executable, "-c", CONVERT_LARGEST], input=largest, capture_output=True, check=False
    )
    assert done.stdout.decode().strip() == "(6100, 8100)", done.stderr.decode()
