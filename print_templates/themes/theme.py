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


#: The surfaces a theme composes for, with a usual width and height: mm on paper, CSS pixels on screens.
SURFACES = {
    "poster": (420.0, 594.0),
    "poster_vertical": (420.0, 594.0),
    "flyer_front": (210.0, 297.0),
    "flyer_back": (210.0, 297.0),
    "fan_front": (240.0, 240.0),
    "fan_back": (240.0, 240.0),
    "hero_phone": (390.0, 520.0),
    "hero_desktop": (1280.0, 560.0),
    "banner_strip": (468.0, 60.0),
    "banner_box": (300.0, 250.0),
    "banner_card": (1200.0, 630.0),
}
#: The white panel of poster and flyer front: pure paper from this height above the foot, a share of the width.
PANEL = 0.32
#: The flyer's back: artwork keeps to the head and the foot strip, shares of the height; paper between them.
BACK_HEAD, BACK_FOOT = 0.13, 0.025
#: The fan's back: a round of paper for words, its radius a share of the width, about the sheet's middle.
FAN_WORDS = 0.405


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
class Window:
    """Where a photograph shows: a box in shares of the trim, and the radius of its corners as a share of the
    box's shorter side (0.5 makes a square box a circle)."""

    box: Box
    radius: float = 0.0


@dataclass(frozen=True)
class Canvas:
    """A surface to draw on: trim width and height and bleed in mm, and the paint for an ink name.

    `words` is the box in mm that the phrase really fills, so that the drawing can come up to it; all the room
    it was given while nothing is known of it, an empty box where the surface has no phrase. `picture` says
    that a photograph stands in the scene's window.
    """

    width: float
    height: float
    bleed: float
    ink: Callable[[str], str]
    words: Box = Box(0, 0, 0, 0)
    picture: bool = False

    def svg(self, shapes: Iterable[str]) -> str:
        """The shapes as one SVG whose origin is the trim's top left corner and which covers the bleed."""
        bleed = self.bleed
        width, height = self.width + 2 * bleed, self.height + 2 * bleed
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" class="artwork" '
            f'viewBox="{-bleed:g} {-bleed:g} {width:g} {height:g}" '
            f'preserveAspectRatio="xMidYMid slice">{"".join(shapes)}</svg>'
        )


Composition = Callable[[Canvas], str]


@dataclass(frozen=True)
class Scene:
    """One surface of a theme: how it is drawn, and the rooms of its words.

    With a photograph, `compose` draws what is behind it and `before` what passes in front of it.
    """

    compose: Composition
    phrase: Placement | None = None
    sub_copy: Placement | None = None
    issuer: Placement | None = None
    window: Window | None = None
    before: Composition | None = None


@dataclass(frozen=True)
class Theme:
    """A complete visual world, shared by print and web.

    `inks` always has `ground` (behind the phrase), `phrase`, `accent`, `deep` (a dark ink for headings
    on white, contrast at least 7 to white) and `tint` (pale, for boxes of text: black on it at least 7).
    `scenes` has one for each of `SURFACES`.
    """

    key: str
    label: str
    inks: Mapping[str, Ink]
    lettering_weight: int
    scenes: Mapping[str, Scene]

    def canvas(
        self, surface: str, width: float, height: float, bleed: float, medium: Medium,
        words: Box | None = None, picture: bool = False,
    ) -> Canvas:  # fmt: skip
        """What a scene is drawn on; without `words`, all the room of its phrase. Raises KeyError."""
        phrase = self.scenes[surface].phrase
        room = phrase.box.scaled(width, height) if phrase else Box(0, 0, 0, 0)
        return Canvas(
            width, height, bleed, lambda name: self.inks[name].paint(medium), words or room, picture
        )

    def compose(
        self, surface: str, width: float, height: float, bleed: float, medium: Medium,
        *, words: Box | None = None, picture: bool = False, title: str = "",
    ) -> str:  # fmt: skip
        """The artwork of one surface as an SVG string. Raises KeyError for an unknown surface.

        A `title` becomes the picture's alternative text in a tagged PDF.
        """
        svg = self.scenes[surface].compose(self.canvas(surface, width, height, bleed, medium, words, picture))
        return svg.replace(">", f"><title>{escape(title)}</title>", 1) if title else svg

    def before(
        self, surface: str, width: float, height: float, bleed: float, medium: Medium,
        *, words: Box | None = None,
    ) -> str:  # fmt: skip
        """What passes in front of a photograph as an SVG string; empty where nothing does."""
        draw = self.scenes[surface].before
        return draw(self.canvas(surface, width, height, bleed, medium, words, True)) if draw else ""
