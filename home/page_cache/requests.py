"""Which requests are answered alike for everyone, and which answers may be kept."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase

from home.furigana.switch import RESIDENTS

#: Pages by the names of their addresses; archives of events and calendar files are below pages. A code's page answers
#: by the reader's browser. Feeds, sitemap and robots.txt say themselves for how long programs need not ask again.
KEPT = (RESIDENTS | {"site_map", "leaving"}) - {"links:type_in"}
#: Calendar files as well: whoever subscribes to one asks again and again, and it hardly ever changes.
TYPES = ("text/html", "text/calendar")
#: Letters of a query that is kept; what the forms of the site ask is shorter.
MOST_ASKED = 200

#: Scheme, host, path and query: everything that an answer follows from. The path carries the language.
Key = tuple[str, str, str, str]


def key_of(request: HttpRequest) -> Key | None:
    """None where the answer may be for one person alone: somebody is logged in, has filled in a form, or sends one."""
    if request.method not in {"GET", "HEAD"}:
        return None
    query = request.META.get("QUERY_STRING", "")
    if len(query) > MOST_ASKED or ("HTTP_COOKIE" in request.META and knows_somebody(request)):
        return None
    try:
        return request.scheme or "", request.get_host(), request.path, query
    except DisallowedHost:
        return None


def knows_somebody(request: HttpRequest) -> bool:
    """Whether a cookie of ours comes along; those of others' programs on the same host change nothing."""
    ours = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
    return any(name in request.COOKIES for name in ours)


class Asked(QueryDict):
    """A query that remembers which of its parameters were asked for.

    Pages repeat a query in the addresses of their other languages; one that no view asks for is somebody's own.
    """

    _asked: set[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._asked = set()
        super().__init__(*args, **kwargs)

    def __getitem__(self, name: Any) -> Any:
        self._asked.add(name)
        return super().__getitem__(name)

    @property
    def is_known(self) -> bool:
        """Whether every parameter was asked for, and stands there once."""
        return set(self) <= self._asked and all(len(values) == 1 for _name, values in self.lists())


def remember_what_is_asked(request: HttpRequest) -> None:
    request.GET = Asked(query_of(request), encoding=request.encoding)  # type: ignore[assignment]


def query_of(request: HttpRequest) -> str | bytes:
    """As it came: WSGI hands letters that are not percent-encoded as if each byte were a letter."""
    query = request.META["QUERY_STRING"]
    try:
        return query.encode("iso-8859-1")
    except UnicodeEncodeError:
        return query


def may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether an answer is the page itself, for everyone, and all that was asked is part of its address."""
    match = request.resolver_match
    return (
        request.method == "GET"
        and response.status_code == HTTPStatus.OK
        and isinstance(response, HttpResponse)
        and response.headers.get("Content-Type", "").startswith(TYPES)
        and match is not None
        and match.view_name in KEPT
        and not is_for_one(request, response)
        and (not isinstance(request.GET, Asked) or request.GET.is_known)
    )


def is_for_one(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether there is a sign that an answer is for one person, for one moment, or a draft."""
    return (
        bool(response.cookies)
        or "Vary" in response.headers
        or "Cache-Control" in response.headers
        or "CSRF_COOKIE" in request.META
        or getattr(request, "is_preview", False)
    )
