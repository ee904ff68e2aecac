"""Uploads: three formats, cleaned; everything else is refused with its reason (BARS.md 6)."""

import io
import subprocess
import sys
import zlib

import pytest
from PIL import Image, ImageDraw, ImageOps

from print_templates.logo import LONGER_SIDE, MOST_BYTES, UnusableLogo, prepare, ready, within
from print_templates.shop import PrintShop


def picture(size: tuple[int, int] = (120, 60)) -> Image.Image:
    """Wider than high, its left half red, its right half blue."""
    image = Image.new("RGB", size, (20, 40, 200))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2 - 1, size[1]), fill=(200, 30, 40))
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def prepared(upload: bytes) -> Image.Image:
    clean = Image.open(io.BytesIO(prepare(upload)))
    assert clean.format == "PNG"
    assert clean.mode == "RGB"
    return clean


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_it_works(kind: str) -> None:
    clean = prepared(encoded(picture(), kind))
    assert clean.size == (120, 60)
    red, _green, blue = clean.getpixel((10, 30))
    assert red > 150 > blue


def test_a_turned_photograph_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to see it upright
    clean = prepared(encoded(picture(), "JPEG", exif=exif, quality=95))
    assert clean.size == (60, 120)
    assert clean.getpixel((30, 10))[0] > 150, "what was left is on top"
    assert clean.getpixel((30, 110))[2] > 150


def test_metadata_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010E] = "CANARY-DESCRIPTION"
    exif.get_ifd(0x8825)[1] = "N"
    for kind in ("JPEG", "WEBP", "PNG"):
        upload = encoded(picture(), kind, exif=exif)
        assert b"CANARY" in upload
        clean = prepare(upload)
        assert b"CANARY" not in clean
        assert not Image.open(io.BytesIO(clean)).getexif()


def test_a_colour_profile_is_not_kept() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert "icc_profile" not in prepared(encoded(picture(), "PNG", icc_profile=profile)).info


