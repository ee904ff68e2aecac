"""Roll-ups killed at every line they run, one after the other; writes how many died, and what was read and counted."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import django


def came_to_its_end(run: Callable[[], object]) -> bool:
    """Run in a process of its own, which has no connection of ours."""
    from django.db import connection

    connection.close()
    child = os.fork()
    if child == 0:
        run()
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def dying_at(line: int) -> None:
    """A roll-up that is killed before it runs its so many-th line; one with fewer lines lives."""
    from campaigns.links import locks, rollup, scans

    places = {module.__file__ for module in (rollup, scans, locks)}
    left = line

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal left
        if frame.f_code.co_filename not in places:
            return None
        left -= event == "line"
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    rollup.roll_up()


def main() -> None:
    from campaigns.links.models import ScanCount, ShortLink
    from campaigns.links.rollup import roll_up
    from campaigns.links.spool import spool

    codes = list(ShortLink.objects.values_list("code", flat=True)[:2])
    died = 0
    while True:
        # One file whose writer has ended, and one that this process holds for the whole time.
        came_to_its_end(lambda: spool.write(codes[0]))
        spool.write(codes[1])
        if came_to_its_end(lambda line=died + 1: dying_at(line)):  # type: ignore[misc]
            break
        died += 1
        # Now and then several die in a row.
        if died % 3:
            assert came_to_its_end(roll_up)
    assert came_to_its_end(roll_up)
    sys.stdout.write(f"{died} {2 * (died + 1)} {sum(ScanCount.objects.values_list('count', flat=True))}")


if __name__ == "__main__":
    django.setup()
    main()
