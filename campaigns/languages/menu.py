"""The languages that a page can be read in, each at its own address. Nothing is remembered of the choice."""

from typing import NamedTuple
from unicodedata import normalize

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, get_script_prefix, resolve
from django.utils import translation

from campaigns.languages.addresses import in_address
from campaigns.reading.markup import NAME as READINGS


class Choice(NamedTuple):
    """A language by its own name, and where this page is in it."""

    tag: str
    name: str
    address: str
    is_shown: bool

    @property
    def is_japanese(self) -> bool:
        return self.tag.startswith("ja")


def choices(request: HttpRequest) -> list[Choice]:
    """Every language. What has no address in the others, such as a code's page, leads to the front door."""
    path = request.path if has_languages(request) else get_script_prefix()
    asked = (
        request.GET.copy() if request.method == "GET" and path == request.path else QueryDict(mutable=True)
    )
    # Japanese alone has readings, and its links carry the switch along by themselves.
    asked.pop(READINGS, None)
    query = asked.urlencode()
    return [
        Choice(
            code,
            normalize("NFC", str(translation.get_language_info(code)["name_local"])),
            in_address(path, code) + (f"?{query}" if query else ""),
            code == translation.get_language(),
        )
        for code, _name in settings.LANGUAGES
    ]


def has_languages(request: HttpRequest) -> bool:
    """Whether the same view answers in another language."""
    match = request.resolver_match
    if match is None:
        return False
    other = next(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
    path = in_address(request.path, other).removeprefix(get_script_prefix().removesuffix("/"))
    try:
        with translation.override(other):
            return resolve(path).view_name == match.view_name
    except Resolver404:
        return False
