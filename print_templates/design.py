"""What a design must say, and where a member's imprint goes on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Literal, Protocol

from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import mark_safe

from print_templates import designs, variants
from print_templates.content import Content
from print_templates.fonts import script_style
from print_templates.page_art import page_art
from print_templates.qr import QUIET_ZONE
from print_templates.sheet import Finish, Layout, Sheet, medium
from print_templates.shop import GENERIC, PrintShop
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import Align, Box, Medium, Theme


@dataclass(frozen=True)
class TextSlot:
    """One run of imprinted text: its box in mm from the trim's top left, sizes in pt, most lines.

    `above` is the share of the box's free height that stays above the text.
    """

    box: Box
    size: float
    smallest: float
    lines: int = 1
    weight: int = 400
    align: Align = "left"
    above: float = 0.5

    def __hash__(self) -> int:
        """Slots are looked up for every text that is fitted: few numbers tell them apart."""
        return hash((self.size, self.box.x, self.box.y))


@dataclass(frozen=True)
class PlaceSlot:
    """The room of one place near the organisation."""

    name: TextSlot
    summary: TextSlot
    address: TextSlot


@dataclass(frozen=True)
class Blank:
    """A line to write on by hand: what belongs there, in small letters, and the rule beside it in mm."""

    label: TextSlot
    rule: Box


@dataclass(frozen=True)
class Panel:
    """The room of one imprint on a page: code (without quiet zone), name, contact, address and logo.

    Without a logo the name begins where the logo would. `lines` are further texts, by their order;
    `places` the rooms of the places nearest to the organisation; `blanks` the lines that stand in place of
    name and contact where these are written by hand.
    """

    page: int
    code: Box
    name: TextSlot
    contact: TextSlot
    address: TextSlot
    logo: Box
    lines: tuple[TextSlot, ...] = ()
    places: tuple[PlaceSlot, ...] = ()
    blanks: tuple[Blank, ...] = ()
    #: The room of an organisation's message; None where no message is printed.
    message: TextSlot | None = None
    #: The same panel with name and contact closer together and a message between them.
    with_message: "Panel | None" = None

    def for_message(self, message: str) -> "Panel":
        """The panel as it is with a message, or without one."""
        return self.with_message if message and self.with_message is not None else self

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


class Panels(Protocol):
    """The panels on a sheet that has room for so many places near the organisation."""

    def __call__(self, sheet: Sheet, places: int = 0) -> tuple[Panel, ...]: ...


@dataclass(frozen=True)
class Design:
    """A folder of `designs/`: its sheets, the surface each page shows, its panels and its room on a sheet.

    `styles` are files of `designs/`, after the one that all designs share.
    """

    key: str
    sheets: tuple[Sheet, ...]
    surfaces: tuple[str, ...]
    panels: Panels
    room: Callable[[Sheet], Room] = lambda _sheet: Room()
    styles: tuple[str, ...] = ()
    #: What the template is told beside the words, such as sizes that follow from them.
    arranged: Callable[[Content, Sheet, Medium], dict[str, Any]] = lambda _content, _sheet, _to: {}

    @property
    def folder(self) -> Path:
        return Path(designs.__path__[0]) / self.key

    def sheet(self, key: str) -> Sheet:
        """The sheet of that key. Raises KeyError when the design has none."""
        return {sheet.key: sheet for sheet in self.sheets}[key]

    def pages(self, content: Content) -> tuple[str, ...]:
        """The surface that each page shows in a version of the words."""
        return variants.surfaces(self.surfaces, content.variant)

    def panels_for(self, sheet: Sheet, content: Content) -> tuple[Panel, ...]:
        """The panels on a sheet, with room for as many of the edition's places as the sheet has."""
        return self.panels(sheet, min(self.room(sheet).places, len(content.places)))


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
        builtins=["django.templatetags.i18n", "django.templatetags.l10n", "print_templates.words"],
        autoescape=True,
    )


def html(design: Design, content: Content, sheet: Sheet, finish: Finish, shop: PrintShop = GENERIC) -> str:
    """The design's pages as one HTML document, to be laid out as it stands."""
    place = shop.layout(sheet, finish)
    theme = find_theme(content.theme)
    with translation.override(content.language):
        context = Context(
            {
                "content": content,
                "pages": [
                    page_art(theme, surface, content, place, medium(finish))
                    for surface in design.pages(content)
                ],
                "panels": design.panels_for(sheet, content),
                "room": design.room(sheet),
                "sheet": sheet,
                "finish": finish,
                "layout": place,
                "variables": mark_safe(
                    variables(theme, sheet, place, medium(finish)) + script_style(content.language)
                ),
                "style": mark_safe(style(design)),
                **design.arranged(content, sheet, medium(finish)),
            }
        )
        return engine().get_template(f"{design.key}/page.html").render(context)


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
