"""Paper: sheets, finishes and where the trim lies on the medium. All lengths in millimetres."""

from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext as _

from print_templates.themes.theme import Box, Medium

#: For a print shop; for an office printer; a large sheet glued together from small ones; several small ones on one.
Finish = Literal["press", "office", "tiled", "nup"]
FINISHES: tuple[Finish, ...] = ("press", "office")
#: Paper that office printers take, by key.
PAPERS = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}

#: Bleed that Japanese print shops ask for (塗り足し).
BLEED = 3.0
#: Room outside the bleed for crop marks of 10 mm and a little air.
SLUG = 12.0
#: What common office printers leave white at every edge.
PRINTER_EDGE = 5.0
#: Nothing that must be read comes nearer to the trim than this.
SAFE = 5.0
#: How far the artwork of a tiled poster runs past a cut: scissors in an office are less exact than a guillotine.
HAND_BLEED = 1.5


@dataclass(frozen=True)
class Die:
    """A round cut with a finger hole: diameters, and the hole's centre above the lower edge."""

    diameter: float
    hole: float
    hole_rise: float
    #: Keep-out rings inside the edge and around the hole.
    keep_out: float = 5.0


@dataclass(frozen=True)
class Sheet:
    """A trim size. A sheet with a die is cut round; `paper` is set when it is cut out of larger paper."""

    key: str
    width: float
    height: float
    die: Die | None = None
    paper: tuple[float, float] | None = None
    #: Finishes that make sense for this sheet.
    finishes: tuple[Finish, ...] = FINISHES


@dataclass(frozen=True)
class Layout:
    """One page's geometry: media size, the trim on it (origin top left), and the bleed around the trim.

    `border` is paper that stays white inside the trim, because the printer cannot reach it.
    """

    width: float
    height: float
    trim: Box
    bleed: float
    border: float = 0

    @property
    def picture(self) -> Box:
        """The trim without its border, from the trim's top left: what a theme composes for."""
        border, trim = self.border, self.trim
        return Box(border, border, trim.width - 2 * border, trim.height - 2 * border)

    @property
    def artwork(self) -> Box:
        """What the artwork covers of the medium."""
        out = self.bleed - self.border
        trim = self.trim
        return Box(trim.x - out, trim.y - out, trim.width + 2 * out, trim.height + 2 * out)

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        """Points on the page (origin bottom left) of a place in mm from the trim's top left."""
        return points(self.trim.x + x), points(self.height - self.trim.y - y)


def layout(sheet: Sheet, finish: Finish, *, bleed: float = BLEED, marks: bool = True) -> Layout:
    """Where the trim of a sheet lies on the medium of a finish; `bleed` and `marks` are a print shop's.

    On an office printer the artwork of a whole sheet ends in a white border. A poster that is tiled
    afterwards is laid out with its bleed and cut out; the copies of a nup sheet are small office sheets.
    """
    if finish == "press":
        return around(sheet, bleed, bleed + (SLUG if marks else 0))
    if finish == "tiled":
        return around(sheet, HAND_BLEED, HAND_BLEED)
    if sheet.paper is None:
        return replace(around(sheet, 0, 0), border=PRINTER_EDGE)
    width, height = sheet.paper
    trim = Box((width - sheet.width) / 2, (height - sheet.height) / 2, sheet.width, sheet.height)
    return Layout(width, height, trim, 0)


def around(sheet: Sheet, bleed: float, edge: float) -> Layout:
    """The trim with its bleed in the middle of a medium that is `edge` wider on every side."""
    trim = Box(edge, edge, sheet.width, sheet.height)
    return Layout(sheet.width + 2 * edge, sheet.height + 2 * edge, trim, bleed)


def papers(sheet: Sheet, finish: Finish) -> tuple[str, ...]:
    """The office papers (PAPERS) that a sheet is imposed on in a finish, the usual one first.

    A poster is not tiled on paper it fits on as a whole. What is not imposed has one entry, which says nothing.
    """
    if finish != "tiled":
        return ("a4",)
    return tuple(
        key for key, (width, height) in PAPERS.items() if sheet.width > width or sheet.height > height
    )


def medium(finish: Finish) -> Medium:
    """The colour world of a finish: ink values for the press, sRGB for everything else."""
    return "press" if finish == "press" else "office"


def paper_name(sheet: Sheet) -> str:
    """What a sheet is called where people buy paper."""
    if sheet.die is None or sheet.paper is not None:
        return sheet.key.upper()
    return _("%(cm)s cm") % {"cm": f"{sheet.die.diameter / 10:g}"}


def points(mm: float) -> float:
    """Millimetres as PDF points (1 pt = 1/72 in)."""
    return mm * 72 / 25.4


def millimetres(pt: float) -> float:
    return pt * 25.4 / 72
