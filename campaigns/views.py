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
    if not number.isdigit():
        raise Http404
    edition = get_object_or_404(Edition, pk=int(number))
    if edition.style_key != key:
        raise Http404
    return edition


@require_safe
def theme_css(request: HttpRequest, key: str) -> HttpResponse:
    """Custom properties of the theme's inks, and the font face with the phrase's own letters."""
    edition = edition_of(key)
    inks = theme(edition.content.theme).inks
    variables = "".join(f"--{name}:{ink.srgb};" for name, ink in inks.items())
    face = f'@font-face{{font-family:"Campaign Lettering";src:url("{key}.woff2") format("woff2");font-display:swap}}'
    return for_ever(HttpResponse(f":root{{{variables}}}{face}", content_type="text/css; charset=utf-8"))


@require_safe
def theme_font(request: HttpRequest, key: str) -> HttpResponse:
    return for_ever(HttpResponse(bytes(edition_of(key).lettering), content_type="font/woff2"))


def for_ever(response: HttpResponse) -> HttpResponse:
    """The address holds a digest of what it answers, so it never changes."""
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response
