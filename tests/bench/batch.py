"""A thousand kits to disk, and the same bytes written plainly: what making costs beyond writing.

Both are done by as many processes as there are cores, in rounds that take turns, each into an empty folder on a
disk that has come to rest, so that what the page cache gives or takes, it gives or takes to both.
"""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path
from time import perf_counter

from campaigns.kits.writing import write_whole
from print_templates.content import Imprint
from print_templates.design import all_designs
from print_templates.plate import Plate, lay_out
from tests.bench import members, ours, poster

#: No more output than this: 5 GB.
MOST_BYTES = 5_000_000_000
#: Organisations in one round.
ROUND = 50
CORES = os.cpu_count() or 1

Sizes = list[int]
#: By file name, the plates of a kit. A forked process has them, and the organisations, without copying.
PLATES: dict[str, Plate] = {}
MEMBERS: list[Imprint] = []
#: What is written plainly; no size is larger.
NOISE = memoryview(bytes(range(256)) * 65536)


@dataclass
class Batch:
    """What was written and how long it took, in seconds; `*_settled` is with waiting for the disk afterwards."""

    organisations: int = 0
    files: int = 0
    bytes: int = 0
    seconds: float = 0.0
    plain_write_seconds: float = 0.0
    seconds_settled: float = 0.0
    plain_write_seconds_settled: float = 0.0
    rounds: list[tuple[float, float]] = field(default_factory=list)


def measure(organisations: int, folder: Path, round_size: int = ROUND) -> Batch:
    """Write that many kits below `folder`, in pairs of rounds: kits, kits, plainly, plainly. Leaves nothing."""
    MEMBERS[:] = members.pool(organisations)
    PLATES.update(kit_plates())
    total = Batch()
    starts = list(range(0, organisations, round_size))
    with get_context("fork").Pool(CORES) as workers:
        for pair in (starts[at : at + 2] for at in range(0, len(starts), 2)):
            if total.bytes >= MOST_BYTES:
                break
            written = [
                (timed(workers, folder, write_kit, numbers), numbers)
                for numbers in (list(range(start, min(start + round_size, organisations))) for start in pair)
            ]
            for (made, settled, sizes), numbers in reversed(written):
                plain, plain_settled, _ = timed(
                    workers, folder, write_plainly, list(zip(numbers, sizes, strict=True))
                )
                total.organisations += len(numbers)
                total.files += sum(map(len, sizes))
                total.bytes += sum(map(sum, sizes))
                total.seconds += made
                total.plain_write_seconds += plain
                total.seconds_settled += settled
                total.plain_write_seconds_settled += plain_settled
                total.rounds.append((made, plain))
    return total


def kit_plates() -> dict[str, Plate]:
    """The default set: every design, sheet and finish."""
    return {
        f"{design.key}-{sheet.key}-{finish}.pdf": lay_out(design, poster.content(), sheet, finish)
        for design in all_designs().values()
        for sheet in design.sheets
        for finish in sheet.finishes
    }


def timed(
    workers: Pool, folder: Path, write: Callable[..., Sizes], tasks: list
) -> tuple[float, float, list[Sizes]]:
    """Seconds until all was written, seconds until the disk had it, and every task's sizes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.sync()
    start = perf_counter()
    sizes = workers.starmap(write, [(folder, task) for task in tasks], chunksize=5)
    written = perf_counter() - start
    os.sync()
    settled = perf_counter() - start
    shutil.rmtree(folder)
    return written, settled, sizes


def write_kit(folder: Path, number: int) -> Sizes:
    """One organisation's files and its kit.json; returns their sizes."""
    target = folder / str(number)
    target.mkdir()
    files, sizes = [], []
    for name, plate in PLATES.items():
        copy = ours.write(plate, MEMBERS[number], target / name)
        files.append({"name": name, "sha256": copy.sha256})
        sizes.append(copy.size)
    listing = json.dumps({"organisation": str(number), "files": files}, indent=2).encode()
    write_whole(target / "kit.json", [listing])
    return [*sizes, len(listing)]


def write_plainly(folder: Path, task: tuple[int, Sizes]) -> Sizes:
    """The same number of files of the same sizes, of bytes that are there already."""
    number, sizes = task
    target = folder / str(number)
    target.mkdir()
    for count, size in enumerate(sizes):
        with (target / f"{count}.pdf").open("wb", buffering=0) as file:
            file.write(NOISE[:size])
    return sizes
