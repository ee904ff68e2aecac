"""One page's drawing, its photograph, and where its words stand on it."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from print_templates.content import Content
from print_templates.placing import issuer, phrase_on, sub_copy
from print_templates.sheet import Layout
from print_templates.themes.theme import Box, Medium, Scene, Theme

#: What the name begins with that a layout asks for the photograph by.
PICTURE = "key-picture"


@dataclass(frozen=True)
class PageArt:
    """What a template needs of one page: artwork behind and before a photograph, and its words' places."""

    surface: str
    artwork: str
    before: str
    photograph: dict[str, Any] | None
    phrase: dict[str, Any] | None
    sub_copy: dict[str, Any] | None
    issuer: dict[str, Any] | None


def page_art(theme: Theme, surface: str, content: Content, place: Layout, to: Medium) -> PageArt:
    """One page's drawing with its phrase fitted into the room the theme leaves for it.

    The whole composition stands inside the white border of an office printer, rather than lose its edge to it.
    """
    scene, picture = theme.scenes[surface], place.picture
    phrase = phrase_on(theme, surface, content, picture)
    taken = (
        replace(phrase["taken"], x=phrase["taken"].x - picture.x, y=phrase["taken"].y - picture.y)
        if phrase
        else None
    )
    shows = content.picture is not None and scene.window is not None
    canvas = (surface, picture.width, picture.height, place.bleed, to)
    title = _("Picture of the theme “%(theme)s”") % {"theme": _(theme.label)}
    return PageArt(
        surface,
        artwork=mark_safe(theme.compose(*canvas, words=taken, picture=shows, title=title)),
        before=mark_safe(theme.before(*canvas, words=taken)) if shows else "",
        photograph=photograph(surface, scene, picture) if shows else None,
        phrase=phrase,
        sub_copy=sub_copy(scene.sub_copy, content, place) if scene.sub_copy else None,
        issuer=issuer(scene.issuer, content, picture) if scene.issuer else None,
    )


def asset_name(surface: str) -> str:
    """The name that a surface asks for its part of the photograph by."""
    return f"{PICTURE}-{surface}"


def photograph(surface: str, scene: Scene, picture: Box) -> dict[str, Any]:
    """The photograph's window: its box, the radius of its corners in mm, and the name of what it shows."""
    assert scene.window is not None
    box = scene.window.box.scaled(picture.width, picture.height)
    radius = scene.window.radius * min(box.width, box.height)
    box = replace(box, x=box.x + picture.x, y=box.y + picture.y)
    return {"box": box, "radius": radius, "asset": asset_name(surface)}
