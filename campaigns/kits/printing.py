"""Many kits into folders, on all cores: each process opens the plates once, and none of them asks the database."""

import json
import logging
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from campaigns.kits import verdicts
from campaigns.kits.combinations import Combination
from campaigns.kits.kit_file import KitFile, Measure, with_digests
from campaigns.kits.models import ImprintVerdict, Plate
from campaigns.kits.parcel import Parcel
from campaigns.kits.writing import write_whole
from campaigns.models import Edition
from print_templates.content import Imprint
from print_templates.imprint import DoesNotFit
from print_templates.shop import GENERIC, PrintShop
from print_templates.variants import STANDARD

logger = logging.getLogger(__name__)

#: Organisations whose kits are ordered at once; few, so that memory stays flat.
CHUNK = 32
#: Below this many organisations starting processes takes longer than it saves.
ALONE = 4


@dataclass(frozen=True)
class Run:
    """What all kits of a run share."""

    edition: Edition
    pairs: Sequence[tuple[Combination, Plate]]
    out: Path
    #: Whether files nobody has verified yet are verified first.
    verify: bool = True
    shop: PrintShop = GENERIC
    variant: str = STANDARD


@dataclass(frozen=True)
class Order:
    """One organisation's kit: its folder's name, what is imprinted, and the verdicts that exist, by key.

    `press_words` have the logo in the inks of the run's print shop.
    """

    slug: str
    words: Imprint
    press_words: Imprint
    known: dict[str, ImprintVerdict] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """A kit that was written, or the reasons why not; `made` are new verdicts to keep."""

    slug: str
    reasons: tuple[str, ...] = ()
    made: tuple[ImprintVerdict, ...] = ()


def print_all(run: Run, orders: Iterable[Order], count: int) -> Iterator[Outcome]:
    """Write every order's kit. Outcomes come in the orders' own order, chunk by chunk."""
    processes = min(cores(), count // ALONE)
    if processes < 2:
        yield from (print_one(run, order) for order in orders)
        return
    with multiprocessing.get_context("fork").Pool(processes, begin, (run,)) as pool:
        yield from pipelined(orders, lambda chunk: pool.map_async(print_here, chunk, chunksize=1).get)


def pipelined(
    orders: Iterable[Order], start: Callable[[list[Order]], Callable[[], list[Outcome]]]
) -> Iterator[Outcome]:
    """While a chunk is printed the next is read from the database, and no more than that."""
    waiting, source = None, iter(orders)
    while chunk := list(islice(source, CHUNK)):
        started = start(chunk)
        if waiting is not None:
            yield from waiting()
        waiting = started
    if waiting is not None:
        yield from waiting()


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


#: What a printing process was started for.
_runs: list[Run] = []


def begin(run: Run) -> None:
    _runs[:] = [run]


def print_here(order: Order) -> Outcome:
    return print_one(_runs[0], order)


def print_one(run: Run, order: Order) -> Outcome:
    """One kit; whatever goes wrong with it is told and does not stop the others."""
    try:
        return printed(run, order)
    except DoesNotFit as error:
        return Outcome(order.slug, (str(error),))
    except Exception as error:
        logger.exception("the kit of %s was not printed", order.slug)
        return Outcome(order.slug, (str(error) or type(error).__name__,))


def printed(run: Run, order: Order) -> Outcome:
    files = with_digests(
        [
            KitFile(combination, plate, order.press_words if combination.shop.key else order.words)
            for combination, plate in run.pairs
            if not plate.is_refused
        ]
    )
    made: list[ImprintVerdict] = []
    if run.verify:
        made = [verdicts.judged(file) for file in files if file.key not in order.known]
        found = order.known | {verdict.key: verdict for verdict in made}
        reasons = [note["message"] for verdict in verdicts.refused(files, found) for note in verdict.findings]
        if reasons:
            return Outcome(order.slug, tuple(dict.fromkeys(reasons)), tuple(made))
    write(run.out / order.slug, Parcel(order.slug, run.edition, files))
    return Outcome(order.slug, (), tuple(made))


def write(folder: Path, parcel: Parcel) -> None:
    """Every file, then kit.json. Raises OSError and DoesNotFit."""
    folder.mkdir(parents=True, exist_ok=True)
    clear_away(folder, parcel.names)
    measures: dict[str, Measure] = {}
    for file in parcel.files:
        copy = file.copy()
        measures[file.key] = Written(copy.size, copy.crc, copy.sha256)
        write_whole(folder / file.name, copy.chunks())
    write_whole(folder / "kit.json", [parcel.description(measures)])


def clear_away(folder: Path, names: Sequence[str]) -> None:
    """Remove what an earlier kit.json promises and the new one will not; nothing else in the folder is ours."""
    try:
        earlier = [file["name"] for file in json.loads((folder / "kit.json").read_bytes())["files"]]
    except (OSError, ValueError, LookupError, TypeError):
        return
    for name in earlier:
        if name not in names and Path(name).name == name:
            (folder / name).unlink(missing_ok=True)


@dataclass(frozen=True)
class Written:
    """What is remembered of a file once its bytes are on the disk."""

    size: int
    crc: int
    sha256: str
