"""Who reads codes: phones that keep a tally of the answers they got, and wrk for the speed."""

import http.client
import re
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class Crowd:
    """Readers that ask for codes in turn until they are told to stop, or nobody answers any more."""

    port: int
    codes: Sequence[str]
    readers: int = 8

    def __post_init__(self) -> None:
        self.is_over = threading.Event()
        self.tallies: list[Counter[int]] = [Counter() for _reader in range(self.readers)]
        self.threads = [threading.Thread(target=self.read, args=[first]) for first in range(self.readers)]

    def read(self, first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        tally, asked = self.tallies[first], first
        try:
            while not self.is_over.is_set():
                connection.request("GET", f"/q/{self.codes[asked % len(self.codes)]}")
                response = connection.getresponse()
                response.read()
                tally[response.status] += 1
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
        while not all(tally[302] for tally in self.tallies) and any(
            map(threading.Thread.is_alive, self.threads)
        ):
            time.sleep(0.01)

    def stop(self) -> int:
        """How many redirects all of them got."""
        self.is_over.set()
        for thread in self.threads:
            thread.join()
        return sum(tally[302] for tally in self.tallies)


def asked(port: int, codes: Sequence[str]) -> Counter[int]:
    """The answers to every code, asked once, by status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    answers: Counter[int] = Counter()
    for code in codes:
        connection.request("GET", f"/q/{code}")
        response = connection.getresponse()
        response.read()
        answers[response.status] += 1
    connection.close()
    return answers


@dataclass(frozen=True)
class Speed:
    """What wrk measured: requests per second, the 99th percentile in ms, and answers that were an error."""

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
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert p99 is not None, said
    assert rate is not None, said
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return Speed(float(rate[1]), float(p99[1]) * UNITS[p99[2]], int(wrong[1]) if wrong else 0)
