from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from campaigns.artwork import lettering
from campaigns.views import style_of
from cms.sheets import SCHEMES
from cms.styleguide.samples import samples
from print_templates.samples import own
from print_templates.themes import themes

#: What is shown when something went wrong, by the name in the style guide's address.
MISHAPS = {
    "404": "404.html",
    "403": "403.html",
    "csrf": "403_csrf.html",
    "500": "500.html",
    "offline": "links/offline.html",
}


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """The components in the theme and scheme that the address names."""
    theme = known_theme(request.GET.get("theme", next(iter(themes()))))
    scheme = request.GET.get("scheme", "")
    suffix = f"-{scheme}" if scheme else ""
    if suffix not in SCHEMES:
        raise Http404
    context = samples(theme) | {
        "theme": theme,
        "scheme": scheme,
        "suffix": suffix,
        "themes": themes().values(),
    }
    return render(request, "styleguide/styleguide.html", context)


@require_safe
def look(request: HttpRequest, theme: str) -> HttpResponse:
    """A theme's inks and the lettering of its own phrase."""
    return HttpResponse(
        style_of(known_theme(theme), f"{theme}.woff2"), content_type="text/css; charset=utf-8"
    )


@require_safe
def font(request: HttpRequest, theme: str) -> HttpResponse:
    return HttpResponse(letters(known_theme(theme)), content_type="font/woff2")


@lru_cache
def letters(theme: str) -> bytes:
    return lettering(own(theme))


def known_theme(key: str) -> str:
    """The key of a theme that there is. Raises Http404."""
    if key not in themes():
        raise Http404
    return key


@require_safe
def mishap(request: HttpRequest, name: str) -> HttpResponse:
    """A page that one should never have to see; Django shows its own while somebody develops."""
    if name not in MISHAPS:
        raise Http404
    return render(request, MISHAPS[name])


urlpatterns = [
    path("styleguide/", styleguide, name="styleguide"),
    path("styleguide/<slug:name>/", mishap, name="styleguide_mishap"),
    path("styleguide/<slug:theme>.css", look, name="styleguide_look"),
    path("styleguide/<slug:theme>.woff2", font, name="styleguide_font"),
]
