"""A database that does not answer is asked again only now and then, so that nobody waits for it."""

import time

from django.db import Error, InterfaceError, OperationalError

#: Seconds until it is asked again.
PAUSE = 5.0


class Outage:
    """Whether the database has just failed to answer this process."""

    def __init__(self) -> None:
        self.until = 0.0

    def noticed(self, error: Error) -> None:
        """Remember it; a statement that failed for its own sake is no outage."""
        if isinstance(error, OperationalError | InterfaceError):
            self.until = time.monotonic() + PAUSE

    def lasts(self) -> bool:
        return time.monotonic() < self.until

    def over(self) -> None:
        self.until = 0.0


outage = Outage()
