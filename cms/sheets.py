"""Style sheets in few requests: files of one subject each, joined under an address that names what they say.

A resident's phone asks for one sheet. Its address holds a digest, so it may be kept for ever; there is no build step.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

FOLDER = Path(__file__).resolve().parent / "static" / "css"

#: Where the night's colours count. The style guide shows either scheme whatever the device prefers.
NIGHT = "screen and (prefers-color-scheme: dark)"
SCHEMES = {"": NIGHT, "-light": "not all", "-dark": "screen"}
#: What each sheet is joined of, in this order.
RESIDENTS = ("tokens", "base", "components", "drawings", "dark", "print")
SHEETS = {"residents": RESIDENTS, "members": (*RESIDENTS[:4], "members", *RESIDENTS[4:])}


class Sheet(NamedTuple):
    """A joined sheet and the name that its address carries."""

    address_name: str
    css: str


def joined(name: str, scheme: str = "") -> Sheet:
    """The sheet of that name from SHEETS, by one of SCHEMES. Raises KeyError."""
    media = {"dark": SCHEMES[scheme], "print": "print"}
    parts = []
    for part in SHEETS[name]:
        css = (FOLDER / f"{part}.css").read_text(encoding="utf-8")
        parts.append(f"@media {media[part]} {{ {css} }}" if part in media else css)
    css = without_air("\n".join(parts))
    return Sheet(f"{name}{scheme}-{hashlib.sha256(css.encode()).hexdigest()[:12]}", css)


def without_air(css: str) -> str:
    """The same without comments and the spaces that only people need; none of our strings holds any of these."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    # A colon with a space behind it stands between a property and its value; in a selector none may follow it.
    return css.replace(": ", ":").replace(";}", "}").strip()


@lru_cache(maxsize=len(SHEETS) * len(SCHEMES))
def kept(name: str, scheme: str) -> Sheet:
    return joined(name, scheme)


def sheet(name: str, scheme: str = "") -> Sheet:
    """The sheet as it is now: read once per process, and on every page while somebody develops."""
    return joined(name, scheme) if settings.DEBUG else kept(name, scheme)


def sheet_url(name: str, scheme: str = "") -> str:
    return reverse("sheet", args=[sheet(name, scheme).address_name])


@require_safe
@gzip_page
def sheet_css(request: HttpRequest, name: str) -> HttpResponse:
    """The newest sheet of a name; a page from before an update gets the present one, which is not kept."""
    family, _, _digest = name.rpartition("-")
    base, dash, scheme = family.partition("-")
    if base not in SHEETS or dash + scheme not in SCHEMES:
        raise Http404
    found = sheet(base, dash + scheme)
    response = HttpResponse(found.css, content_type="text/css; charset=utf-8")
    if found.address_name == name:
        patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    else:
        patch_cache_control(response, no_cache=True)
    return response
