"""An organisation's logo as the profile shows it: as it will print, and what is said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from print_templates.imprint import LEAST_PPI
from print_templates.logo import Logo
from print_templates.logo_on_paper import OnSheet, is_pale, on_poster
from print_templates.preflight.pictures import ROUNDING, SOFT

#: The sheets it is shown on: what offices print, and what hangs on walls.
SMALL, LARGE = "a4", "a2"


@dataclass(frozen=True)
class OnPaper:
    """The logo's sizes on the poster's sheets; `warnings` are to be mended, `notes` are good to know."""

    sheets: tuple[OnSheet, ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]


def on_paper(logo: Logo, name: str) -> OnPaper:
    """The logo beside the name on prints."""
    sheets = tuple(on_poster(logo.office, name, key) for key in (SMALL, LARGE))
    return OnPaper(sheets, tuple(warnings(logo, sheets[-1])), tuple(notes(logo, sheets[-1])))


def warnings(logo: Logo, large: OnSheet) -> Iterator[str]:
    if is_pale(logo):
        yield _(
            "This logo is so pale that it can hardly be seen on white paper. "
            "Please choose a version for a white ground."
        )
    if large.ppi < LEAST_PPI - ROUNDING:
        width, height = logo.office.width, logo.office.height
        yield _(
            "This logo is too small for a poster on A2: it has %(width)s × %(height)s pixels. It is printed smaller "
            "there, so that it does not look broken. If you can, choose one that is at least %(wanted)s pixels wide."
        ) % {"width": width, "height": height, "wanted": pixels_for(logo, large, LEAST_PPI)}


def notes(logo: Logo, large: OnSheet) -> Iterator[str]:
    if LEAST_PPI - ROUNDING <= large.ppi < SOFT - ROUNDING:
        yield _(
            "On A2 this logo looks a little soft when you come close. "
            "It is quite sharp from %(wanted)s pixels in width."
        ) % {"wanted": pixels_for(logo, large, SOFT)}


def pixels_for(logo: Logo, large: OnSheet, ppi: int) -> int:
    """How wide the same logo has to be for so many pixels per inch, in full tens."""
    return ceil(logo.office.width * ppi / large.ppi / 10) * 10
