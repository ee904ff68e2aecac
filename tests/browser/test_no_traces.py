"""Nothing of a reader stays (BARS 15): signs of one are sent to every kind of page of a site as in production.

Afterwards they are looked for in its database, in whatever it wrote, in its logs, and in what it answered.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.conftest import PATIENCE, ROOT, Site, free_port, wait_until_answering
from tests.browser.test_residents import ENGLISH, PAGES

#: Where the reader's connection comes from: a machine answers at all of 127.0.0.0/8.
ADDRESS = "127.0.0.77"
SIGNS = {
    "X-Forwarded-For": "203.0.113.77",
    "X-Real-IP": "203.0.113.78",
    "Forwarded": "for=203.0.113.79",
    "User-Agent": "CanaryPhone/7.7",
    "Referer": "https://canary-referer.example/",
    "Cookie": "canary-cookie=canary-7f3a",
    "Accept-Language": "ja, en;q=0.7, x-canary-tongue;q=0.1",
}
CANARIES = (
    ADDRESS,
    "203.0.113.7",
    "CanaryPhone",
    "canary-referer",
    "canary-cookie",
    "canary-7f3a",
    "canary-tongue",
)
#: What is no page of a list below, but answers residents as well.
FILES = (
    "/robots.txt", "/sitemap.xml", "/feeds/places/", "/feeds/news/", "/events/calendar/",
    "/events/supporter-koza/calendar/", "/places/?near=14205&furigana=1",
    "/favicon.ico", "/nowhere/", "/static/js/residents.js",
)  # fmt: skip


def traces(folder: Path, canaries: tuple[str, ...] = CANARIES) -> list[tuple[str, str]]:
    """Each file below a folder that holds a canary, with it; of a database what its rows say."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            held = path.read_bytes()
            if path.suffix == ".sqlite3":
                with closing(sqlite3.connect(path)) as database:
                    held += "\n".join(database.iterdump()).encode()
            found += [(path.name, canary) for canary in canaries if canary.encode() in held]
    return found


@contextmanager
def in_production(folder: Path) -> Iterator[int]:
    """The port of a site in a folder that has its database; its log stands beside."""
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("DJANGO")},
        "DJANGO_SETTINGS_MODULE": "tests.browser.production_settings",
        "SECRET_KEY": "for a site that nobody reaches" * 3,
        "SECURE_SSL_REDIRECT": "false",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "VAR_DIR": str(folder),
        "FONT_DIR": os.environ.get("FONT_DIR", str(ROOT / "var" / "fonts")),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TRUSTED_PROXIES": "1",
    }
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1"],
            cwd=ROOT, env=environment, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            wait_until_answering(port, server)
            yield port
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=PATIENCE / 1000)


class Reader:
    """Somebody who can be told by everything that a browser sends."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, path: str, body: str | None = None) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE / 1000, source_address=(ADDRESS, 0)
        )
        headers: Mapping[str, str] = {**SIGNS, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("GET" if body is None else "POST", quote(path, safe="/?&=%"), body, headers)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        return answer, said


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's database in a place of its own."""
    folder = tmp_path_factory.mktemp("production")
    with closing(sqlite3.connect(site.folder / "db.sqlite3", timeout=10)) as database:
        database.execute("VACUUM INTO ?", [str(folder / "db.sqlite3")])
    return folder


def test_nothing_of_a_reader_stays(site: Site, folder: Path) -> None:
    [(code,)] = site.rows("SELECT code FROM links_shortlink ORDER BY id LIMIT 1")
    [(questions,)] = site.rows(
        "SELECT page_ptr_id FROM selfcheck_selfcheckpage JOIN wagtailcore_page ON id = page_ptr_id"
        " WHERE locale_id = (SELECT id FROM wagtailcore_locale WHERE language_code = 'ja')"
    )
    pages = [path for path in (*PAGES.values(), ENGLISH["home"]) if "/styleguide/" not in path]
    with in_production(folder) as port:
        reader = Reader(port)
        for path in (*pages, *FILES, f"/q/{code}", "/q/?code=2222222"):
            answer, said = reader.ask(path)
            assert answer.status in {200, 302, 404}, (path, answer.status)
            known = [
                canary
                for canary in CANARIES
                if canary in str(answer.headers) + said.decode("utf-8", "replace")
            ]
            assert known == [], path
            assert "Set-Cookie" not in answer.headers, path
        answer, _said = reader.ask(f"/selfcheck/{questions}/", "q1=3&q2=4")
        assert answer.status == 200
    log = (folder / "log").read_text()
    assert "Not Found: /nowhere/" in log, "the log is the one of production"
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        assert database.execute("SELECT sum(count) FROM links_scancount").fetchone()[0] >= 1
    assert traces(folder) == []


def test_whatever_stayed_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "log").write_text(f"GET / {ADDRESS}")
    (tmp_path / "clean").write_text("GET /")
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database, database:
        database.execute("CREATE TABLE visits (agent TEXT)")
        database.execute("INSERT INTO visits VALUES ('CanaryPhone/7.7')")
    assert traces(tmp_path) == [("db.sqlite3", "CanaryPhone"), ("log", ADDRESS)]
