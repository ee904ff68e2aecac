"""Banners that members put on their own pages: the theme's picture and the phrase, as SVG or PNG.

All lettering is outlined, so that a banner needs no font and loads nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from print_templates import raster
from print_templates.content import Content
from print_templates.fonts import Face, body, lettering
from print_templates.outlines import outline, rise
from print_templates.page_art import page_art
from print_templates.plate import typeset
from print_templates.sheet import Layout
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import SURFACES, Box, Theme
from print_templates.typeset import LEADING, advance

#: Millimetres of a CSS pixel.
PIXEL = 25.4 / 96


@dataclass(frozen=True)
class Banner:
    """A size that web pages have room for, in CSS pixels, and the surface that is composed for it."""

    key: str
    surface: str
    width: int
    height: int


def banner(surface: str) -> Banner:
    width, height = map(round, SURFACES[surface])
    return Banner(f"{width}x{height}", surface, width, height)


#: Every banner by its size.
BANNERS = {each.key: each for each in (banner("banner_strip"), banner("banner_box"), banner("banner_card"))}


def alternative(content: Content) -> str:
    """What a screen reader says of a banner."""
    with translation.override(content.language):
        return _("%(phrase)s: %(issuer)s") % {
            "phrase": " ".join(content.phrase.split()),
            "issuer": content.issuer,
        }


def svg(content: Content, wanted: Banner) -> str:
    """The banner as one SVG of its size in pixels, without fonts, scripts or addresses."""
    theme = find_theme(content.theme)
    room = Layout(wanted.width, wanted.height, Box(0, 0, wanted.width, wanted.height), 0)
    art = page_art(theme, wanted.surface, content, room, "office")
    letters = [*phrase_paths(theme, art.phrase, content), *issuer_paths(theme, art.issuer, content)]
    title = escape(alternative(content))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{wanted.width}" height="{wanted.height}" '
        f'viewBox="0 0 {wanted.width} {wanted.height}"><title>{title}</title>'
        f"{art.artwork}{''.join(letters)}</svg>"
    )


def phrase_paths(theme: Theme, phrase: dict[str, Any] | None, content: Content) -> list[str]:
    """The lines of the phrase where the theme has them."""
    if phrase is None:
        return []
    face, size, box = lettering(theme.lettering_weight, content.language), phrase["size"], phrase["box"]
    free = (box.height - len(phrase["lines"]) * LEADING * size) / 2
    found = []
    lines = zip(phrase["lines"], phrase["gaps"], phrase["hang"], strict=True)
    for number, (line, gaps, hang) in enumerate(lines):
        middle = box.y + free + (number + 0.5) * LEADING * size
        found.append(path(line, face, size, phrase, middle, theme, gaps, hang))
    return found


def issuer_paths(theme: Theme, issuer: dict[str, Any] | None, content: Content) -> list[str]:
    """The issuer's name on one line in the middle of its room."""
    if issuer is None:
        return []
    box, face, name = issuer["box"], body(700, content.language), content.issuer
    size = min(0.8 * box.height, box.width / advance(name, face))
    return [path(name, face, size, issuer, box.y + box.height / 2, theme)]


def path(
    text: str, face: Face, size: float, room: dict[str, Any], middle: float, theme: Theme,
    gaps: Sequence[float] = (), hang: tuple[float, float] = (0, 0),
) -> str:  # fmt: skip
    """One line of text, aligned in its room, with its middle at a height.

    `gaps` is what is added behind each letter, `hang` what reaches out of the room at both ends, in em.
    """
    box = room["box"]
    free = box.width - (advance(text, face) + sum(gaps) - sum(hang)) * size
    x = box.x + {"left": 0.0, "center": free / 2, "right": free}[room["align"]] - hang[0] * size
    data = outline(text, face, size, x, middle + rise(face) * size, gaps)
    return f'<path fill="{theme.inks[room["ink"]].srgb}" d="{data}"/>'


def png(content: Content, wanted: Banner, scale: int = 1) -> bytes:
    """The banner as a PNG of its size, or `scale` times as many pixels for sharp screens."""
    return drawn(page(content, wanted), wanted.width * scale)


def page(content: Content, wanted: Banner) -> str:
    """An HTML page that is the banner."""
    return (
        f"<style>@page{{size:{wanted.width * PIXEL}mm {wanted.height * PIXEL}mm;margin:0}}body{{margin:0}}"
        f"svg{{display:block;width:{wanted.width * PIXEL}mm;height:{wanted.height * PIXEL}mm}}</style>"
        f"{svg(content, wanted)}"
    )


def drawn(page: str, width: int) -> bytes:
    """A page as a PNG so many pixels wide; it needs nothing of the site, and may be drawn in a process of its own."""
    return raster.png(raster.picture(typeset(page, "tiled"), width))
