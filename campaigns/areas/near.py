"""The municipality in an address: near which of them somebody looks for a place. It says nothing about the person."""

import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from campaigns.areas.models import Area
from campaigns.freshness.kept import kept

PARAMETER = "near"
#: JIS X 0402 with its prefecture, with or without check digit.
CODE = re.compile(r"[0-9]{5,6}")


def near(request: HttpRequest) -> Area | None:
    """The municipality that the address names, with its city; None for none, and for what is not one.

    Looked up once in a request: menu, foot and page all ask.
    """
    kept_on: Any = request
    if not hasattr(kept_on, "near_area"):
        kept_on.near_area = area_named(code_in(request))
    found: Area | None = kept_on.near_area
    return found


def code_in(request: HttpRequest) -> str:
    """What an address has as the code of a municipality, known or not; empty for what cannot be one."""
    code = request.GET.get(PARAMETER, "")
    return code if CODE.fullmatch(code) else ""


def municipalities() -> Sequence[Area]:
    """All, each with the city that it is a ward of. Read once until something changes, and never altered."""
    return kept("municipalities", lambda: tuple(Area.objects.select_related("parent")))


def area_named(code: str) -> Area | None:
    """The municipality of a code; None for what is no code."""
    known = municipalities() if CODE.fullmatch(code) else ()
    return next((area for area in known if area.code == code), None)


def with_near(path: str, code: str) -> str:
    """A path without a query, or an address, with the municipality of that code; as it is when the code is empty."""
    return f"{path}?{PARAMETER}={code}" if code else path
