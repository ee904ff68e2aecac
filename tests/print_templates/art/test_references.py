"""The artwork looks as it was last approved; `make references` approves what is drawn today."""

import os
from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from print_templates.gallery.drawing import bare
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import Canvas, Ink, Scene, Theme
from tests.print_templates.art.references import (
    FINER,
    FOLDER,
    TOLERANCE,
    WIDTH,
    change,
    names,
    path,
    picture,
    reduced,
    write,
)

WRITES = os.environ.get("REFERENCES") == "write"


@pytest.mark.parametrize("name", list(names()))
def test_the_artwork_looks_as_approved(name: str) -> None:
    if WRITES:
        write(name)
    assert path(name).is_file(), (
        f"There is no approved picture of {name}. Look at the gallery, then run: make references"
    )
    found = change(picture(name), Image.open(path(name)))
    assert found <= TOLERANCE, (
        f"{name} looks otherwise than approved ({found:.0f} of at most {TOLERANCE}). "
        "Look at the gallery; when it is meant, run: make references"
    )


def test_there_is_no_picture_of_what_is_gone() -> None:
    """Every reference is compared with something, and all together stay small."""
    known = {path(name) for name in names()}
    files = set(FOLDER.glob("*.png"))
    if WRITES:
        for file in files - known:
            file.unlink()
    assert set(FOLDER.glob("*.png")) <= known
    assert sum(file.stat().st_size for file in FOLDER.glob("*.png")) < 200_000


def fine(drawing: str) -> Image.Image:
    """A drawing of 420 × 594 mm before it is made as small as a reference."""
    return bare(drawing, 420, 594, FINER * WIDTH)


def poster(theme: Theme) -> str:
    return theme.compose("poster", 420, 594, 0, "office")


def small(theme: Theme) -> Image.Image:
    return reduced(fine(poster(theme)))


def test_a_small_shape_that_moves_is_seen() -> None:
    """A person 12 mm wide before the sky, moved by 2 % of the width."""

    def with_person(x: float) -> Theme:
        theme = find_theme("coast")

        def draw(canvas: Canvas) -> str:
            person = f'<path d="M{x} 60h12v40h-12z" fill="{canvas.ink("deep")}"/>'
            return theme.scenes["poster"].compose(canvas).replace("</svg>", f"{person}</svg>")

        return replace(theme, scenes={"poster": Scene(draw)})

    here, there = small(with_person(100)), small(with_person(100 + 0.02 * 420))
    assert change(here, there) > 2 * TOLERANCE


@pytest.mark.parametrize("name", ["ground", "accent", "deep"])
def test_an_ink_that_changes_is_seen(name: str) -> None:
    """By 16 of 255 in one channel, which is no more than one sees side by side."""
    theme = find_theme("coast")
    red, green, blue = bytes.fromhex(theme.inks[name].srgb[1:])
    other = Ink(0, 0, 0, 0, f"#{red:02x}{green:02x}{(blue + 16) % 256:02x}")
    changed = replace(theme, inks={**theme.inks, name: other})
    assert change(small(theme), small(changed)) > 1.3 * TOLERANCE


def test_smoothing_is_no_change() -> None:
    """The same drawing smoothed a little otherwise, as another version of the renderer might."""
    drawn = fine(poster(find_theme("coast")))
    smoother = drawn.filter(ImageFilter.BoxBlur(0.2))
    assert change(reduced(drawn), reduced(smoother)) <= TOLERANCE / 2
