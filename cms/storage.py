"""Files that are whole or not there."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """Writes under a temporary name and gives the final one when every byte is on the disk.

    A full disk or a killed process leaves no half a file under a name that somebody may read.
    """

    def _save(self, name: str, content: File[Any]) -> str:
        folder = Path(self.path(name)).parent
        folder.mkdir(parents=True, exist_ok=True)
        written = written_beside(folder, content)
        try:
            if self.file_permissions_mode is not None:
                written.chmod(self.file_permissions_mode)
            while True:
                try:
                    # Unlike a rename, a link never replaces what another process has just put there.
                    os.link(written, self.path(name))
                except FileExistsError:
                    name = self.get_available_name(name)
                else:
                    return str(name).replace("\\", "/")
        finally:
            written.unlink()


def written_beside(folder: Path, content: File[Any]) -> Path:
    """The content in a temporary file of the folder, synchronised; nothing is left when that fails."""
    with NamedTemporaryFile(dir=folder, prefix=".writing-", delete=False) as out:
        try:
            for chunk in content.chunks():
                out.write(chunk.encode() if isinstance(chunk, str) else chunk)
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            Path(out.name).unlink()
            raise
    return Path(out.name)
