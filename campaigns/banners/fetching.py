"""A member's page, fetched without becoming a way into our own network: few bytes, little time, no cookies."""

import zlib
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.conf import settings

from campaigns.banners.public_addresses import allowed
from campaigns.connection import Deadline, Rule, Unreachable, opened

#: Most bytes that are read, and most that a packed page may become.
MOST_BYTES = 1024 * 1024
MOST_REDIRECTS = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})
KINDS = frozenset({"text/html", "application/xhtml+xml"})
DEFAULT_PORTS = {"http": 80, "https": 443}
#: What stays as it is in a request's first line (RFC 3986, 2.2 and 2.3); everything else is written with percent signs.
UNQUOTED = "%/:=&?~#+!$,;'@()*[]"
#: RFC 1952 and 1950: gzip or zlib, whichever the header says.
GZIP_OR_ZLIB = 47


@dataclass(frozen=True)
class Page:
    """A page as it came: the address it came from after all redirects, and its bytes.

    `charset` is what the server says of it, or nothing; `whole` is whether it ends where the bytes end.
    """

    url: str
    data: bytes
    charset: str = ""
    whole: bool = True


def fetch(url: str, rule: Rule = allowed) -> Page:
    """The page at an address. `rule` says which addresses may be connected to. Raises Unreachable."""
    deadline = Deadline()
    for _hop in range(MOST_REDIRECTS + 1):
        found = fetched(url, rule, deadline)
        if isinstance(found, Page):
            return found
        url = found
    raise Unreachable("too_many_redirects")


def fetched(url: str, rule: Rule, deadline: Deadline) -> Page | str:
    """The page, or the address it has moved to."""
    parts = urlsplit_safely(url)
    try:
        with opened(parts.scheme, host_of(parts), port_of(parts), rule, deadline) as connection:
            connection.request("GET", target_of(parts), headers=headers())
            with connection.getresponse() as response:
                found = answer_of(url, response)
    except (Unreachable, OSError, HTTPException, ValueError) as error:
        # A connection that was cut because the time is over ends in all kinds of ways.
        deadline.left()
        if isinstance(error, Unreachable):
            raise
        raise Unreachable("timeout" if isinstance(error, TimeoutError) else "connection") from error
    deadline.left()
    return found


def answer_of(url: str, response: HTTPResponse) -> Page | str:
    if response.status in REDIRECTS:
        return urljoin(url, response.headers.get("Location", ""))
    return page_of(url, response)


def urlsplit_safely(url: str) -> SplitResult:
    """The parts of an address that can be fetched. Raises Unreachable("bad_address")."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in DEFAULT_PORTS and bool(parts.hostname) and not parts.username
        usable = named and port_of(parts) > 0
    except ValueError as error:
        raise Unreachable("bad_address") from error
    if not usable:
        raise Unreachable("bad_address")
    return parts


def port_of(parts: SplitResult) -> int:
    return DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port


def host_of(parts: SplitResult) -> str:
    """The host in ASCII, as name servers know it."""
    host = parts.hostname or ""
    if ":" in host:
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError as error:
        raise Unreachable("bad_address") from error


def target_of(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=UNQUOTED)
    return f"{path}?{quote(parts.query, safe=UNQUOTED)}" if parts.query else path


def headers() -> dict[str, str]:
    """Who asks, and why, for whoever reads the log; nothing is packed unless the server insists."""
    return {
        "User-Agent": f"TsunagariKit link check (+{settings.PUBLIC_URL}/)",
        "Accept": "text/html, application/xhtml+xml",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def page_of(url: str, response: HTTPResponse) -> Page:
    """The answer's page. Raises Unreachable when it is none."""
    if not 200 <= response.status < 300:
        raise Unreachable(reason_of(response.status))
    if response.headers.get_content_type() not in KINDS:
        raise Unreachable("not_html")
    data = response.read(MOST_BYTES + 1)
    whole = len(data) <= MOST_BYTES
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing != "identity":
        data, complete = unpacked(data[:MOST_BYTES], packing)
        whole = whole and complete
    return Page(url, data[:MOST_BYTES], response.headers.get_content_charset() or "", whole)


def reason_of(status: int) -> str:
    if status in {404, 410}:
        return "not_found"
    return "forbidden" if status in {401, 403, 429, 451} else "server_error"


def unpacked(data: bytes, packing: str) -> tuple[bytes, bool]:
    """What is packed, at most `MOST_BYTES` of it, and whether that is all. Raises Unreachable("packed")."""
    if packing not in {"gzip", "x-gzip", "deflate"}:
        raise Unreachable("packed")
    unpacker = zlib.decompressobj(GZIP_OR_ZLIB)
    try:
        return unpacker.decompress(data, MOST_BYTES), not unpacker.unconsumed_tail
    except zlib.error as error:
        raise Unreachable("packed") from error
