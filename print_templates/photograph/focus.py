"""Which part of a photograph a window shows, and how many pixels per inch that gives it."""

from print_templates.content import KeyPicture
from print_templates.themes.theme import Box

MM_PER_INCH = 25.4


def crop(picture: KeyPicture, ratio: float) -> Box:
    """The largest part of a picture with a window's ratio of width to height, in pixels.

    Its focal point comes as near the middle of the window as the picture allows.
    """
    width, height = float(picture.width), float(picture.height)
    shown_width, shown_height = min(width, height * ratio), min(height, width / ratio)
    return Box(
        start(picture.focus_x, width, shown_width),
        start(picture.focus_y, height, shown_height),
        shown_width,
        shown_height,
    )


def start(focus: float, whole: float, shown: float) -> float:
    """Where a part of a length begins, so that `focus`, a share of the whole, comes nearest to its middle."""
    return min(max(focus * whole - shown / 2, 0.0), whole - shown)


def ppi(picture: KeyPicture, window: Box) -> float:
    """Pixels per inch of a picture in a window in mm, before anything is resampled."""
    return crop(picture, window.width / window.height).width / window.width * MM_PER_INCH
