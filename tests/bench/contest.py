"""One contestant in a process of its own: warm it, hand it one organisation after another, time each call.

`python -m tests.bench.contest NAME --count N --out DIR` keeps every PDF and prints what it measured as JSON.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

#: Contestants by name: module and class. The first is ours.
CONTESTANTS = {
    "imprint": ("tests.bench.ours", "Ours"),
    "weasyprint": ("tests.bench.weasyprint", "WeasyPrint"),
    "chromium": ("tests.bench.chromium", "Chromium"),
    "typst": ("tests.bench.typst", "Typst"),
}
ROOT = Path(__file__).resolve().parents[2]
#: Calls before the clock counts, with organisations that do not come again.
WARM_UP = 3


class Contestant(Protocol):
    """Something that makes the poster. What `ready` does is not timed: HTML, logo and lines made beforehand."""

    def __init__(self, words: list[Any]) -> None: ...
    def ready(self, words: Any) -> Any: ...
    def make(self, ready: Any) -> Any: ...
    def close(self) -> None: ...


@dataclass(frozen=True)
class Result:
    """Milliseconds of each organisation's first PDF, and of each one's next, by when all were printed once."""

    times: list[float]
    again: list[float]
    sizes: list[int]


def measured(name: str, count: int, out: Path, fonts: Path | None = None) -> Result:
    """Run a contestant in a fresh process, with other fonts if asked; its PDFs lie in `out` as 0000.pdf, …"""
    out.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **({"FONT_DIR": str(fonts)} if fonts else {})}
    command = [sys.executable, "-m", "tests.bench.contest", name, "--count", str(count), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{name} failed:\n{done.stderr[-4000:]}")
    return Result(**json.loads(done.stdout.splitlines()[-1]))


def run(name: str, count: int, out: Path) -> Result:
    from tests.bench.members import member, pool

    module, kind = CONTESTANTS[name]
    words, strangers = pool(count), [member(count + extra) for extra in range(WARM_UP)]
    contestant: Contestant = getattr(import_module(module), kind)([*strangers, *words])
    try:
        for each in strangers:
            contestant.make(contestant.ready(each))
        times, sizes = [], []
        for number, each in enumerate(words):
            ready = contestant.ready(each)
            spent, pdf = timed(contestant, ready)
            times.append(spent)
            sizes.append(len(pdf))
            (out / f"{number:04}.pdf").write_bytes(pdf)
        again = [timed(contestant, contestant.ready(each))[0] for each in words]
    finally:
        contestant.close()
    return Result(times, again, sizes)


def timed(contestant: Contestant, ready: Any) -> tuple[float, bytes]:
    """Milliseconds and the PDF. Ours is ready to be sent in two parts; joining them is for the checks."""
    start = perf_counter()
    pdf = contestant.make(ready)
    return 1000 * (perf_counter() - start), bytes(pdf)


def main() -> None:
    import django

    django.setup()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=CONTESTANTS)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    result = run(chosen.name, chosen.count, chosen.out)
    print(json.dumps(vars(result)))


if __name__ == "__main__":
    main()
