"""Real layouts, preflights and letterings, of which no run makes the same one twice.

A process keeps what it has made. The processes of one run share it in the folder that LAYOUTS names, because SQLite's
tests and PostgreSQL's ask for the same plates; without LAYOUTS, as when somebody runs a few tests, each works alone.
"""

import fcntl
import hashlib
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from campaigns import preview
from campaigns.artwork import lettering
from campaigns.kits import examination, plates, publishing
from campaigns.kits.combinations import Combination
from campaigns.kits.examination import Report, plate_report
from print_templates.content import Content
from print_templates.plate import Assets, Job, Plate, job, make
from print_templates.shop import PrintShop
from print_templates.ticket import TicketDesign, ticket_job

Made = TypeVar("Made")
#: The preflight of a plate by its combination: other words break no other rule.
reports: dict[Combination, Report] = {}


def once_in_a_run(what: str, make_it: Callable[[], Made]) -> Made:
    """What `make_it` makes, or what another process of this run has made; `what` names all that it follows from."""
    if "LAYOUTS" not in os.environ:
        return make_it()
    path = Path(os.environ["LAYOUTS"]) / hashlib.sha256(what.encode()).hexdigest()
    with held(path.with_suffix(".lock")):
        if not path.exists():
            partial = path.with_suffix(".partial")
            partial.write_bytes(pickle.dumps(make_it()))
            partial.rename(path)
        made: Made = pickle.loads(path.read_bytes())
    return made


@contextmanager
def held(lock: Path) -> Iterator[None]:
    """Whoever comes second waits for what the first is making."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def made_once(wanted: Job) -> Plate:
    """The job's plate; a profile's bytes are not in what a job says of itself, but in its shop's digest."""
    return once_in_a_run(f"plate {wanted.shop.digest} {wanted}", lambda: make(wanted))


@cache
def laid_out(*identity: Any, **rest: Any) -> Plate:
    return made_once(job(*identity, **rest))


def lay_out_once(*identity: Any, assets: Assets | None = None, **rest: Any) -> Plate:
    """`plate.lay_out`; one with a photograph is asked for anew each time, since photographs are no keys."""
    if assets:
        return made_once(job(*identity, assets=assets, **rest))
    return laid_out(*identity, **rest)


@cache
def lay_out_ticket_once(content: Content, design: TicketDesign, shop: PrintShop) -> Plate:
    return made_once(ticket_job(content, design.files, shop))


def report_once(combination: Combination, plate: Plate, content: Content) -> Report:
    if combination not in reports:
        digest = hashlib.sha256(plate.pdf).hexdigest()
        what = f"report {combination.key} {combination.filename} {digest} {content}"
        reports[combination] = once_in_a_run(what, lambda: plate_report(combination, plate, content))
    return reports[combination]


@cache
def lettering_once(content: Content) -> bytes:
    what = f"lettering {content.phrase} {content.theme} {content.language}"
    return once_in_a_run(what, lambda: lettering(content))


@pytest.fixture(scope="session", autouse=True)
def equal_words_are_laid_out_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "lettering", lettering_once)
        patch.setattr(plates, "lay_out", lay_out_once)
        patch.setattr(plates, "lay_out_ticket", lay_out_ticket_once)
        patch.setattr(preview, "lay_out", lay_out_once)
        patch.setattr(examination, "plate_report", report_once)
        yield