def test_transparency_becomes_paper_and_margins_go() -> None:
    image = Image.new("RGBA", (200, 200), (255, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((50, 80, 149, 119), fill=(0, 0, 0, 255))
    clean = prepared(encoded(image, "PNG"))
    assert clean.size == (100, 40)
    assert clean.getpixel((5, 5)) == (0, 0, 0)


def test_a_large_logo_is_made_smaller() -> None:
    assert max(prepared(encoded(picture((4000, 2000)), "PNG")).size) == LONGER_SIDE


def test_an_empty_white_logo_does_not_crash() -> None:
    assert prepared(encoded(Image.new("RGB", (30, 30), "white"), "PNG")).size == (30, 30)


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG bomb: a tiny file whose header claims many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def frames(kind: str) -> bytes:
    one, other = picture(), picture().rotate(180)
    return encoded(one, kind, save_all=True, append_images=[other])


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HOSTILE = {
    "truncated JPEG": (lambda: encoded(picture((800, 400)), "JPEG", quality=95)[:3000], "damaged"),
    "truncated PNG": (lambda: encoded(picture((800, 400)), "PNG")[:200], "damaged"),
    "truncated WebP": (lambda: encoded(picture((800, 400)), "WEBP")[:200], "not_an_image"),
    "text": ("ロゴです".encode, "not_an_image"),
    "nothing": (lambda: b"", "not_an_image"),
    "only a PNG's signature": (lambda: b"\x89PNG\r\n\x1a\n", "not_an_image"),
    "SVG": (lambda: SVG, "not_an_image"),
    "PDF": (lambda: encoded(picture(), "PDF"), "not_an_image"),
    "GIF": (lambda: encoded(picture(), "GIF"), "format"),
    "BMP": (lambda: encoded(picture(), "BMP"), "format"),
    "TIFF": (lambda: encoded(picture(), "TIFF"), "format"),
    "animated WebP": (lambda: frames("WEBP"), "frames"),
    "animated PNG": (lambda: frames("PNG"), "frames"),
    "animated GIF": (lambda: frames("GIF"), "format"),
    "30 megapixels": (lambda: png_that_claims(6000, 5000), "pixels"),
    "a bomb": (lambda: png_that_claims(60_000, 60_000), "pixels"),
    "more than 5 MB": (lambda: encoded(picture(), "PNG") + b"\0" * MOST_BYTES, "too_large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(name: str) -> None:
    make, reason = HOSTILE[name]
    with pytest.raises(UnusableLogo) as refusal:
        prepare(make())
    assert refusal.value.reason == reason


@pytest.mark.parametrize("value", range(1, 9))
def test_however_the_camera_was_held_the_logo_is_upright(value: int) -> None:
    upright, exif = picture(), Image.Exif()
    undone = {5: 5, 6: 8, 7: 7, 8: 6}.get(value, value)
    exif[0x0112] = undone
    held = ImageOps.exif_transpose(Image.open(io.BytesIO(encoded(upright, "PNG", exif=exif))))
    exif[0x0112] = value
    assert prepared(encoded(held, "PNG", exif=exif)).tobytes() == upright.tobytes()


def test_sixteen_bits_of_grey_stay_grey() -> None:
    image = Image.new("I;16", (60, 40), 30_000)
    assert 100 < prepared(encoded(image, "PNG")).getpixel((10, 10))[0] < 130


def test_ink_is_read_as_ink() -> None:
    """A JPEG in CMYK for a press: cyan on paper is darker than a screen's."""
    clean = prepared(encoded(Image.new("CMYK", (40, 40), (255, 0, 0, 0)), "JPEG", quality=95))
    red, green, blue = clean.getpixel((20, 20))
    assert red < 40 < green < blue


def test_what_hangs_on_a_picture_is_left_behind() -> None:
    polyglot = encoded(picture(), "PNG") + b"PK\x03\x04<script>alert(1)</script>"
    clean = prepare(polyglot)
    assert b"script" not in clean
    assert b"PK" not in clean


PREPARE_LARGEST = """
import sys
from print_templates.logo import prepare
prepare(sys.stdin.buffer.read())
[peak] = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(int(peak.split()[1]) / 1024)
"""

LARGEST: dict[str, tuple[str, str, dict[str, object]]] = {
    "transparent PNG": ("RGBA", "PNG", {}),
    "transparent WebP": ("RGBA", "WEBP", {"quality": 20, "method": 0}),
    "JPEG in ink": ("CMYK", "JPEG", {}),
}


@pytest.mark.parametrize("name", LARGEST)
def test_the_largest_upload_needs_less_than_400_mib(name: str) -> None:
    mode, kind, options = LARGEST[name]
    upload = encoded(Image.new(mode, (5000, 5000), (200, 30, 40, 90)), kind, **options)
    done = subprocess.run(
        [sys.executable, "-c", PREPARE_LARGEST], input=upload, capture_output=True, check=True
    )
    assert 200 < float(done.stdout) < 400


def test_in_ink_white_stays_free_of_ink() -> None:
    image = picture()
    ImageDraw.Draw(image).rectangle((100, 0, 119, 59), fill="white")
    sample = ready(encoded(image, "PNG")).press
    assert sample.channels == 4
    data = zlib.decompress(sample.data)
    assert len(data) == sample.width * sample.height * 4
    assert data[-4:] == b"\0\0\0\0"
    cyan, magenta, _yellow, _black = data[:4]
    assert magenta > 150 > cyan, "red is not cyan"


def test_for_the_office_the_pixels_stay_as_they_are() -> None:
    sample = ready(encoded(picture(), "PNG")).office
    assert (sample.width, sample.height, sample.channels) == (120, 60, 3)
    assert zlib.decompress(sample.data) == picture().tobytes()


@pytest.mark.parametrize("limit", [200, 240])
def test_a_dark_logo_keeps_to_the_shops_ink_limit(limit: int) -> None:
    """The profile alone would let this green run to more."""
    image = Image.new("RGB", (40, 40), (0, 30, 0))
    data = zlib.decompress(ready(encoded(image, "PNG"), PrintShop(ink_limit=limit)).press.data)
    assert sum(data[:4]) / 2.55 <= limit
    assert sum(data[:4]) / 2.55 > limit - 4, "no more is taken away than must be"


def test_less_ink_is_taken_from_colours_alone_and_only_where_there_is_too_much() -> None:
    image = Image.new("CMYK", (2, 1))
    image.putpixel((0, 0), (255, 204, 204, 255))
    image.putpixel((1, 0), (100, 0, 30, 20))
    dark, light = within(image, 300).get_flattened_data()
    assert light == (100, 0, 30, 20)
    assert dark[3] == 255
    assert sum(dark) <= 765
    assert dark[0] > dark[1] == dark[2]


def test_another_shops_profile_is_another_logo() -> None:
    png = encoded(picture(), "PNG")
    assert ready(png).digest != ready(png, PrintShop(ink_limit=260)).digest
