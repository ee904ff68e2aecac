"""One connection to an address that was looked at, with an end in time that nobody can put off.

The name is looked up once. Every address it has must be allowed, and the connection goes to one of these very
addresses: a name server that answers otherwise a moment later (DNS rebinding) changes nothing.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

#: Whether an address and a port may be connected to.
Rule = Callable[[str, int], bool]
#: Seconds until a connection stands, and until everything is over, redirects included.
CONNECT, TOTAL = 5.0, 10.0


class Unreachable(Exception):
    """A page could not be read; `reason` is one of the words in `banners.words.REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Deadline:
    """When everything must be over."""

    def __init__(self, seconds: float = TOTAL) -> None:
        self.ends = time.monotonic() + seconds

    def left(self, most: float = TOTAL) -> float:
        """Seconds that are left, `most` at the most. Raises Unreachable("timeout")."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise Unreachable("timeout")
        return min(left, most)


def addresses_of(host: str, port: int, rule: Rule, deadline: Deadline) -> list[str]:
    """Every address of a name. Raises Unreachable when one of them is not allowed."""
    found = list(dict.fromkeys(resolved(host, port, deadline)))
    if not found:
        raise Unreachable("no_such_name")
    if not all(rule(address, port) for address in found):
        raise Unreachable("private_address")
    return found


def resolved(host: str, port: int, deadline: Deadline) -> list[str]:
    """What the name server says; it may take its time, so it is asked from a thread that nobody waits for longer."""
    answer: list[str] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.extend(str(sockaddr[0]) for *_kind, sockaddr in found)
        except (OSError, UnicodeError) as error:
            failed.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(deadline.left(CONNECT))
    if thread.is_alive():
        raise Unreachable("timeout")
    return [] if failed else answer


def connected(addresses: list[str], port: int, deadline: Deadline) -> socket.socket:
    """A connection to the first address that answers."""
    problem = "connection"
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=deadline.left(CONNECT))
        except TimeoutError:
            problem = "timeout"
        except OSError:
            problem = "connection"
    raise Unreachable(problem)


@contextmanager
def opened(scheme: str, host: str, port: int, rule: Rule, deadline: Deadline) -> Iterator[HTTPConnection]:
    """A connection for one request, cut when the time is over, even between two bytes that trickle in."""
    plain = connected(addresses_of(host, port, rule, deadline), port, deadline)
    # A second handle on the same connection: TLS takes the first one over.
    guard = plain.dup()
    alarm = threading.Timer(deadline.left(), cut, [guard])
    alarm.daemon = True
    alarm.start()
    connection = HTTPConnection(host, port)
    connection.sock = plain
    try:
        if scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        connection.sock.settimeout(deadline.left())
        yield connection
    except ssl.SSLCertVerificationError as error:
        raise Unreachable("certificate") from error
    finally:
        alarm.cancel()
        guard.close()
        connection.close()


def cut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        # It has ended by itself.
        return
