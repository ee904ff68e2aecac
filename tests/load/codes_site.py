"""A site of its own with a database of its own, served by gunicorn as in production, and both can be killed."""

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
#: Longest wait in seconds for a server to answer or a reading to be counted.
PATIENCE = 60
COUNTS = """
    SELECT code, sum(count) FROM links_scancount JOIN links_shortlink ON links_shortlink.id = link_id GROUP BY code
"""


class Database(ABC):
    """A database that can be stopped."""

    kind: str
    url: str

    @abstractmethod
    def stop(self) -> None: ...

    @abstractmethod
    def start(self) -> None: ...

    @abstractmethod
    def counted(self) -> Counter[str]:
        """The readings of each code in the numbers."""


class Sqlite(Database):
    """A file; stopped means that something else is in its place."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.file = folder / "db.sqlite3"
        self.url = f"sqlite:///{self.file}"

    def stop(self) -> None:
        for file in self.file.parent.glob("db.sqlite3*"):
            file.rename(file.with_name(f"stopped-{file.name}"))
        self.file.mkdir()

    def start(self) -> None:
        self.file.rmdir()
        for file in self.file.parent.glob("stopped-*"):
            file.rename(file.with_name(file.name.removeprefix("stopped-")))

    def counted(self) -> Counter[str]:
        with closing(sqlite3.connect(self.file, timeout=20)) as database:
            return Counter(dict(database.execute(COUNTS).fetchall()))


class Postgres(Database):
    """The private cluster of bin/with-postgres, which tells its folder by PGHOST; it starts without fsync."""

    kind = "postgresql"

    def __init__(self) -> None:
        self.url = os.environ["DATABASE_URL"]
        self.cluster = Path(os.environ["PGHOST"])
        tools = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
        self.control = [str(tools / "pg_ctl"), "-D", str(self.cluster / "data"), "-w"]
        if os.getuid() == 0:
            self.control = ["runuser", "-u", "postgres", "--", *self.control]

    def stop(self) -> None:
        self.told("-m", "fast", "stop")

    def start(self) -> None:
        """With fsync, as in production: what is measured includes the wait for the disk."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.cluster}' -c fsync=on"
        self.told("-l", str(self.cluster / "log"), "-o", options, "start")

    def told(self, *words: str) -> None:
        subprocess.run([*self.control, *words], cwd=self.cluster, check=True, stdout=subprocess.DEVNULL)

    def counted(self) -> Counter[str]:
        with psycopg.connect("user=tsunagari dbname=postgres") as connection:
            return Counter({code: int(count) for code, count in connection.execute(COUNTS)})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Site:
    """Codes, and a server for them."""

    folder: Path
    database: Database
    port: int = field(default_factory=free_port)
    codes: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.load.codes_settings",
            "SECRET_KEY": "for a site that nobody reaches" * 3,
            "SECURE_SSL_REDIRECT": "false",
            "DATABASE_URL": self.database.url,
            "VAR_DIR": str(self.folder),
            "FONT_DIR": os.environ.get("FONT_DIR", str(ROOT / "var" / "fonts")),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
        }

    def fill(self, codes: int) -> None:
        self.codes = self.run("tests.load.codes_content", "fill", str(codes)).split()

    def roll_up(self) -> None:
        self.run("tests.load.codes_content", "roll-up")

    def run(self, module: str, *words: str, **variables: str) -> str:
        """A command of the site; returns what it prints."""
        return subprocess.run(
            [sys.executable, "-m", module, *words], cwd=ROOT, env={**self.environment, **variables}, check=True,
            stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip

    def counted(self) -> Counter[str]:
        """The readings of each code, what is in the spool included."""
        self.roll_up()
        return self.database.counted()

    @contextmanager
    def served(self, counting: str, port: int | None = None) -> Iterator["subprocess.Popen[bytes]"]:
        """Two workers in a process group of their own, ended with kill -9 if they have not ended before."""
        with served("cms.wsgi", port or self.port, {**self.environment, "SCAN_COUNTING": counting}) as server:
            yield server


@contextmanager
def served(door: str, port: int, environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """gunicorn at a module's WSGI application, ended with kill -9 if it has not ended before."""
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", door, "--bind", f"127.0.0.1:{port}",
         "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--log-level", "critical"],
        cwd=ROOT, env=environment, start_new_session=True, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(server, port)
        yield server
    finally:
        kill(server)


def wait_for(server: "subprocess.Popen[bytes]", port: int) -> None:
    """Until a worker answers; the master listens before it has any."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "gunicorn stopped"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("HEAD", "/q/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise AssertionError(f"gunicorn did not answer within {PATIENCE} seconds")


def kill(server: "subprocess.Popen[bytes]") -> None:
    """kill -9 for the master and its workers at once."""
    try:
        os.killpg(server.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    server.wait()
