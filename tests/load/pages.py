"""`python -m tests.load.pages`: how fast residents' pages are, kept and made anew, beside a bare Django view.

Adds to build/load.json. All are asked in turn, in short rounds, so that a busy moment of the machine meets all of
them; what counts are shares. Exit code: 1 when something is not as aimed at.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Any

from tests.load.codes_client import Speed, wrk
from tests.load.codes_site import ROOT, Site, Sqlite, free_port, served
from tests.load.figures import keep, say

PAGES = {"home": "/", "campaign": "/campaign/", "case_list": "/places/"}
#: Requests per second of a kept page, as a share of those of a bare view.
AIMED_AT = 0.60
#: The list of places made anew: it stays under so many queries and milliseconds of CPU.
QUERIES, CPU_MS = 10, 100.0
#: Seconds in which a server ends what wrk has left it with, so that it is not in the way of the next one.
PAUSE = 0.5


@dataclass(frozen=True)
class Amounts:
    """Places of the list; rounds of wrk and their seconds."""

    places: int = 2_000
    rounds: int = 9
    seconds: int = 1


WHOLE = Amounts()
QUICK = Amounts(places=50, rounds=1)


def speeds(site: Site, amounts: Amounts) -> dict[str, Any]:
    """Each page from memory, made anew, and as many bytes from a bare view."""
    ports = {kind: free_port() for kind in ("bare", "kept", "anew")}
    rounds: dict[str, dict[str, list[Speed]]] = {page: {kind: [] for kind in ports} for page in PAGES}
    with ExitStack() as servers:
        servers.enter_context(served("tests.load.pages_bare", ports["bare"], site.environment))
        for kind, cached in (("kept", "true"), ("anew", "false")):
            servers.enter_context(served("cms.wsgi", ports[kind], {**site.environment, "PAGE_CACHE": cached}))
        sizes = {page: size_of(ports["kept"], path) for page, path in PAGES.items()}
        for number in range(amounts.rounds + 1):
            for page, path in PAGES.items():
                for kind, port in ports.items():
                    speed = wrk(port, f"/{sizes[page]}/" if kind == "bare" else path, amounts.seconds)
                    time.sleep(PAUSE)
                    # The first round fills what is kept.
                    if number:
                        rounds[page][kind].append(speed)
    return {page: {"bytes": sizes[page], **compared(measured)} for page, measured in rounds.items()}


def size_of(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    size = len(response.read())
    connection.close()
    assert response.status == 200, (path, response.status)
    return size


def compared(measured: dict[str, list[Speed]]) -> dict[str, Any]:
    return {
        kind: {
            "requests_per_second": round(median(speed.per_second for speed in speeds), 1),
            "of_bare": round(
                median(
                    speed.per_second / bare.per_second
                    for speed, bare in zip(speeds, measured["bare"], strict=True)
                ),
                3,
            ),
            "errors": sum(speed.wrong for speed in speeds),
        }
        for kind, speeds in measured.items()
    }


def measured(folder: Path, amounts: Amounts) -> dict[str, Any]:
    site = Site(folder, Sqlite(folder))
    say(f"pages: {amounts.places} places")
    site.run("tests.load.pages_content", "fill", str(amounts.places))
    say("pages: what the list of places costs")
    cost = json.loads(site.run("tests.load.pages_content", "cost", PAGE_CACHE="false"))
    say("pages: speed")
    return {"places": amounts.places, "case_list": cost, "speed": speeds(site, amounts)}


def shortcomings(figures: dict[str, Any], aim: float) -> list[str]:
    """What is not as aimed at, in words."""
    found = [
        f"the kept {page} reaches {each['kept']['of_bare']:.0%} of a bare view, not {aim:.0%}"
        for page, each in figures["speed"].items()
        if each["kept"]["of_bare"] < aim
    ]
    found += [
        f"{each[kind]['errors']} errors, {page} {kind}"
        for page, each in figures["speed"].items()
        for kind in ("kept", "anew", "bare")
        if each[kind]["errors"]
    ]
    found += [
        f"{address} takes {each['queries']} queries and {each['cpu_ms']} ms of CPU"
        for address, each in figures["case_list"].items()
        if each["queries"] >= QUERIES or each["cpu_ms"] >= CPU_MS
    ]
    return found


def table(figures: dict[str, Any]) -> str:
    rows = [f"pages, {figures['places']} places", f"  {'of a bare view':16}{'kept':>8}{'anew':>8}"]
    rows += [
        f"  {page:16}{each['kept']['of_bare']:>8.0%}{each['anew']['of_bare']:>8.1%}"
        for page, each in figures["speed"].items()
    ]
    rows += [
        f"  {address}: {each['queries']} queries, {each['cpu_ms']} ms of CPU"
        for address, each in figures["case_list"].items()
    ]
    return "\n".join(rows)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="tiny numbers: shows that the runner itself works"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "load.json")
    chosen = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="tsunagari-load-"))
    try:
        figures = measured(folder, QUICK if chosen.quick else WHOLE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    keep(chosen.out, "pages", "sqlite", figures)
    print(table(figures))
    # The speed of a single second says nothing.
    wrong = shortcomings(figures, 0.0 if chosen.quick else AIMED_AT)
    for each in wrong:
        print(f"NOT AS AIMED AT: {each}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
