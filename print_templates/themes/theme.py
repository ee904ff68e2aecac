"""What a theme is: inks, lettering and one composition for each kind of surface.

A theme draws; it never reads words, files or settings. Every composition is a function of a
`Canvas` and returns SVG in millimetres, so that the same drawing serves an A1 sheet in ink
values and a phone in sRGB.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal

Medium = Literal["press", "office"]
Align = Literal["left", "center", "right"]


def gettext_noop(text: str) -> str:
    """Mark a label for translation; Django's own asks for settings, which a drawing does not have."""
    return text


#: The surfaces a theme composes for.
SURFACES = ("poster", "flyer_back", "fan_front", "fan_back", "hero")


@dataclass(frozen=True)
class Ink:
    """One flat colour: CMYK in percent for the press, `#rrggbb` for screens and office printers."""

    cyan: int
    magenta: int
    yellow: int
    black: int
    srgb: str

    def paint(self, medium: Medium) -> str:
        """The CSS colour for a medium; `device-cmyk` keeps ink values untouched up to the plate."""
        if medium == "office":
            return self.srgb
        shares = (self.cyan, self.magenta, self.yellow, self.black)
        return "device-cmyk({})".format(" ".join(f"{share}%" for share in shares))


#: Black that prints on the black plate alone, and the paper itself.
BLACK = Ink(0, 0, 0, 100, "#111111")
PAPER = Ink(0, 0, 0, 0, "#ffffff")
#: A light grey on the black plate alone, for what should stay in the background.
LIGHT = Ink(0, 0, 0, 25, "#c8c8c8")


@dataclass(frozen=True)
class Box:
    """A rectangle; the unit (mm or a share of the trim) is said where it is used."""

    x: float
    y: float
    width: float
    height: float

    def scaled(self, width: float, height: float) -> "Box":
        """A box given in shares of a trim, in the trim's own unit."""
        return Box(self.x * width, self.y * height, self.width * width, self.height * height)


@dataclass(frozen=True)
class Placement:
    """Where words go on a surface: a box in shares of the trim, alignment, and an ink's name."""

    box: Box
    ink: str
    align: Align = "left"


@dataclass(frozen=True)
class Canvas:
    """A surface to draw on: trim width and height and bleed in mm, and the paint for an ink name."""

    width: float
    height: float
    bleed: float
    ink: Callable[[str], str]

    def svg(self, shapes: Iterable[str]) -> str:
        """The shapes as one SVG whose origin is the trim's top left corner and which covers the bleed."""
        bleed = self.bleed
        width, height = self.width + 2 * bleed, self.height + 2 * bleed
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" class="artwork" '
            f'viewBox="{-bleed:g} {-bleed:g} {width:g} {height:g}" '
            f'preserveAspectRatio="xMidYMid slice">{"".join(shapes)}</svg>'
        )


@dataclass(frozen=True)
class Theme:
    """A complete visual world, shared by print and web.

    `inks` always has `ground` (behind the phrase), `phrase`, `accent` and `deep` (a dark ink for
    headings on white, contrast at least 7 to white). `compositions`, `phrases` and `sub_copies`
    are keyed by surface (`SURFACES`; the last two only where the surface carries those words).
    """

    key: str
    label: str
    inks: Mapping[str, Ink]
    lettering_weight: int
    compositions: Mapping[str, Callable[[Canvas], str]]
    phrases: Mapping[str, Placement]
    sub_copies: Mapping[str, Placement]

    def compose(
        self, surface: str, width: float, height: float, bleed: float, medium: Medium, *, title: str = ""
    ) -> str:
        """The artwork of one surface as an SVG string. Raises KeyError for an unknown surface.

        A `title` becomes the picture's alternative text in a tagged PDF.
        """
        canvas = Canvas(width, height, bleed, lambda name: self.inks[name].paint(medium))
        svg = self.compositions[surface](canvas)
        return svg.replace(">", f"><title>{escape(title)}</title>", 1) if title else svg
