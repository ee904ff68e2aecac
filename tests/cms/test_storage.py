"""Private files are whole or not there (BARS 20)."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from cms.storage import WholeFileStorage


class FullDisk(ContentFile[bytes]):
    """Content that the disk takes only the first half of."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def storage(tmp_path: Path) -> WholeFileStorage:
    return WholeFileStorage(location=tmp_path, file_permissions_mode=0o644)


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_it_works(storage: WholeFileStorage, tmp_path: Path) -> None:
    name = storage.save("plates/a.pdf", ContentFile(b"whole"))
    assert name == "plates/a.pdf"
    assert storage.open(name).read() == b"whole"
    assert everything_in(tmp_path) == ["plates/a.pdf"]
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o644


def test_a_full_disk_leaves_nothing(storage: WholeFileStorage, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        storage.save("plates/a.pdf", FullDisk(b""))
    assert everything_in(tmp_path) == []
    assert storage.save("plates/a.pdf", ContentFile(b"later")) == "plates/a.pdf"


def test_a_name_that_is_taken_is_not_replaced(storage: WholeFileStorage) -> None:
    first = storage.save("a.pdf", ContentFile(b"first"))
    second = storage.save("a.pdf", ContentFile(b"second"))
    assert first != second
    assert (storage.open(first).read(), storage.open(second).read()) == (b"first", b"second")


def test_a_name_taken_at_the_last_moment_is_not_replaced(
    storage: WholeFileStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Late(ContentFile[bytes]):
        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
            (tmp_path / "a.pdf").write_bytes(b"somebody else's")
            yield b"mine"

    name = storage.save("a.pdf", Late(b""))
    assert (tmp_path / "a.pdf").read_bytes() == b"somebody else's"
    assert storage.open(name).read() == b"mine"


def test_plates_and_logos_are_kept_in_it(settings: Any) -> None:
    from campaigns.members.models import private_storage

    assert isinstance(private_storage(), WholeFileStorage)
