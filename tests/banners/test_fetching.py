"""Fetching a stranger's page, against a real server: what comes in, and what never goes out."""

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from campaigns import connection
from campaigns.banners import fetching
from campaigns.banners.fetching import MOST_BYTES, fetch
from campaigns.banners.public_addresses import allowed
from campaigns.connection import Deadline, Unreachable, addresses_of
from tests.banners.conftest import Neighbour, loopback


def reason(url: str, rule: Any = loopback) -> str:
    with pytest.raises(Unreachable) as refused:
        fetch(url, rule)
    return refused.value.reason


@pytest.fixture
def in_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes ten seconds for members takes one here."""
    monkeypatch.setattr(fetching, "Deadline", lambda: Deadline(1.0))


def test_it_works(neighbour: Neighbour) -> None:
    url = neighbour.page("<p>会</p>")
    page = fetch(url, loopback)
    assert (page.url, page.data.decode(), page.charset, page.whole) == (url, "<p>会</p>", "utf-8", True)


def test_it_says_who_asks_and_brings_no_cookie(neighbour: Neighbour) -> None:
    neighbour.moved("/", "/there")
    neighbour.page("", "/there")
    neighbour.answers["/"] = with_cookie(neighbour.answers["/"])
    fetch(neighbour.url(), loopback)
    assert [path for path, _headers in neighbour.asked] == ["/", "/there"]
    for _path, headers in neighbour.asked:
        assert headers["User-Agent"] == "TsunagariKit link check (+http://testserver/)"
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def with_cookie(answer: Any) -> Any:
    def answered(handler: BaseHTTPRequestHandler) -> None:
        real = handler.end_headers
        handler.end_headers = lambda: (handler.send_header("Set-Cookie", "a=b"), real())  # type: ignore[method-assign]
        answer(handler)

    return answered


def test_letters_beyond_ascii_are_written_with_percent_signs(neighbour: Neighbour) -> None:
    neighbour.page("", "/%E4%BC%9A?q=%E4%BC%9A")
    fetch(neighbour.url("/会?q=会"), loopback)


# --- where it never goes ------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0.0.0.0"])
def test_this_machine_is_refused_by_default(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "connected", lambda *_rest: pytest.fail("nobody is to be called"))
    assert reason(f"http://{host}/", allowed) == "private_address"
    with pytest.raises(Unreachable, match="private_address"):
        fetch(f"http://{host}/")


def test_the_network_of_the_machine_is_refused_by_default(neighbour: Neighbour) -> None:
    assert reason("http://[::ffff:127.0.0.1]/", allowed) == "private_address"
    assert reason("http://169.254.169.254/latest/meta-data/", allowed) == "private_address"
    assert neighbour.asked == []


def test_a_redirect_to_a_private_address_is_refused(neighbour: Neighbour) -> None:
    target = Neighbour()
    try:
        target.page("secret")
        neighbour.moved("/", target.url())

        def first_only(_address: str, port: int) -> bool:
            return port == neighbour.port

        assert reason(neighbour.url(), first_only) == "private_address"
        assert len(neighbour.asked) == 1
        assert target.asked == []
    finally:
        target.server.server_close()


@pytest.mark.parametrize(
    "to", ["http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/", "//192.168.0.1/"]
)
def test_a_redirect_inwards_is_refused_by_the_usual_rule(to: str, neighbour: Neighbour) -> None:
    neighbour.moved("/", to)

    def the_neighbour_or_public(address: str, port: int) -> bool:
        return port == neighbour.port or allowed(address, port)

    assert reason(neighbour.url(), the_neighbour_or_public) == "private_address"


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "javascript:1"]
)
def test_a_redirect_to_another_scheme_is_refused(to: str, neighbour: Neighbour) -> None:
    assert reason(neighbour.moved("/", to)) == "bad_address"


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.jp/", "http://", "https://user:word@example.jp/", "http://a:b/", "http://[::1"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert reason(url) == "bad_address"


def names(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """What the name server says, question after question; returns the names that were asked for."""
    asked: list[str] = []
    left = list(answers)

    def getaddrinfo(host: str, port: int, **_rest: Any) -> list[Any]:
        asked.append(host)
        found = left.pop(0)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(connection.socket, "getaddrinfo", getaddrinfo)
    return asked


def test_one_private_address_among_several_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, ["93.184.215.14", "10.0.0.1"], ["93.184.215.14"])
    with pytest.raises(Unreachable, match="private_address"):
        addresses_of("example.jp", 443, allowed, Deadline())
    assert addresses_of("example.jp", 443, allowed, Deadline()) == ["93.184.215.14"]


def test_the_name_is_asked_for_once_and_the_answer_connected_to(
    neighbour: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that says something else a moment later (DNS rebinding) is not asked again."""
    neighbour.page("ours")
    called: list[str] = []
    real = socket.create_connection

    def create_connection(address: tuple[str, int], **rest: Any) -> socket.socket:
        called.append(address[0])
        monkeypatch.undo()
        return real(("127.0.0.1", address[1]), **rest)

    asked = names(monkeypatch, ["93.184.215.14"], ["10.0.0.1"])
    monkeypatch.setattr(connection.socket, "create_connection", create_connection)
    page = fetch(f"http://example.jp:{neighbour.port}/", lambda address, _port: address == "93.184.215.14")
    assert page.data == b"ours"
    assert (asked, called) == (["example.jp"], ["93.184.215.14"])
    assert neighbour.asked[0][1]["Host"] == f"example.jp:{neighbour.port}"


