"""Where readings are offered, whether they are on, and the addresses that say so."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, get_script_prefix, resolve
from django.utils.translation import get_language, get_language_from_path, override

from campaigns.reading.markup import NAME, ON

#: Addresses of residents' pages, by name; the admin's and members' pages have no readings.
RESIDENTS = frozenset({"wagtail_serve", "search:search", "links:type_in"})
LANGUAGES = frozenset({"ja", "ja-x-easy"})


@dataclass(frozen=True)
class Switch:
    """Whether readings are shown, and the address of the same page with it the other way round."""

    on: bool
    address: str


def switch_of(request: HttpRequest) -> Switch | None:
    """The switch of a page; None where readings are not offered."""
    if not is_offered(request):
        return None
    on = is_on(request)
    return Switch(on, without(request.get_full_path()) if on else carried(request.get_full_path()))


def is_offered(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name in RESIDENTS and get_language() in LANGUAGES


def is_on(request: HttpRequest) -> bool:
    return request.GET.get(NAME) == ON and is_offered(request)


def without(address: str) -> str:
    """The address of the page itself."""
    scheme, host, path, query, fragment = urlsplit(address)
    rest = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name != NAME]
    return urlunsplit((scheme, host, path, urlencode(rest), fragment))


def carried(address: str) -> str:
    """The address of the page with readings."""
    scheme, host, path, query, fragment = urlsplit(without(address))
    return urlunsplit((scheme, host, path, f"{query}&{NAME}={ON}" if query else f"{NAME}={ON}", fragment))


class Carrier:
    """Takes readings along from a page to the residents' pages that it links to."""

    def __init__(self, request: HttpRequest) -> None:
        self.host, self.path = request.get_host(), request.path

    def __call__(self, address: str) -> str | None:
        if address.startswith("#"):
            return None
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return None
        ours = parts.scheme in {"", "http", "https"} and parts.netloc in {"", self.host}
        if not ours or not leads_to_residents(urljoin(self.path, parts.path or self.path)):
            return None
        # An address without a path is that of the page itself, whose own query it replaces.
        return carried(address.strip() or self.path)


def leads_to_residents(path: str) -> bool:
    """Whether a path of this site is that of a page with a switch."""
    prefix = get_script_prefix()
    if not path.startswith(prefix):
        return False
    inside = "/" + path.removeprefix(prefix)
    language = get_language_from_path(inside) or settings.LANGUAGE_CODE
    if language not in LANGUAGES:
        return False
    with override(language):
        try:
            return resolve(inside).view_name in RESIDENTS
        except Resolver404:
            return False
