"""A plate made in a child process with limits: a hostile page ends its own job, never the worker (BARS 5).

Children are forked from a small server that has WeasyPrint loaded and nothing of the site: no database, no
settings, no users. They reach no file and no network either, since the layout's only fetcher refuses both.
"""

import logging
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from print_templates.plate import Job, Plate, make

Result = TypeVar("Result")

logger = logging.getLogger(__name__)

#: BARS 5: address space in bytes, processor time and time by the clock in seconds.
MOST_MEMORY, MOST_CPU, MOST_TIME = 1024**3, 20, 60


class NotMade(RuntimeError):
    """A plate could not be made; the message is a sentence for staff."""


@dataclass(frozen=True)
class Limits:
    memory: int = MOST_MEMORY
    cpu: int = MOST_CPU
    time: int = MOST_TIME


LIMITS = Limits()


@cache
def context() -> ForkServerContext:
    """The server that children are forked from."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["print_templates.warm"])
    return found


def make_bounded(job: Job, limits: Limits = LIMITS) -> Plate:
    """`plate.make` in a child. Raises NotMade with what happened to it."""
    return bounded(make, job, limits=limits)


def bounded(do: Callable[..., Result], *given: object, limits: Limits = LIMITS) -> Result:
    """What a function of some module makes of plain data, in a child. Raises NotMade with what happened to it."""
    ours, theirs = context().Pipe(duplex=False)
    child = context().Process(target=work, args=(do, given, limits, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        # Longer than the child's own alarm: this is for a child that cannot even be told to end.
        answer = ours.recv() if ours.poll(limits.time + 5) else None
    except EOFError:
        answer = None
    child.join(1)
    child.kill()
    child.join()
    ours.close()
    if isinstance(answer, Made):
        found: Result = answer.value
        return found
    if answer is not None:
        logger.error("nothing was made: %s", answer.detail)
    raise NotMade(sentence(answer.kind) if answer else end_of(child.exitcode))


def end_of(exitcode: int | None) -> str:
    """One sentence on how a child ended that gave no answer."""
    if exitcode == -signal.SIGXCPU:
        return _("The layout took too much computing time. Please shorten or simplify the words.")
    if exitcode == -signal.SIGALRM:
        return _("The layout took longer than a minute. Please shorten or simplify the words.")
    if exitcode == 0:
        return _("The layout needs too much memory. Please shorten or simplify the words.")
    return sentence("other")


def sentence(kind: str) -> str:
    """One sentence on what the layout itself stumbled over."""
    if kind == "RefusedFetch":
        return _(
            "The layout asks for a picture or file that does not belong to the campaign. Please remove it."
        )
    if kind == "RecursionError":
        return _("The words are nested too deeply to be laid out. Please simplify them.")
    return _("The layout failed. Please change the words, or tell whoever runs this site: the log says why.")


@dataclass(frozen=True)
class Made:
    """What a child has made."""

    value: Any


@dataclass(frozen=True)
class Trouble:
    """What went wrong in a child: the error's name, and its text for the log."""

    kind: str
    detail: str


def work(do: Callable[..., Any], given: tuple[Any, ...], limits: Limits, answer: Connection) -> None:
    """In the child: take the limits, make what is wanted, send it or what went wrong."""
    restrict(limits)
    try:
        answer.send(Made(do(*given)))
    except (MemoryError, SystemError):
        # Native code that gets no memory raises a SystemError; the parent finds the words.
        answer.close()
    except BaseException as error:
        kind = type(error).__name__
        answer.send(Trouble(kind, f"{kind}: {error}"[:500]))


def restrict(limits: Limits) -> None:
    """A second of processor time above the limit is for hearing the signal."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(limits.time)
    os.nice(5)
