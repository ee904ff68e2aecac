"""Laying out opens no file and no connection but what was handed in (BARS.md 1 and 2)."""

import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from print_templates import plate
from print_templates.design import all_designs
from print_templates.fetch import AssetFetcher, RefusedFetch
from print_templates.proof import sample_content


class Canary:
    """A server on this machine that notes who asks."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        canary = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                canary.asked.append(self.path)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"canary")

            def log_message(self, *_words: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/canary.png"


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    canary = Canary()
    thread = threading.Thread(target=canary.server.serve_forever, daemon=True)
    thread.start()
    yield canary
    canary.server.shutdown()
    canary.server.server_close()


WAYS = {
    "picture": '<img src="{url}">',
    "import": '<style>@import "{url}";</style>',
    "background": '<div style="background:url({url});width:1cm;height:1cm"></div>',
    "font": "<style>@font-face{{font-family:x;src:url({url})}} p{{font-family:x}}</style><p>x</p>",
    "style sheet": '<link rel="stylesheet" href="{url}">',
    "attachment": '<link rel="attachment" href="{url}">',
    "attached link": '<a rel="attachment" href="{url}">x</a>',
    "object": '<object data="{url}"></object>',
    "embed": '<embed src="{url}">',
    "svg image": '<svg width="9" height="9"><image href="{url}" width="9" height="9"/></svg>',
    "svg use": '<svg width="9" height="9"><use href="{url}#a"/></svg>',
    "list marker": '<ul style="list-style-image:url({url})"><li>x</ul>',
}


def lay_out(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    monkeypatch.setattr(plate, "html", lambda *_: f"<html lang=ja><title>x</title><body>{body}</body></html>")
    design = all_designs()["poster"]
    plate.lay_out(design, sample_content(), design.sheet("a4"), "office")


#: WeasyPrint does not follow a reference to another file at all: nothing to refuse.
UNFOLLOWED = {"svg use"}
REFUSED = [way for way in WAYS if way not in UNFOLLOWED]


@pytest.mark.parametrize("way", REFUSED)
def test_a_refused_fetch_fails_the_plate(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedFetch):
        lay_out(monkeypatch, WAYS[way].format(url="http://127.0.0.1:9/canary.png"))


@pytest.mark.parametrize("way", WAYS)
def test_a_host_is_never_asked(way: str, canary: Canary, monkeypatch: pytest.MonkeyPatch) -> None:
    with suppress(RefusedFetch):
        lay_out(monkeypatch, WAYS[way].format(url=canary.address))
    assert canary.asked == []


OPENED: list[str] = []
sys.addaudithook(lambda event, details: OPENED.append(str(details[0])) if event == "open" else None)


@pytest.mark.parametrize("way", WAYS)
def test_a_file_is_never_opened(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.png"
    secret.write_text("canary")
    OPENED.clear()
    with suppress(RefusedFetch):
        lay_out(monkeypatch, WAYS[way].format(url=secret.as_uri()))
    assert str(secret) not in OPENED
    secret.read_text()
    assert str(secret) in OPENED, "the watch is asleep"


def test_a_missing_asset_fails_the_plate(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedFetch, match="nowhere"):
        lay_out(monkeypatch, '<img src="asset:nowhere.png">')


def test_the_canary_hears_whoever_does_ask(canary: Canary) -> None:
    """Else the tests above would pass with a deaf canary."""
    from urllib.request import urlopen

    urlopen(canary.address).read()
    assert canary.asked == ["/canary.png"]
    canary.asked.clear()


def test_what_was_handed_in_is_served() -> None:
    fetcher = AssetFetcher({"photo.jpg": (b"pixels", "image/jpeg")})
    response = fetcher.fetch("asset:photo.jpg")
    assert response.read() == b"pixels"
    assert response.content_type == "image/jpeg"


@pytest.mark.parametrize(
    "url", ["photo.jpg", "file:///photo.jpg", "asset:other.jpg", "data:text/plain,x", ""]
)
def test_everything_else_is_refused(url: str) -> None:
    with pytest.raises(RefusedFetch):
        AssetFetcher({"photo.jpg": (b"pixels", "image/jpeg")}).fetch(url)
