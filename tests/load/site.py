"""The site under load: its own folder and database, gunicorn with its workers, and what these take of memory."""

import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Longest wait in seconds for gunicorn to answer.
PATIENCE = 60


@dataclass(frozen=True)
class Person:
    """Somebody logged in for an organisation."""

    slug: str
    session: str


@dataclass
class Site:
    """A folder with everything the site writes. `few` prints three posters only, and verifies while one waits."""

    folder: Path
    few: bool = False
    port: int = 0
    master: int = 0
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.port = free_port()
        self.environment = {
            "DATABASE_URL": f"sqlite:///{self.folder / 'db.sqlite3'}",
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.load.settings",
            "VAR_DIR": str(self.folder),
            "FONT_DIR": os.environ.get("FONT_DIR", str(ROOT / "var" / "fonts")),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "PRINT_JOBS": "inline",
        }

    def run(self, *arguments: str) -> str:
        """What a program of the site prints."""
        with self.log.open("ab") as log:
            done = subprocess.run(
                [sys.executable, *arguments], cwd=ROOT, env=self.environment, check=True,
                stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip
        return done.stdout

    @property
    def log(self) -> Path:
        """What the site's processes say."""
        return self.folder / "log"

    def people(self, number: int) -> list[Person]:
        """Fill the site; its database exists."""
        flags = ["--few"] if self.few else []
        told = self.run("-m", "tests.load.people", str(number), *flags)
        return [Person(**each) for each in json.loads(told.splitlines()[-1])]

    @contextmanager
    def serving(self, timeout: int) -> Iterator[None]:
        """gunicorn as in production, with a shorter timeout; a whole site has its worker beside it."""
        door = ["tests.load.few"] if self.few else []
        gunicorn = [
            sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", f"127.0.0.1:{self.port}",
            "--timeout", str(timeout), "--log-level", "warning", *door,
        ]  # fmt: skip
        environment = self.environment if self.few else {**self.environment, "PRINT_JOBS": "worker"}
        commands = [gunicorn] if self.few else [gunicorn, [sys.executable, "manage.py", "print_worker"]]
        with self.log.open("ab") as log:
            processes = [
                subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
                for command in commands
            ]
        try:
            self.master = processes[0].pid
            self.wait_until_answering()
            yield
        finally:
            for process in processes:
                process.send_signal(signal.SIGTERM)
            for process in processes:
                end(process)

    def wait_until_answering(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=0.5).close()
            except OSError:
                time.sleep(0.2)
            else:
                if len(self.workers()) == self.wanted_workers():
                    return
                time.sleep(0.05)
        raise RuntimeError(f"gunicorn did not answer within {PATIENCE} seconds")

    def wanted_workers(self) -> int:
        return int(runpy.run_path(str(ROOT / "gunicorn.conf.py"))["workers"])

    def workers(self) -> list[int]:
        """Process numbers of gunicorn's workers."""
        children = Path(f"/proc/{self.master}/task/{self.master}/children").read_text().split()
        return sorted(map(int, children))


def peak_mib(process: int) -> float:
    """The most memory that a process has ever held, in MiB, as the kernel counts it (VmHWM)."""
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
