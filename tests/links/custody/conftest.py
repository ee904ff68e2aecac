"""A site of codes on this machine, which answers a HEAD as told, and links to ask it for."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from campaigns.links.custody import walk
from campaigns.models import CampaignPage

#: Status and address of an answer.
Said = tuple[int, str]


class Codes:
    """Answers by path: every code leads to `page` unless something else is said; `asked` is what came."""

    page = "/page/"

    def __init__(self) -> None:
        self.answers: dict[str, Said] = {"/q/": (200, ""), "/page/": (200, "")}
        self.asked: list[tuple[str, str]] = []
        codes = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                codes.asked.append((self.command, self.path))
                status, location = codes.answer(self.path)
                self.send_response(status)
                if location:
                    self.send_header("Location", location)
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                """Says nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, path: str) -> Said:
        known = self.answers.get(path.partition("?")[0])
        return known or ((302, self.page) if path.startswith("/Q/") else (404, ""))

    def paths(self) -> list[str]:
        return [path for _method, path in self.asked]


@pytest.fixture
def campaign(campaign: CampaignPage) -> CampaignPage:
    """Under the address to which those codes lead."""
    above = campaign.get_parent().url_path
    CampaignPage.objects.filter(pk=campaign.pk).update(slug="page", url_path=f"{above}page/")
    return CampaignPage.objects.get(pk=campaign.pk)


@pytest.fixture
def codes(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Codes]:
    """The server under the site's address; nobody rests between two codes."""
    monkeypatch.setattr(walk, "REST", 0.0)
    site = Codes()
    settings.PUBLIC_URL, settings.LINK_URL = site.url, ""
    Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield site
    site.server.shutdown()
    site.server.server_close()
