"""The walk in a process of its own: killed in the middle of it, and against the site as it is served in production."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.links.custody.conftest import Codes, Said
from tests.load.codes_site import PATIENCE, ROOT, Site, Sqlite

pytestmark = pytest.mark.own_site

CHECKED = "SELECT count(*) FROM links_codecheck WHERE result = 'fine'"
ENDED = "SELECT count(*), count(finished_at) FROM links_walk"


def rows(site: Site, query: str) -> tuple[Any, ...]:
    with closing(sqlite3.connect(site.folder / "db.sqlite3", timeout=PATIENCE)) as database:
        found: tuple[Any, ...] = database.execute(query).fetchone()
    return found


def test_what_was_looked_at_stays_and_the_next_run_goes_on_from_there(tmp_path: Path, codes: Codes) -> None:
    site = Site(tmp_path, Sqlite(tmp_path), port=codes.server.server_address[1])
    site.fill(30)
    codes.page = "/campaign-0/"
    codes.answers[codes.page] = (200, "")
    asked, let_go, real = Event(), Event(), codes.answer

    def stuck_at_the_eleventh(path: str) -> Said:
        if sum(each.startswith("/Q/") for each in codes.paths()) == 11:
            asked.set()
            let_go.wait(PATIENCE)
        return real(path)

    codes.answer = stuck_at_the_eleventh  # type: ignore[method-assign]
    walker = subprocess.Popen(
        [sys.executable, "-m", "tests.links.custody.walking"], cwd=ROOT, env=site.environment
    )
    assert asked.wait(PATIENCE)
    os.kill(walker.pid, signal.SIGKILL)
    walker.wait()
    let_go.set()
    codes.answer = real  # type: ignore[method-assign]
    assert rows(site, CHECKED) == (10,)
    assert rows(site, ENDED) == (1, 0)

    codes.asked.clear()
    site.run("tests.links.custody.walking")
    assert sum(path.startswith("/Q/") for path in codes.paths()) == 20
    assert rows(site, CHECKED) == (30,)
    assert rows(site, ENDED) == (1, 1)


def test_every_code_of_the_real_site_leads_to_its_page_and_no_reading_is_counted(tmp_path: Path) -> None:
    site = Site(tmp_path, Sqlite(tmp_path))
    site.fill(5)
    with site.served("direct"):
        site.run("tests.links.custody.walking")
    # The page itself has none of its files here, so what it answers is not asked.
    assert rows(site, "SELECT count(*), count(distinct led_to), min(led_to) FROM links_codecheck") == (
        5, 1, "/campaign-0/",
    )  # fmt: skip
    assert site.counted().total() == 0
