"""Ticking on and on: in a process of its own, or in a thread beside the worker."""

import logging
import time
from threading import Event, Thread

from django.db import connections

from campaigns.schedule.chores import tick
from campaigns.whole_addresses import begin_thread

logger = logging.getLogger(__name__)

#: Seconds between two ticks.
EVERY = 60.0


def keep_ticking(every: float, stop: Event) -> None:
    """Do what is due every so many seconds until `stop` is set; whatever happens, the next tick comes."""
    begin_thread()
    while not stop.is_set():
        begun = time.monotonic()
        try:
            tick()
        except Exception:
            # The database may be away; a chore's own failure is kept by `tick`.
            logger.exception("nothing could be done at this tick")
        finally:
            # Between ticks a server may close what it takes for idle.
            connections.close_all()
        stop.wait(max(every - (time.monotonic() - begun), 0.0))


def tick_beside(every: float = EVERY) -> Event:
    """Begin to tick in a thread that ends with its process; set what is returned to end it before."""
    stop = Event()
    Thread(target=keep_ticking, args=(every, stop), name="tick", daemon=True).start()
    return stop
