"""Photographs as cameras and programs write them, and a theme with a window for one."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms

from print_templates.content import Content, KeyPicture
from print_templates.photograph import conversion
from print_templates.proof import sample_content
from print_templates.sheet import Finish
from print_templates.shop import GENERIC, PrintShop
from print_templates.themes import theme, themes
from print_templates.themes.theme import PANEL, Box, Canvas, Placement, Scene, Window

#: The colour of a picture's left half and of its right half.
LEFT, RIGHT = (200, 60, 40), (120, 60, 160)
#: Round windows in shares of the trim, by surface; on posters and flyers about square.
WINDOWS = {
    "poster": Box(0.3, 0.45, 0.36, 0.2546),
    "flyer_front": Box(0.3, 0.45, 0.36, 0.2546),
    "fan_front": Box(0.4, 0.62, 0.2, 0.1),
}


def halves(width: int = 900, height: int = 600) -> Image.Image:
    """A picture whose halves have different colours."""
    image = Image.new("RGB", (width, height), LEFT)
    image.paste(RIGHT, (width // 2, 0, width, height))
    return image


def file_of(image: Image.Image, kind: str = "JPEG", **saving: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}) | saving)
    return out.getvalue()


def picture_of(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def flat(canvas: Canvas) -> str:
    """Paper with one colour on it down to the white panel, on a fan all over."""
    foot = 0.0 if canvas.width == canvas.height else PANEL * canvas.width + canvas.bleed
    return canvas.svg([covering(canvas, "paper", 0.0), covering(canvas, "ground", foot)])


def covering(canvas: Canvas, ink: str, foot: float) -> str:
    """A rectangle over everything but so many mm above the lower edge."""
    out, width = canvas.bleed, canvas.width + 2 * canvas.bleed
    height = canvas.height + 2 * out - foot
    return f'<rect x="{-out:g}" y="{-out:g}" width="{width:g}" height="{height:g}" fill="{canvas.ink(ink)}"/>'


def give_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another coast whose posters, flyers and fans are flat colour with a round window, whatever the real one draws."""
    sheet = Scene(
        flat,
        phrase=Placement(Box(0.06, 0.045, 0.88, 0.3), "phrase"),
        sub_copy=Placement(Box(0.06, 0.71, 0.8, 0.055), "phrase"),
    )
    fan = Scene(
        flat,
        phrase=Placement(Box(0.15, 0.17, 0.7, 0.41), "phrase", "center"),
        issuer=Placement(Box(0.31, 0.755, 0.38, 0.035), "phrase", "center"),
    )
    scenes = {"poster": sheet, "flyer_front": sheet, "fan_front": fan}
    windowed = {name: replace(scene, window=Window(WINDOWS[name], 0.5)) for name, scene in scenes.items()}
    real = theme("coast")
    monkeypatch.setitem(themes(), "coast", replace(real, scenes={**real.scenes, **windowed}))  # type: ignore[arg-type]


def with_picture(width: int, height: int, **facts: Any) -> Content:
    """The sample's words with a photograph of that size."""
    return replace(sample_content(), picture=KeyPicture("0" * 64, width, height, **facts))


def kept(picture: KeyPicture, finish: Finish, shop: PrintShop = GENERIC) -> bytes:
    """The whole photograph, whose halves differ, in a finish's colours."""
    srgb = conversion.srgb_jpeg(file_of(halves(picture.width, picture.height)))
    return conversion.ink_jpeg(srgb, shop) if finish == "press" else srgb
