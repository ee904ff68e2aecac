"""A file that is made while it is sent: its parts, each of known length, and any stretch of the whole."""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass

#: Most bytes handed on at once, so that a slow reader keeps little of a file waiting.
MOST_AT_ONCE = 256 * 1024


@dataclass(frozen=True)
class Segment:
    """A part of `size` bytes; `chunks` makes them, and is called only when some of them are wanted."""

    size: int
    chunks: Callable[[], Iterable[bytes]]


class WrongLength(RuntimeError):
    """A part came out longer or shorter than it was announced; the reader must not take the file for whole."""


def constant(data: bytes) -> Segment:
    """A part whose bytes are at hand."""
    return Segment(len(data), lambda: (data,))


def length(segments: Iterable[Segment]) -> int:
    return sum(segment.size for segment in segments)


def stretch(segments: Sequence[Segment], start: int, stop: int) -> Generator[bytes, None, None]:
    """Bytes `start` to `stop` (exclusive) of the whole; parts outside are not made. Raises WrongLength."""
    at = 0
    for segment in segments:
        first, last = max(start - at, 0), min(stop - at, segment.size)
        if first < last:
            yield from within(segment, first, last)
        at += segment.size
        if at >= stop:
            return


def within(segment: Segment, first: int, last: int) -> Generator[bytes, None, None]:
    """Bytes `first` to `last` of one part, in pieces."""
    at = 0
    for chunk in segment.chunks():
        begin, end = max(first - at, 0), min(last - at, len(chunk))
        view = memoryview(chunk)
        for piece in range(begin, end, MOST_AT_ONCE):
            yield bytes(view[piece : min(piece + MOST_AT_ONCE, end)])
        at += len(chunk)
    if at != segment.size:
        raise WrongLength(f"{at} bytes came instead of {segment.size}")
