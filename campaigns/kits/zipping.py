"""A ZIP of stored entries as segments: equal entries give equal bytes, and its length is known beforehand.

Records and numbers are those of PKWARE's APPNOTE.TXT 6.3.10, whose sections are named.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from campaigns.kits.segments import Segment, constant

#: 4.4.6: 2000-01-01 00:00 (years count from 1980); the clock must not show.
TIME, DATE = 0, (2000 - 1980) << 9 | 1 << 5 | 1
#: 4.4.4: bit 11, names are UTF-8. 4.4.5: stored.
UTF8, STORED = 1 << 11, 0
#: 4.4.3.2: 2.0 for folders, 4.5 for ZIP64; 4.4.2.2: made on Unix, so that the mode below counts.
PLAIN, ZIP64, UNIX = 20, 45, 3 << 8
MODE = 0o100644 << 16
#: 4.4.1.4: a field that says “see ZIP64”.
FULL16, FULL32 = 0xFFFF, 0xFFFFFFFF


@dataclass(frozen=True)
class Entry:
    """One file: its name with folder, its CRC-32, and its bytes."""

    name: str
    crc: int
    data: Segment


def zipped(entries: Sequence[Entry]) -> list[Segment]:
    """The ZIP of these entries in their order."""
    segments: list[Segment] = []
    directory: list[bytes] = []
    at = 0
    for entry in entries:
        header = local_header(entry)
        directory.append(central_header(entry, at))
        segments += [constant(header), entry.data]
        at += len(header) + entry.data.size
    return [*segments, constant(ending(directory, at))]


def wide(values: Iterable[int]) -> bytes:
    """4.5.3: the extra field with 64-bit values; nothing when there are none."""
    packed = b"".join(struct.pack("<Q", value) for value in values)
    return struct.pack("<HH", 1, len(packed)) + packed if packed else b""


def local_header(entry: Entry) -> bytes:
    """4.3.7, before the entry's bytes."""
    name, size = entry.name.encode(), entry.data.size
    # Here both sizes are told in 64 bits or none.
    extra = wide([size, size] if size >= FULL32 else [])
    shown = min(size, FULL32)
    version = ZIP64 if extra else PLAIN
    return (
        struct.pack(
            "<IHHHHHIIIHH", 0x04034B50, version, UTF8, STORED, TIME, DATE, entry.crc, shown, shown, len(name),
            len(extra),
        )
        + name
        + extra
    )  # fmt: skip


def central_header(entry: Entry, at: int) -> bytes:
    """4.3.12, in the directory; `at` is where the local header begins."""
    name, size = entry.name.encode(), entry.data.size
    extra = wide([size, size] * (size >= FULL32) + [at] * (at >= FULL32))
    shown, version = min(size, FULL32), ZIP64 if extra else PLAIN
    return (
        struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, UNIX | version, version, UTF8, STORED, TIME, DATE, entry.crc, shown,
            shown, len(name), len(extra), 0, 0, 0, MODE, min(at, FULL32),
        )
        + name
        + extra
    )  # fmt: skip


def ending(directory: list[bytes], at: int) -> bytes:
    """The directory, which begins at `at`, and the records that find it (4.3.14 to 4.3.16)."""
    listed, count = b"".join(directory), len(directory)
    size = len(listed)
    large = b""
    if count >= FULL16 or at >= FULL32 or size >= FULL32:
        large = struct.pack(
            "<IQHHIIQQQQ", 0x06064B50, 44, UNIX | ZIP64, ZIP64, 0, 0, count, count, size, at
        ) + struct.pack("<IIQI", 0x07064B50, 0, at + size, 1)
    shown = min(count, FULL16)
    end = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, shown, shown, min(size, FULL32), min(at, FULL32), 0
    )  # fmt: skip
    return listed + large + end
