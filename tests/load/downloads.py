"""Many members take their whole kits at once, some slower than the worker timeout; others are cut and continue."""

import hashlib
import json
import threading
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.load.client import Browser, Failed, Taken
from tests.load.site import Person, Site, peak_mib

#: What is promised: no worker ever holds more than this, in MiB.
MOST_MIB = 400


@dataclass(frozen=True)
class Amounts:
    """How many members, how many of them slow, who are cut; the worker timeout, and how much slower the slow are."""

    members: int
    slow: int
    cut: int
    timeout: int
    slow_seconds: float


WHOLE = Amounts(members=50, slow=15, cut=5, timeout=10, slow_seconds=25)
QUICK = Amounts(members=8, slow=2, cut=2, timeout=3, slow_seconds=4)


def measure(site: Site, people: Sequence[Person], amounts: Amounts) -> tuple[dict[str, Any], list[str]]:
    """All figures, and what went wrong."""
    wrong: list[str] = []
    with site.serving(amounts.timeout):
        before = site.workers()
        taken = at_once(site, people, amounts, wrong)
        continued = sum(resumed(site, each, wrong) for each in list(taken.values())[: amounts.cut])
        after = site.workers()
        peaks = [round(peak_mib(worker), 1) for worker in after]
    if before != after:
        wrong.append(f"a worker was ended: {before} became {after}")
    wrong += [f"a worker held {peak} MiB" for peak in peaks if peak > MOST_MIB]
    slow = [each for each in taken.values() if each.browser.seconds]
    wrong += [
        f"{each.browser.person.slug} was not slow" for each in slow if each.taken.seconds <= amounts.timeout
    ]
    return figures(site, amounts, list(taken.values()), continued, peaks, wrong), wrong


@dataclass(frozen=True)
class Download:
    browser: Browser
    taken: Taken
    digest: str


def at_once(site: Site, people: Sequence[Person], amounts: Amounts, wrong: list[str]) -> dict[str, Download]:
    """Once all files are verified everybody clicks at the same moment; what came is checked while others still read."""
    found: dict[str, Download] = {}
    start = threading.Barrier(amounts.members)

    def go(number: int, person: Person) -> None:
        browser = Browser(person, site.port, amounts.slow_seconds if number < amounts.slow else 0.0)
        path = site.folder / f"{person.slug}.zip"
        browser.ready()
        start.wait()
        taken = browser.take(path)
        wrong.extend(f"{person.slug}: {problem}" for problem in problems(taken, person))
        found[person.slug] = Download(browser, taken, digest_of(path))
        path.unlink()

    together(
        [each_of(go, number, person, start, wrong) for number, person in enumerate(people[: amounts.members])]
    )
    return found


def each_of(
    go: Callable[[int, Person], None], number: int, person: Person, start: threading.Barrier, wrong: list[str]
) -> Callable[[], None]:
    def run() -> None:
        try:
            go(number, person)
        except threading.BrokenBarrierError:
            wrong.append(f"{person.slug}: never began, because somebody else failed before")
        except (Failed, OSError, ValueError, zipfile.BadZipFile) as error:
            wrong.append(f"{person.slug}: {error}")
            start.abort()

    return run


def together(tasks: Sequence[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def problems(taken: Taken, person: Person) -> list[str]:
    """What is wrong with a kit: it is short, damaged, somebody else's, or not what its kit.json says."""
    if taken.size != taken.announced:
        return [f"{taken.size} bytes came of {taken.announced}"]
    with zipfile.ZipFile(taken.path) as kit:
        damaged = kit.testzip()
        if damaged is not None:
            return [f"{damaged} is damaged"]
        about = json.loads(kit.read(f"{person.slug}/kit.json"))
        if about["organisation"] != person.slug:
            return [f"it is the kit of {about['organisation']}"]
        return [
            f"{file['name']} is not what kit.json says"
            for file in about["files"]
            if hashlib.sha256(kit.read(f"{person.slug}/{file['name']}")).hexdigest() != file["sha256"]
        ]


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def resumed(site: Site, whole: Download, wrong: list[str]) -> bool:
    """Cut a download somewhere and continue it: the same bytes come."""
    person, size = whole.browser.person, whole.taken.announced
    browser = Browser(person, site.port)
    # In the first half, because what is read at a time may reach beyond the cut.
    cut = size * (1 + int(whole.digest[:4], 16) % 50) // 100
    path, rest = site.folder / f"{person.slug}.part", site.folder / f"{person.slug}.rest"
    try:
        begun = browser.take(path, stop_after=cut)
        have = path.stat().st_size
        headers = {"Range": f"bytes={have}-", "If-Range": begun.etag}
        browser.take(rest, **headers)
        with path.open("ab") as file:
            file.write(rest.read_bytes())
        if digest_of(path) != whole.digest:
            wrong.append(f"{person.slug}: cut at {have} of {size} and continued, other bytes came")
            return False
    except (Failed, OSError) as error:
        wrong.append(f"{person.slug}: could not be continued: {error}")
        return False
    finally:
        path.unlink(missing_ok=True)
        rest.unlink(missing_ok=True)
    return True


def figures(
    site: Site, amounts: Amounts, taken: list[Download], continued: int, peaks: list[float], wrong: list[str]
) -> dict[str, Any]:
    quick = sorted(each.taken.waited for each in taken if not each.browser.seconds)
    slow = sorted(each.taken.waited for each in taken if each.browser.seconds)
    sizes = [each.taken.announced / 1024 / 1024 for each in taken]
    return {
        "members": amounts.members,
        "whole_and_valid": len(taken),
        "failed": wrong,
        "cut_and_continued": continued,
        "kit_mib": round(median(sizes), 1) if sizes else None,
        "workers": len(peaks),
        "worker_timeout_s": amounts.timeout,
        "worker_peak_mib": peaks,
        "worker_most_mib": MOST_MIB,
        "database": site.environment["DATABASE_URL"].partition(":")[0],
        "seconds": {"quick": spread(quick), "slow": spread(slow)},
    }


def spread(values: list[float]) -> dict[str, float] | None:
    """Seconds from the click to the last byte."""
    if not values:
        return None
    shown = {"fastest": values[0], "median": median(values), "slowest": values[-1]}
    return {name: round(value, 1) for name, value in shown.items()}
