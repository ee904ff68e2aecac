"""ZIPs as segments: read by Python's zipfile and Info-ZIP, which are not ours."""

import io
import subprocess
import zlib
from pathlib import Path
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import pytest

from campaigns.kits.segments import Segment, WrongLength, constant, length, stretch
from campaigns.kits.zipping import Entry, zipped

FILES = {"見本の会/ポスター.pdf": b"%PDF" * 1000, "見本の会/empty": b"", "見本の会/kit.json": b"{}\n"}


def entry(name: str, data: bytes) -> Entry:
    return Entry(name, zlib.crc32(data), constant(data))


def whole(segments: list[Segment]) -> bytes:
    return b"".join(stretch(segments, 0, length(segments)))


class Virtual(io.RawIOBase):
    """Segments as a file that can be read anywhere, so that gigabytes need not exist."""

    def __init__(self, segments: list[Segment]) -> None:
        self.segments, self.size, self.at = segments, length(segments), 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset + {0: 0, 1: self.at, 2: self.size}[whence]
        return self.at

    def tell(self) -> int:
        return self.at

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = b"".join(stretch(self.segments, self.at, min(self.at + len(buffer), self.size)))
        buffer[: len(data)] = data
        self.at += len(data)
        return len(data)


def test_it_works(tmp_path: Path) -> None:
    path = tmp_path / "kit.zip"
    path.write_bytes(whole(zipped([entry(*file) for file in FILES.items()])))
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert {info.compress_type for info in archive.infolist()} == {ZIP_STORED}
    subprocess.run(["unzip", "-tq", str(path)], check=True)


def test_its_length_is_known_before_it_is_made() -> None:
    def unmade() -> tuple[bytes, ...]:
        raise AssertionError("made before it was sent")

    data = b"x" * 1000
    segments = zipped([Entry("a", zlib.crc32(data), Segment(1000, unmade))])
    made = zipped([entry("a", data)])
    assert length(segments) == len(whole(made))


def test_equal_entries_are_equal_bytes() -> None:
    first, second = (whole(zipped([entry(*file) for file in FILES.items()])) for _ in range(2))
    assert first == second


def test_files_on_unix_may_be_read_by_everybody() -> None:
    with ZipFile(io.BytesIO(whole(zipped([entry("a", b"a")])))) as archive:
        assert archive.getinfo("a").external_attr >> 16 == 0o100644


def test_a_wrong_checksum_is_noticed() -> None:
    archive = ZipFile(io.BytesIO(whole(zipped([Entry("a", 0, constant(b"abc"))]))))
    with pytest.raises(BadZipFile):
        archive.read("a")


@pytest.mark.parametrize("size", [0xFFFFFFFE, 0xFFFFFFFF, 0x1_2345_6789])
def test_beyond_four_gigabytes_it_can_still_be_read(size: int) -> None:
    """The large entry's bytes are never made; what stands behind it is found and read."""

    def unmade() -> tuple[bytes, ...]:
        raise AssertionError("read although nobody asked for it")

    segments = zipped([Entry("large", 1, Segment(size, unmade)), entry("small", b"found")])
    with ZipFile(io.BufferedReader(Virtual(segments))) as archive:
        assert [info.file_size for info in archive.infolist()] == [size, 5]
        assert archive.read("small") == b"found"


def test_more_files_than_the_old_format_counts() -> None:
    segments = zipped([entry(f"{number}", b"") for number in range(0x10001)])
    with ZipFile(io.BytesIO(whole(segments))) as archive:
        assert len(archive.namelist()) == 0x10001


@pytest.mark.parametrize(("start", "stop"), [(0, 0), (0, 1), (3, 7), (4, 4), (2, 12), (11, 12), (0, 12)])
def test_a_stretch_is_what_a_slice_is(start: int, stop: int) -> None:
    parts = (b"abcd", b"", b"efg", b"hijkl")
    segments = [Segment(len(part), lambda part=part: (part[:2], part[2:])) for part in parts]  # type: ignore[misc]
    assert b"".join(stretch(segments, start, stop)) == b"".join(parts)[start:stop]


@pytest.mark.parametrize("came", [b"abc", b"abcde"])
def test_a_part_of_another_length_than_announced_breaks_off(came: bytes) -> None:
    with pytest.raises(WrongLength):
        b"".join(stretch([Segment(4, lambda: (came,))], 0, 4))
