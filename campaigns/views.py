"""The campaign's colours and lettering for browsers: two small files per edition, cached for ever."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from campaigns.models import Edition
from print_templates.themes import theme


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
    if "hero" in chosen.phrases:
        variables += f"--hero-ink:{chosen.inks[chosen.phrases['hero'].ink].srgb};"
    face = (
        f'@font-face{{font-family:"Campaign Lettering";src:url("{font}") format("woff2");font-display:swap}}'
    )
    return f":root{{{variables}}}{face}"


@require_safe
def theme_font(request: HttpRequest, key: str) -> HttpResponse:
    return for_ever(HttpResponse(bytes(edition_of(key).lettering), content_type="font/woff2"))


def for_ever(response: HttpResponse) -> HttpResponse:
    """The address holds a digest of what it answers, so it never changes."""
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response
