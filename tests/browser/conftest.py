"""The real site for a real browser: gunicorn over a socket and a print worker, its own database, mail as files."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    # What has the focus is where it is looked for at once.
    "--disable-smooth-scrolling",
]
#: Milliseconds that a page may take on a machine that does something else as well.
PATIENCE = 90_000
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def drives_the_browser(item: pytest.Item) -> bool:
    return "tests/browser" in str(item.path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Last of all: Playwright keeps an event loop running, and beside one Django refuses its database."""
    for item in filter(drives_the_browser, items):
        item.add_marker(pytest.mark.browser)
    items.sort(key=drives_the_browser)


@dataclass(frozen=True)
class Site:
    """A running site and the folder of everything it writes."""

    url: str
    folder: Path
    #: The cookies of whoever has logged in, by e-mail address: codes are asked for at most three times a minute.
    sessions: dict[str, list[Any]] = field(default_factory=dict)

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Rows of the site's database, read from outside."""
        with sqlite3.connect(self.folder / "db.sqlite3", timeout=10) as database:
            return database.execute(query, values).fetchall()

    def newest_code(self) -> str:
        """The login code in the newest mail."""
        mails = sorted((self.folder / "mail").iterdir(), key=lambda path: path.stat().st_mtime)
        body = mails[-1].read_text(encoding="utf-8").split("\n\n", 1)[1]
        found = re.search(r"^\s*([0-9A-Z][0-9A-Z-]{4,10})\s*$", body, re.MULTILINE)
        assert found, body
        return found[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_answering(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        assert server.poll() is None, "gunicorn stopped"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("gunicorn did not answer within 30 seconds")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, migrated: Callable[[Path], str]) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "mail").mkdir()
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "VAR_DIR": str(folder),
        "FONT_DIR": os.environ.get("FONT_DIR", str(ROOT / "var" / "fonts")),
        "DATABASE_URL": migrated(folder),
        "PUBLIC_URL": url,
        "EMAIL_URL": f"filemail:///{folder / 'mail'}",
        "PRINT_JOBS": "worker",
    }
    subprocess.run(
        [sys.executable, "manage.py", "load_demo"], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "cms.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread",
         "--workers", "2", "--threads", "4", "--log-level", "warning"],
        cwd=ROOT, env=environment,
    )  # fmt: skip
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "print_worker"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        wait_until_answering(port, server)
        yield Site(url, folder)
    finally:
        # A worker that is told to stop lays out what it has begun; one that is killed loses nothing either.
        worker.kill()
        worker.wait()
        server.terminate()
        server.wait(timeout=PATIENCE / 1000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


def opened(
    browser: Browser, size: dict[str, int], *, script: bool = True, login: StorageState | None = None
) -> BrowserContext:
    """A browser of its own; `login` is what another one has kept of a login."""
    context = browser.new_context(
        viewport=size,
        locale="ja-JP",
        java_script_enabled=script,
        storage_state=login,  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A resident's phone: no script runs on it, because none is needed."""
    context = opened(browser, PHONE, script=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    context = opened(browser, DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def second_desktop(browser: Browser) -> Iterator[Page]:
    context = opened(browser, DESKTOP)
    yield context.new_page()
    context.close()
