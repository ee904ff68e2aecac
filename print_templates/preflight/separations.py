"""The plates of a press, one grey picture per ink, as Ghostscript separates them: it knows nothing of our code."""

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.sight import resolution

#: Fine enough to find a surface of two millimetres, in dpi.
FINEST = 36.0
#: All pages together are separated no larger than this.
MOST_PIXELS = 4_000_000
#: A file with more pages is no poster, flyer or fan.
MOST_PAGES = 20
#: Seconds after which Ghostscript is stopped; a poster takes a quarter of one.
PATIENCE = 30
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
COMMAND = ("gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=tiffsep")


class NotSeparated(RuntimeError):
    """Ghostscript is not installed, took too long or refused the file."""


@dataclass(frozen=True)
class Separation:
    """One page's inks: pictures of equal size in which 0 is the full ink and 255 none, by the ink's name."""

    page: Rectangle
    plates: dict[str, Image.Image]


def separations(pdf: bytes, pages: list[Rectangle]) -> Iterator[Separation]:
    """The inks of every page whose medium is given. Raises NotSeparated."""
    if len(pages) > MOST_PAGES:
        raise NotSeparated
    with tempfile.TemporaryDirectory(prefix="separations-") as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(pdf)
        separate(folder, resolution(pages, FINEST, MOST_PIXELS))
        for number, page in enumerate(pages, start=1):
            plates = {
                path.stem[path.stem.index("(") + 1 : -1]: loaded(path)
                for path in folder.glob(f"page{number}(*.tif")
            }
            if not set(PROCESS) <= set(plates):
                raise NotSeparated
            yield Separation(page, plates)


def separate(folder: Path, dpi: float) -> None:
    """Write page<number>(<ink>).tif for every page of in.pdf."""
    command = [*COMMAND, f"-r{dpi:.2f}", f"-sOutputFile={folder / 'page%d.tif'}", str(folder / "in.pdf")]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False, cwd=folder)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotSeparated from error
    if done.returncode:
        raise NotSeparated


def loaded(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("L")
