"""Asking the site for a code as a reader's telephone does, but for the headers alone (HEAD), which is never counted.

The connection is that of members' link checks, without their rule: our own host may stand in our own network.
"""

import ssl
from dataclasses import dataclass
from datetime import UTC, date, datetime
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings

from campaigns.connection import Deadline, Unreachable, opened
from campaigns.links.custody import hosts
from campaigns.links.days import day_of
from campaigns.links.models import ShortLink

#: Reasons that are the host's and not the code's.
SILENT = frozenset({"no_such_name", "connection", "timeout", "certificate"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 3
DEFAULT_PORTS = {"http": 80, "https": 443}
MISSING = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


@dataclass(frozen=True)
class Answer:
    """What a host said: its status, the address it leads to if any, and the last day of its certificate."""

    status: int
    location: str = ""
    certificate_until: date | None = None


#: What came of the pages that were asked for: nothing, or why they could not be read, by address without query.
Pages = dict[str, str]


def ask(url: str) -> Answer:
    """The answer to a HEAD, ten seconds at the most. Raises Unreachable with one of `SILENT`."""
    parts = urlsplit(url)
    deadline = Deadline()
    port = parts.port or DEFAULT_PORTS[parts.scheme]
    try:
        with opened(parts.scheme, parts.hostname or "", port, anywhere, deadline) as connection:
            connection.request("HEAD", target_of(parts), headers=headers(parts))
            with connection.getresponse() as response:
                location = response.headers.get("Location", "")
                # In a code the host stands in capitals.
                base = parts._replace(netloc=parts.netloc.lower()).geturl()
                leads = urljoin(base, location) if location else ""
                return Answer(response.status, leads, certificate_until(connection))
    except (OSError, HTTPException, ValueError) as error:
        # A connection that was cut because the time is over ends in all kinds of ways.
        deadline.left()
        raise Unreachable("timeout" if isinstance(error, TimeoutError) else "connection") from error


def anywhere(_address: str, _port: int) -> bool:
    return True


def target_of(parts: SplitResult) -> str:
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def headers(parts: SplitResult) -> dict[str, str]:
    """The host as browsers name it, without a port that goes without saying; and who asks, for whoever reads logs."""
    return {
        "Host": parts.netloc.lower(),
        "User-Agent": f"TsunagariKit walk of codes (+{settings.PUBLIC_URL}/)",
        "Connection": "close",
    }


def certificate_until(connection: HTTPConnection) -> date | None:
    """The last day, in Tokyo, of the certificate that the other side has shown; None without TLS."""
    if not isinstance(connection.sock, ssl.SSLSocket):
        return None
    ends = (connection.sock.getpeercert() or {}).get("notAfter")
    if not isinstance(ends, str):
        return None
    return day_of(datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC))


def followed(link: ShortLink, pages: Pages) -> str:
    """The address that a code leads to, whose page answers. Raises Unreachable with a reason of `words.REASONS`.

    Pages that are in `pages` are not asked for again.
    """
    answer = ask(link.url)
    if answer.status in MISSING:
        raise Unreachable("unknown_code")
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Unreachable("server_error")
    if answer.status not in REDIRECTS or not answer.location:
        raise Unreachable("no_redirect")
    place = urlsplit(answer.location)._replace(query="", fragment="").geturl()
    if place not in pages:
        pages[place] = problem_of(answer.location)
    if pages[place]:
        raise Astray(pages[place], answer.location)
    return answer.location


class Astray(Unreachable):
    """A code led to a page that cannot be read."""

    def __init__(self, reason: str, led_to: str) -> None:
        super().__init__(reason)
        self.led_to = led_to


def problem_of(url: str) -> str:
    """Why a page cannot be read; empty when it can."""
    try:
        return problem_behind(url)
    except Unreachable as problem:
        return problem.reason


def problem_behind(url: str) -> str:
    """The same after all redirects. Raises Unreachable when its host is silent."""
    for _hop in range(MOST_REDIRECTS + 1):
        if not is_ours(url):
            return "elsewhere"
        answer = ask(url)
        if answer.status not in REDIRECTS or not answer.location:
            return problem_with(answer.status)
        url = answer.location
    return "too_many_redirects"


def problem_with(status: int) -> str:
    if status in MISSING:
        return "page_missing"
    return "" if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES else "page_error"


def is_ours(url: str) -> bool:
    """Whether an address is on one of the hosts that are printed, or on that of another site of this installation."""
    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS:
        return False
    return parts.netloc.lower() in hosts.names() or (parts.hostname or "") in hosts.of_sites()
