"""Whether the ten thousandth organisation costs what the first did: ms per PDF and the process's memory.

`python -m tests.bench.growth 10 100 …` runs in a process of its own and prints JSON.
"""

import gc
import json
import subprocess
import sys
from array import array
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

#: Organisations before the clock counts: the first to show a glyph reads it from the face, for all that follow.
WARM_UP = 300
#: Codes and logos are made when links are made and logos uploaded; this many are lent to all.
PREPARED = 500


@dataclass(frozen=True)
class Step:
    """A number of organisations, the ms one PDF took (median), and resident memory before and after in MiB."""

    organisations: int
    ms_per_pdf: float
    before_mib: float
    after_mib: float


def measure(numbers: list[int]) -> list[Step]:
    """Run in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.growth", *map(str, numbers)]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"growth failed:\n{done.stderr[-4000:]}")
    return [Step(**step) for step in json.loads(done.stdout.splitlines()[-1])]


def steps(numbers: list[int]) -> list[Step]:
    from tests.bench import members, ours, poster

    plate = poster.plate()
    lent = min(PREPARED, max(numbers))
    # All that is lent is made before memory is looked at.
    members.pool(lent)
    done, found = 0, []
    for stranger in range(sum(numbers), sum(numbers) + WARM_UP):
        ours.printed(plate, members.member(stranger, logo_of=0, code_of=0))
    for organisations in numbers:
        gc.collect()
        before, times = resident(), array("d")
        for number in range(done, done + organisations):
            words = members.member(number, logo_of=number % lent, code_of=number % lent)
            start = perf_counter()
            ours.printed(plate, words)
            times.append(1000 * (perf_counter() - start))
        done += organisations
        gc.collect()
        found.append(Step(organisations, median(times), before, resident()))
    return found


def resident() -> float:
    """This process's resident memory in MiB, as Linux tells it."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps([vars(step) for step in steps([int(number) for number in sys.argv[1:]])]))
