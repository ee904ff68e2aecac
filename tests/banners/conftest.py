"""A server of somebody else's pages on this machine, and the rule that lets a test read it."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Thread

import pytest

#: What answers a request; it writes to the handler itself.
Answer = Callable[[BaseHTTPRequestHandler], None]


class Neighbour:
    """Pages by path; `asked` are the requests that came, with their headers."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        neighbour = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                neighbour.asked.append((self.path, dict(self.headers)))
                try:
                    neighbour.answers[self.path](self)
                except OSError:
                    # Whoever asked has gone.
                    self.close_connection = True

            def log_message(self, *_arguments: object) -> None:
                """Says nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def page(self, body: str | bytes, path: str = "/", status: int = 200, **headers: str) -> str:
        """A page that is answered at once; returns its address."""
        data = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer
        return self.url(path)

    def moved(self, path: str, to: str, status: int = 302) -> str:
        return self.page("", path, status, Location=to)


@pytest.fixture
def neighbour() -> Iterator[Neighbour]:
    served = Neighbour()
    thread = Thread(target=served.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield served
    served.server.shutdown()
    served.server.server_close()


def loopback(address: str, port: int) -> bool:
    """The rule of a test whose neighbour lives on this machine."""
    return ip_address(address).is_loopback
