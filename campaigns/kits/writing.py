"""Files on the disk that are whole or not there."""

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write under a temporary name and rename; a full disk leaves what was there before. Raises OSError.

    Nothing is forced to the disk file by file: closing reports what the disk refused, and a kit whose kit.json
    is there was written to its end.
    """
    temporary = path.with_name(f".writing-{os.getpid()}-{path.name}")
    try:
        with temporary.open("wb") as out:
            for chunk in chunks:
                out.write(chunk)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
