"""Ticking goes on: beside the worker, in a process of its own, past failures and past kill -9."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from campaigns.schedule import chores, ticking
from campaigns.schedule.ticking import keep_ticking

ROOT = Path(__file__).resolve().parents[2]
#: Longest wait in seconds for a process to do something.
PATIENCE = 60


def test_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, ticks = Event(), []

    def tick() -> None:
        ticks.append(1)
        if len(ticks) == 3:
            stop.set()

    monkeypatch.setattr(ticking, "tick", tick)
    keep_ticking(0.01, stop)
    assert len(ticks) == 3


def test_a_tick_that_fails_is_not_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, ticks, closed = Event(), [], []

    def tick() -> None:
        ticks.append(1)
        if len(ticks) == 2:
            stop.set()
        raise ConnectionError("the database is away")

    monkeypatch.setattr(ticking, "tick", tick)
    monkeypatch.setattr(ticking.connections, "close_all", lambda: closed.append(1))
    keep_ticking(0.01, stop)
    assert (len(ticks), len(closed)) == (2, 2)


@pytest.mark.parametrize("every", ["0", "-1"])
def test_a_pause_that_is_none_is_refused(every: str) -> None:
    with pytest.raises(CommandError):
        call_command("tick", "--every", every)


def test_every_kind_of_work_is_registered() -> None:
    assert {"letters", "letters again", "link checks", "print jobs"} <= set(chores.CHORES)


# --- real processes -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, migrated: Callable[[Path], str]) -> dict[str, str]:
    """A database of its own with one letter in its queue."""
    folder = tmp_path_factory.mktemp("ticking")
    (folder / "mail").mkdir()
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "VAR_DIR": str(folder),
        "FONT_DIR": os.environ.get("FONT_DIR", str(ROOT / "var" / "fonts")),
        "DATABASE_URL": migrated(folder),
        "EMAIL_URL": f"filemail:///{folder / 'mail'}",
        "PRINT_JOBS": "worker",
    }


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.kill()
        process.wait()


def rows(environment: dict[str, str], query: str) -> list[Any]:
    with (
        closing(sqlite3.connect(Path(environment["VAR_DIR"]) / "db.sqlite3", timeout=10)) as database,
        database,
    ):
        return database.execute(query).fetchall()


def started(
    processes: list[subprocess.Popen[bytes]], environment: dict[str, str], *command: str
) -> subprocess.Popen[bytes]:
    processes.append(subprocess.Popen([sys.executable, "manage.py", *command], cwd=ROOT, env=environment))
    return processes[-1]


def wait_for_letters(environment: dict[str, str], process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if rows(environment, "SELECT 1 FROM schedule_duework WHERE key = 'letters' AND done_at IS NOT NULL"):
            return
        assert process.poll() is None, "it goes on"
        time.sleep(0.1)
    raise AssertionError("no tick came")


def forget(environment: dict[str, str]) -> None:
    rows(environment, "DELETE FROM schedule_duework RETURNING 1")


@pytest.mark.parametrize(
    "command", [("tick", "--every", "1"), ("print_worker",)], ids=["by itself", "beside the worker"]
)
def test_one_long_running_process_does_what_is_due_until_it_is_told_to_stop(
    command: tuple[str, ...], environment: dict[str, str], processes: list[subprocess.Popen[bytes]]
) -> None:
    forget(environment)
    # Killed in the middle of something, it leaves no lock behind.
    first = started(processes, environment, *command)
    wait_for_letters(environment, first)
    first.kill()
    first.wait()
    forget(environment)
    second = started(processes, environment, *command)
    wait_for_letters(environment, second)
    second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=20) == 0
