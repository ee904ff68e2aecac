"""The campaign's colours, lettering and artwork for browsers: small files, cached for ever."""

import hashlib
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from campaigns.models import Edition
from print_templates.themes import theme, themes

#: Drawings on pages: the theme's surface, width and height in CSS pixels of the drawing itself.
SCREENS = {
    "hero-phone": ("hero_phone", 390, 520),
    "hero-desktop": ("hero_desktop", 1280, 560),
    "head": ("banner_strip", 780, 120),
}


def edition_of(key: str) -> Edition:
    """The edition whose `style_key` this is. Raises Http404."""
    number = key.partition("-")[0]
    if not number.isdecimal():
        raise Http404
    edition = get_object_or_404(Edition, pk=int(number))
    if edition.style_key != key:
        raise Http404
    return edition


@require_safe
def theme_css(request: HttpRequest, key: str) -> HttpResponse:
    """Custom properties of the theme's inks, and the font face with the phrase's own letters."""
    style = style_of(edition_of(key).content.theme, f"{key}.woff2")
    return for_ever(HttpResponse(style, content_type="text/css; charset=utf-8"))


def style_of(theme_key: str, font: str) -> str:
    """A theme's inks as custom properties and the campaign's lettering from the address `font`."""
    chosen = theme(theme_key)
    variables = "".join(f"--{name}:{ink.srgb};" for name, ink in chosen.inks.items())
    words = chosen.scenes["hero_phone"].phrase
    if words is not None:
        variables += f"--hero-ink:{chosen.inks[words.ink].srgb};"
    face = (
        f'@font-face{{font-family:"Campaign Lettering";src:url("{font}") format("woff2");font-display:swap}}'
    )
    return f":root{{{variables}}}{face}"


@require_safe
def theme_font(request: HttpRequest, key: str) -> HttpResponse:
    return for_ever(HttpResponse(bytes(edition_of(key).lettering), content_type="font/woff2"))


@lru_cache(maxsize=64)
def artwork(theme_key: str, screen: str) -> str:
    """A theme's drawing for one of SCREENS as SVG. Raises KeyError."""
    surface, width, height = SCREENS[screen]
    return theme(theme_key).compose(surface, width, height, 0, "office")


@lru_cache(maxsize=64)
def artwork_digest(theme_key: str, screen: str) -> str:
    return hashlib.sha256(artwork(theme_key, screen).encode()).hexdigest()[:10]


def artwork_address(theme_key: str, screen: str) -> str:
    """Where browsers find that drawing; the address changes when the drawing does."""
    return reverse("theme_artwork", args=[theme_key, screen, artwork_digest(theme_key, screen)])


@require_safe
@gzip_page
def theme_artwork(request: HttpRequest, key: str, screen: str, digest: str) -> HttpResponse:
    """A drawing by its address; one from before an update gets the present drawing, which is not kept."""
    if key not in themes() or screen not in SCREENS:
        raise Http404
    response = HttpResponse(artwork(key, screen), content_type="image/svg+xml")
    if request.path == artwork_address(key, screen):
        return for_ever(response)
    patch_cache_control(response, no_cache=True)
    return response


def for_ever(response: HttpResponse) -> HttpResponse:
    """The address holds a digest of what it answers, so it never changes."""
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response
