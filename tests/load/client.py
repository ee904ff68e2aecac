"""A member's browser that takes a whole kit, fast or slowly, to the end or not."""

import http.client
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from tests.load.site import Person

#: Bytes read at once, and the receive buffer of who reads slowly: a large one would hide it from the server.
PIECE, SMALL_BUFFER = 64 * 1024, 64 * 1024
#: Seconds without a byte after which a browser gives up, and seconds to wait for files to be verified.
SILENCE, VERIFYING = 120, 600


class Failed(Exception):
    """What a member would call a failed download."""


@dataclass
class Taken:
    """A download as it came: the file, how long it took from the first to the last byte, and from the first click."""

    path: Path
    etag: str
    size: int
    announced: int
    seconds: float
    waited: float


@dataclass(frozen=True)
class Browser:
    """One member at a port of this machine. `seconds` is how long a download is drawn out."""

    person: Person
    port: int
    seconds: float = 0.0

    def address(self) -> str:
        return f"/kit/{self.person.slug}/kit.zip"

    def asked(
        self, address: str, **headers: str
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SILENCE)
        if self.seconds:
            connection.sock = slow_socket(self.port)
        connection.request("GET", address, headers={"Cookie": f"sessionid={self.person.session}", **headers})
        return connection, connection.getresponse()

    def ready(self) -> None:
        """Until the files are verified. Raises Failed."""
        connection, response = self.asked(self.address(), Range="bytes=1-1")
        connection.close()
        if response.status == 303:
            self.wait_at(response.headers["Location"], time.monotonic() + VERIFYING)

    def begun(self, **headers: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """The answer that is the file, after waiting for it as the pages say."""
        until = time.monotonic() + VERIFYING
        while time.monotonic() < until:
            connection, response = self.asked(self.address(), **headers)
            if response.status != 303:
                return connection, response
            waiting = response.headers["Location"]
            connection.close()
            self.wait_at(waiting, until)
        raise Failed("the files were not verified in time")

    def wait_at(self, address: str, until: float) -> None:
        """Until the page of waiting says that the download begins."""
        while time.monotonic() < until:
            connection, response = self.asked(address)
            response.read()
            connection.close()
            if response.status == 200:
                return
            if response.status != 503:
                raise Failed(f"{address} answered {response.status}")
            time.sleep(float(response.headers.get("Retry-After", "3")))

    def take(self, path: Path, stop_after: int | None = None, **headers: str) -> Taken:
        """The kit into a file, or its first bytes. Raises Failed."""
        clicked = time.monotonic()
        connection, response = self.begun(**headers)
        if response.status not in {200, 206}:
            raise Failed(f"{self.address()} answered {response.status}")
        announced = int(response.headers["Content-Length"])
        first = time.monotonic()
        try:
            size = self.drain(response, path, announced, stop_after)
        except (OSError, http.client.HTTPException) as error:
            raise Failed(f"{self.address()} broke off: {error!r}") from error
        finally:
            connection.close()
        ended = time.monotonic()
        return Taken(path, response.headers["ETag"], size, announced, ended - first, ended - clicked)

    def drain(
        self, response: http.client.HTTPResponse, path: Path, announced: int, stop_after: int | None
    ) -> int:
        """Read at the browser's own pace; returns the number of bytes."""
        begun, size = time.monotonic(), 0
        with path.open("wb") as file:
            while piece := response.read(PIECE):
                file.write(piece)
                size += len(piece)
                if stop_after is not None and size >= stop_after:
                    break
                ahead = begun + self.seconds * size / announced - time.monotonic()
                if self.seconds and ahead > 0:
                    time.sleep(ahead)
        return size


def slow_socket(port: int) -> socket.socket:
    """A connection with little room for what was sent and not read."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
    connection.settimeout(SILENCE)
    connection.connect(("127.0.0.1", port))
    return connection
