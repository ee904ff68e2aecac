"""Who reads codes: phones that keep a tally of the answers they got, and wrk for the speed."""

import http.client
import re
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus


@dataclass
class Crowd:
    """Readers that ask for codes in turn until they are told to stop, or nobody answers any more."""

    port: int
    codes: Sequence[str]
    readers: int = 8

    def __post_init__(self) -> None:
        self.is_over = threading.Event()
        #: Redirects by code, of each reader.
        self.tallies: list[Counter[str]] = [Counter() for _reader in range(self.readers)]
        #: What each has asked for and got no answer to.
        self.unanswered: list[str] = [""] * self.readers
        self.threads = [threading.Thread(target=self.read, args=[first]) for first in range(self.readers)]

    def read(self, first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        tally, asked = self.tallies[first], first
        try:
            while not self.is_over.is_set():
                code = self.unanswered[first] = self.codes[asked % len(self.codes)]
                connection.request("GET", f"/q/{code}")
                response = connection.getresponse()
                if response.status == HTTPStatus.FOUND:
                    tally[code] += 1
                    # The reader has the redirect, whatever becomes of the rest of the answer.
                    self.unanswered[first] = ""
                response.read()
                asked += self.readers
        except (OSError, http.client.HTTPException):
            # The server was killed: what had no answer is not counted on.
            pass
        finally:
            connection.close()

    def start(self) -> None:
        """Returns when all of them read."""
        for thread in self.threads:
            thread.start()
        while not all(tally.total() for tally in self.tallies) and any(
            map(threading.Thread.is_alive, self.threads)
        ):
            time.sleep(0.01)

    def stop(self) -> "Got":
        """What all of them got."""
        self.is_over.set()
        for thread in self.threads:
            thread.join()
        return Got(sum(self.tallies, Counter()), Counter(code for code in self.unanswered if code))


@dataclass(frozen=True)
class Got:
    """By code: redirects, and readings that were asked for when the server was killed, which may be counted or not."""

    redirects: Counter[str]
    unanswered: Counter[str]

    def compared(self, counted: Counter[str]) -> dict[str, int]:
        """What was counted of each code beside what its readers got: of a sum, one code's gain would hide a loss."""
        lost, most = self.redirects - counted, self.redirects + self.unanswered
        return {
            "redirects": self.redirects.total(),
            "counted": counted.total(),
            "lost": lost.total(),
            "counted_twice": (counted - most).total(),
        }


def asked(port: int, codes: Sequence[str]) -> list[tuple[str, int]]:
    """The answers to every code, asked once: the code and the status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    answers = []
    for code in codes:
        connection.request("GET", f"/q/{code}")
        response = connection.getresponse()
        response.read()
        answers.append((code, response.status))
    connection.close()
    return answers


@dataclass(frozen=True)
class Speed:
    """What wrk measured: requests per second, the 99th percentile in ms, and requests that got an error or nothing."""

    per_second: float
    p99_ms: float
    wrong: int


UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


def wrk(port: int, path: str, seconds: int, connections: int = 8) -> Speed:
    """A bounded run on loopback, all readers on one address: a poster on television."""
    said = subprocess.run(
        ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", "10s",
         "--latency", f"http://127.0.0.1:{port}{path}"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return speed_of(said)


def speed_of(said: str) -> Speed:
    """What wrk has written, read; connections that failed count as wrong answers do."""
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert p99 is not None, said
    assert rate is not None, said
    wrong = re.findall(r"(?:Non-2xx or 3xx responses:|\b(?:connect|read|write|timeout)) (\d+)", said)
    return Speed(float(rate[1]), float(p99[1]) * UNITS[p99[2]], sum(map(int, wrong)))
