"""What a design must say, and where a member's imprint goes on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Literal

from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from print_templates import designs, typeset
from print_templates.chart import LARGE_TYPE, TYPE, parts_svg
from print_templates.content import Content
from print_templates.fonts import BODY
from print_templates.qr import QUIET_ZONE
from print_templates.sheet import Finish, Layout, Sheet, medium
from print_templates.shop import GENERIC, PrintShop
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import BLACK, LIGHT, Align, Box, Medium, Placement, Theme


@dataclass(frozen=True)
class TextSlot:
    """One run of imprinted text: its box in mm from the trim's top left, sizes in pt, most lines."""

    box: Box
    size: float
    smallest: float
    lines: int = 1
    weight: int = 400
    align: Align = "left"

    def __hash__(self) -> int:
        """Slots are looked up for every text that is fitted: few numbers tell them apart."""
        return hash((self.size, self.box.x, self.box.y))


@dataclass(frozen=True)
class Panel:
    """The room of one imprint on a page: code (without quiet zone), name, contact, address and logo.

    Without a logo the name begins where the logo would. `lines` are further texts, by their order.
    """

    page: int
    code: Box
    name: TextSlot
    contact: TextSlot
    address: TextSlot
    logo: Box
    lines: tuple[TextSlot, ...] = ()

    @property
    def card(self) -> Box:
        """The code with its quiet zone, as wide as the coarsest code we print needs (29 modules)."""
        quiet = self.code.width * QUIET_ZONE / 29
        return Box(
            self.code.x - quiet,
            self.code.y - quiet,
            self.code.width + 2 * quiet,
            self.code.height + 2 * quiet,
        )


Reader = Literal["wall", "hand", "pocket"]


@dataclass(frozen=True)
class Room:
    """How a sheet is filled: a small one with fewer words rather than tiny ones.

    `reader` is how somebody meets it: on a wall, as a sheet in the hand, or as a small sheet in the hand.
    `body` is the size of running text in pt where the design sets any.
    """

    reader: Reader = "hand"
    body: float = 12
    places: int = 9
    desks: int = 9


@dataclass(frozen=True)
class Design:
    """A folder of `designs/`: its sheets, the surface each page shows, its panels and its room on a sheet.

    `styles` are files of `designs/`, after the one that all designs share.
    """

    key: str
    sheets: tuple[Sheet, ...]
    surfaces: tuple[str, ...]
    panels: Callable[[Sheet], tuple[Panel, ...]]
    room: Callable[[Sheet], Room] = lambda _sheet: Room()
    styles: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        return Path(designs.__path__[0]) / self.key

    def sheet(self, key: str) -> Sheet:
        """The sheet of that key. Raises KeyError when the design has none."""
        return {sheet.key: sheet for sheet in self.sheets}[key]


@cache
def all_designs() -> dict[str, Design]:
    """Every design by key: each folder of `designs/` that has a `DESIGN`."""
    found = [
        import_module(f"{designs.__name__}.{module.name}").DESIGN for module in iter_modules(designs.__path__)
    ]
    order = ("poster", "flyer", "fan")
    found.sort(key=lambda design: (order.index(design.key) if design.key in order else 99, design.key))
    return {design.key: design for design in found}


@cache
def engine() -> Engine:
    return Engine(
        dirs=[*designs.__path__, str(Path(__file__).parent)],
        builtins=["django.templatetags.i18n", "django.templatetags.l10n"],
        autoescape=True,
    )


@dataclass(frozen=True)
class PageArt:
    """What a template needs of one page: its artwork and where its phrase and sub-copy stand."""

    surface: str
    artwork: str
    phrase: dict[str, Any] | None
    sub_copy: dict[str, Any] | None


def words(place: Placement, picture: Box) -> dict[str, Any]:
    """The room the theme gives to words on a picture, in mm from where the picture's place is given from."""
    box = place.box.scaled(picture.width, picture.height)
    box = replace(box, x=box.x + picture.x, y=box.y + picture.y)
    return {"box": box, "ink": place.ink, "align": place.align}


