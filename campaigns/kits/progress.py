"""How far a long command is, on a terminal; silent where nobody watches."""

import time
from typing import Protocol

#: Cells of the bar, and seconds between two drawings.
WIDTH, PAUSE = 32, 0.1


class Stream(Protocol):
    def write(self, text: str, /) -> object: ...
    def flush(self) -> object: ...
    def isatty(self) -> bool: ...


class Bar:
    """One line that is drawn over itself: a bar, how many of how many, and the time that is left."""

    def __init__(self, total: int, stream: Stream) -> None:
        self.total, self.stream = total, stream
        self.done, self.started, self.drawn = 0, time.monotonic(), 0.0

    def advance(self, by: int = 1) -> None:
        self.done += by
        now = time.monotonic()
        if self.stream.isatty() and (now - self.drawn >= PAUSE or self.done >= self.total):
            self.drawn = now
            self.stream.write(f"\r{self.line(now)}\x1b[K")
            self.stream.flush()

    def line(self, now: float) -> str:
        full = WIDTH * self.done // max(self.total, 1)
        left = (now - self.started) / max(self.done, 1) * (self.total - self.done)
        return f"[{'█' * full}{'·' * (WIDTH - full)}] {self.done}/{self.total}  {left:.0f} s"

    def clear(self) -> None:
        """Make room for a line of the command's own."""
        if self.stream.isatty():
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def finish(self) -> None:
        """Leave the line as it is and go to the next."""
        if self.stream.isatty() and self.done:
            self.stream.write("\n")
            self.stream.flush()