def test_a_name_that_nobody_has_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*_question: Any, **_rest: Any) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(connection.socket, "getaddrinfo", getaddrinfo)
    assert reason("https://nobody.example.jp/", allowed) == "no_such_name"


def test_a_japanese_name_is_asked_for_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = names(monkeypatch, ["10.0.0.1"])
    assert reason("https://見本.jp/", allowed) == "private_address"
    assert asked == ["xn--8pvz87e.jp"]


# --- how long and how much ----------------------------------------------------------------------------


def test_three_redirects_are_followed_and_the_fourth_is_not(neighbour: Neighbour) -> None:
    neighbour.page("there", "/3")
    for step in range(3):
        neighbour.moved(f"/{step}", f"/{step + 1}")
    assert fetch(neighbour.url("/0"), loopback).data == b"there"
    neighbour.moved("/start", "/0")
    neighbour.asked.clear()
    assert reason(neighbour.url("/start")) == "too_many_redirects"
    assert [path for path, _headers in neighbour.asked] == ["/start", "/0", "/1", "/2"]


def trickle(head: bytes) -> Any:
    """A server that says a byte now and then, for ever."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _byte in range(200):
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(0.05)

    return answer


@pytest.mark.usefixtures("in_a_second")
@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Long: ",
    ],
    ids=["body without length", "body", "header"],
)
def test_a_page_that_trickles_is_given_up_in_time(head: bytes, neighbour: Neighbour) -> None:
    neighbour.answers["/"] = trickle(head)
    begun = time.monotonic()
    assert reason(neighbour.url()) == "timeout"
    assert time.monotonic() - begun < 2


@pytest.mark.usefixtures("in_a_second")
def test_a_server_that_says_nothing_is_given_up_in_time(neighbour: Neighbour) -> None:
    neighbour.answers["/"] = lambda _handler: time.sleep(3)
    assert reason(neighbour.url()) == "timeout"


@pytest.mark.usefixtures("in_a_second")
def test_redirects_share_the_time(neighbour: Neighbour) -> None:
    def slowly(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.4)
        handler.send_response(302)
        handler.send_header("Location", "/")
        handler.end_headers()

    neighbour.answers["/"] = slowly
    assert reason(neighbour.url()) == "timeout"


@pytest.mark.usefixtures("in_a_second")
def test_a_name_server_that_says_nothing_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    silence = threading.Event()
    monkeypatch.setattr(connection.socket, "getaddrinfo", lambda *_question, **_rest: silence.wait(5) and [])
    assert reason("https://example.jp/", allowed) == "timeout"
    silence.set()


def test_no_more_than_a_mebibyte_is_read(neighbour: Neighbour) -> None:
    page = fetch(neighbour.page(b"a" * (MOST_BYTES + 10)), loopback)
    assert (len(page.data), page.whole) == (MOST_BYTES, False)
    assert fetch(neighbour.page(b"a" * MOST_BYTES), loopback).whole


def test_a_packed_page_is_unpacked_but_never_beyond_a_mebibyte(neighbour: Neighbour) -> None:
    small = fetch(neighbour.page(gzip.compress(b"<p>a"), Content_Encoding="gzip"), loopback)
    assert (small.data, small.whole) == (b"<p>a", True)
    bomb = gzip.compress(b"a" * (200 * MOST_BYTES))
    assert len(bomb) < MOST_BYTES
    page = fetch(neighbour.page(bomb, Content_Encoding="gzip"), loopback)
    assert (len(page.data), page.whole) == (MOST_BYTES, False)


@pytest.mark.parametrize("packing", ["br", "gzip"])
def test_a_page_that_cannot_be_unpacked_is_said_to_be_so(packing: str, neighbour: Neighbour) -> None:
    assert reason(neighbour.page("<p>", Content_Encoding=packing)) == "packed"


@pytest.mark.parametrize(
    ("status", "expected"),
    [(404, "not_found"), (410, "not_found"), (403, "forbidden"), (500, "server_error")],
)
def test_what_the_server_says_is_told_apart(status: int, expected: str, neighbour: Neighbour) -> None:
    assert reason(neighbour.page("", status=status)) == expected


def test_only_pages_are_read(neighbour: Neighbour) -> None:
    assert reason(neighbour.page("%PDF", Content_Type="application/pdf")) == "not_html"


def test_what_speaks_no_http_is_no_page(neighbour: Neighbour) -> None:
    neighbour.answers["/"] = lambda handler: handler.wfile.write(b"220 mail\r\n")
    assert reason(neighbour.url()) == "connection"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert reason(f"http://127.0.0.1:{closed.getsockname()[1]}/") == "connection"


def test_a_certificate_that_nobody_vouches_for_is_refused(neighbour: Neighbour, tmp_path: Any) -> None:
    import ssl
    import subprocess

    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "certificate")],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate", tmp_path / "key")
    neighbour.server.socket = context.wrap_socket(neighbour.server.socket, server_side=True)
    assert reason(f"https://localhost:{neighbour.port}/") == "certificate"


def test_no_connection_stays_open(neighbour: Neighbour) -> None:
    url = neighbour.page("<p>")
    before = threading.active_count()
    for _time in range(5):
        fetch(url, loopback)
    time.sleep(0.1)
    assert threading.active_count() <= before + 1
