"""Whether the ten thousandth organisation costs what the first did: ms per PDF and the process's memory.

`python -m tests.bench.growth 10 100 …` runs in a process of its own and prints JSON.
"""

import gc
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

#: Codes and logos are made when links are made and logos uploaded; this many are lent to all.
PREPARED = 500


@dataclass(frozen=True)
class Step:
    """A number of organisations, the ms one PDF took, and resident memory before and after in MiB."""

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
    ours.printed(plate, members.member(0))
    for organisations in numbers:
        gc.collect()
        before, spent = resident(), 0.0
        for number in range(done, done + organisations):
            words = members.member(number, logo_of=number % lent, code_of=number % lent)
            start = perf_counter()
            ours.printed(plate, words)
            spent += perf_counter() - start
        done += organisations
        gc.collect()
        found.append(Step(organisations, 1000 * spent / organisations, before, resident()))
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
