"""kill -9 of real workers at random points (BARS 18): every job is done exactly once, or failed with its reason."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLATES = 4
#: Longest wait in seconds for a worker to do something.
PATIENCE = 90


@dataclass
class Press:
    """A database of its own, and workers that are started and killed."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def manage(self, *arguments: str) -> None:
        subprocess.run(
            self.command(*arguments), env=self.environment, cwd=ROOT, check=True, capture_output=True
        )

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "tests.kits.few_plates", *arguments]

    def row(self, query: str, *values: Any) -> tuple[Any, ...]:
        with sqlite3.connect(self.folder / "db.sqlite3", timeout=10) as database:
            return next(iter(database.execute(query, values).fetchall()), ())

    def job(self) -> tuple[str, int, int]:
        return self.row("SELECT state, attempts, done FROM kits_printjob")  # type: ignore[return-value]

    def start_afresh(self) -> None:
        """No plate exists, and the job waits."""
        self.row("DELETE FROM kits_plate RETURNING 1")
        self.row(
            "UPDATE kits_printjob SET state = 'waiting', attempts = 0, done = 0, reason = '' RETURNING 1"
        )

    def time_passes(self) -> None:
        """The dead worker's lease runs out."""
        self.row("UPDATE kits_printjob SET lease_until = '2000-01-01 00:00:00' RETURNING 1")

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        process = subprocess.Popen(
            self.command("print_worker"), env=self.environment, cwd=ROOT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def wait_for(self, *states: str, attempts: int, done: int = 0) -> tuple[str, int, int]:
        """Until a worker has begun its try and built so many plates, or the job has come to an end."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            job = self.job()
            if job[0] in states or (job[0] == "running" and job[1] == attempts and job[2] >= done):
                return job
            time.sleep(0.02)
        raise AssertionError(f"nothing happened for {PATIENCE} seconds: {self.job()}")


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory, migrated: Callable[[Path], str]) -> Press:
    folder = tmp_path_factory.mktemp("press")
    made = Press(
        folder,
        {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "VAR_DIR": str(folder),
            "FONT_DIR": os.environ.get("FONT_DIR", str(ROOT / "var" / "fonts")),
            "DATABASE_URL": migrated(folder),
            "PRINT_JOBS": "worker",
        },
    )
    made.manage("load_demo")
    return made


def test_a_job_survives_two_dead_workers(press: Press) -> None:
    press.start_afresh()
    chance = random.Random()
    for attempt in (1, 2):
        with press.worker() as process:
            state, _attempts, _done = press.wait_for("done", attempts=attempt, done=chance.randint(0, 1))
            assert state == "running"
            time.sleep(chance.uniform(0, 0.4))
            process.kill()
        press.time_passes()
    with press.worker():
        ended = press.wait_for("done", "failed", attempts=9)
    assert ended == ("done", 3, PLATES)
    assert press.row("SELECT count(*), count(DISTINCT design || sheet) FROM kits_plate") == (PLATES, PLATES)
    folder = press.folder / "private"
    with sqlite3.connect(press.folder / "db.sqlite3") as database:
        for name, sha256 in database.execute("SELECT pdf, sha256 FROM kits_plate"):
            check = subprocess.run(
                ["sha256sum", str(folder / name)], check=True, capture_output=True, text=True
            )
            assert check.stdout.split()[0] == sha256, "a plate is whole"


def test_a_job_whose_worker_dies_three_times_has_failed_with_its_reason(press: Press) -> None:
    press.start_afresh()
    for attempt in (1, 2, 3):
        with press.worker() as process:
            press.wait_for("done", attempts=attempt)
            process.kill()
        press.time_passes()
    with press.worker():
        ended = press.wait_for("done", "failed", attempts=9)
    assert ended[:2] == ("failed", 3)
    assert press.row("SELECT reason FROM kits_printjob")[0]