def phrase_on(theme: Theme, surface: str, content: Content, picture: Box) -> dict[str, Any] | None:
    """The phrase as large as the room the theme leaves for it on a surface: its lines, and its size in mm."""
    if surface not in theme.phrases:
        return None
    phrase = words(theme.phrases[surface], picture)
    box = phrase["box"]
    setting = typeset.fit(content.phrase, box.width, box.height, weight=theme.lettering_weight)
    return phrase | {"lines": setting.lines, "size": setting.size}


def page_art(theme: Theme, surface: str, content: Content, place: Layout, to: Medium) -> PageArt:
    """One page's drawing with its phrase fitted into the room the theme leaves for it.

    The whole composition stands inside the white border of an office printer, rather than lose its edge to it.
    """
    picture = place.picture
    title = _("Picture of the theme “%(theme)s”") % {"theme": _(theme.label)}
    svg = theme.compose(surface, picture.width, picture.height, place.bleed, to, title=title)
    phrase = phrase_on(theme, surface, content, picture)
    sub_copy = None
    if surface in theme.sub_copies:
        sub_copy = words(theme.sub_copies[surface], picture)
        # On the fan this room holds the issuer's name, on one line however long it is.
        widest = typeset.advance(content.issuer, BODY[700])
        sub_copy["one_line"] = min(0.017 * picture.width, sub_copy["box"].width / widest)
    return PageArt(surface, mark_safe(svg), phrase, sub_copy)


def html(design: Design, content: Content, sheet: Sheet, finish: Finish, shop: PrintShop = GENERIC) -> str:
    """The design's pages as one HTML document, to be laid out as it stands."""
    place = shop.layout(sheet, finish)
    theme = find_theme(content.theme)
    with translation.override(content.language):
        context = Context(
            {
                "content": content,
                "pages": [
                    page_art(theme, surface, content, place, medium(finish)) for surface in design.surfaces
                ],
                "panels": design.panels(sheet),
                "room": design.room(sheet),
                "places": content.places[: design.room(sheet).places],
                "desks": content.desks[: design.room(sheet).desks],
                "chart": chart(content, theme, medium(finish), design.room(sheet)),
                "sheet": sheet,
                "finish": finish,
                "layout": place,
                "variables": mark_safe(variables(theme, sheet, place, medium(finish))),
                "style": mark_safe(style(design)),
            }
        )
        return engine().get_template(f"{design.key}/page.html").render(context)


def chart(content: Content, theme: Theme, to: Medium, room: Room) -> str:
    """The edition's figure as SVG in the theme's inks, or nothing."""
    if content.chart is None:
        return ""
    size = LARGE_TYPE if room.reader == "pocket" else TYPE
    svg = parts_svg(content.chart, theme.inks["deep"].paint(to), LIGHT.paint(to), BLACK.paint(to), size)
    return mark_safe(svg)


@cache
def style(design: Design) -> str:
    folder = design.folder.parent
    return "".join((folder / name).read_text() for name in ("page.css", *design.styles))


def variables(theme: Theme, sheet: Sheet, place: Layout, to: Medium) -> str:
    """Page size, trim position and the theme's inks as CSS; 1rem is a hundredth of the trim's width."""
    art = place.artwork
    inks = "".join(f"--{name}:{ink.paint(to)};" for name, ink in theme.inks.items())
    return (
        f"@page{{size:{place.width}mm {place.height}mm;margin:0}}"
        f"html{{font-size:{sheet.width / 100}mm;{inks}"
        f"--trim-x:{place.trim.x}mm;--trim-y:{place.trim.y}mm;"
        f"--trim-width:{sheet.width}mm;--trim-height:{sheet.height}mm;"
        f"--artwork-x:{art.x}mm;--artwork-y:{art.y}mm;"
        f"--artwork-width:{art.width}mm;--artwork-height:{art.height}mm;"
        f"--border:{place.border}mm}}"
    )
