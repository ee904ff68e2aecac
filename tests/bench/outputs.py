"""Whether a PDF really is the poster: poppler finds the name, zxing decodes the code from poppler's picture."""

import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import zxingcpp
from PIL import Image

from print_templates.content import Imprint
from print_templates.themes.theme import Box
from tests.bench import poster

#: A module of the A2 poster's code is 3.4 mm wide; at 50 dpi that is seven pixels.
DPI = 50
#: Phones want four free modules around a code; this many mm around it are looked at.
AROUND = 14


def wrong(pdf: Path, words: Imprint) -> list[str]:
    """What is not as it must be, in words; nothing when all is right."""
    text = without_spaces(said("pdftotext", "-raw", str(pdf), "-").decode())
    found = [
        f"{pdf}: {what!r} cannot be read"
        for what in (words.name, words.contact, words.address)
        if without_spaces(what) not in text
    ]
    codes = zxingcpp.read_barcodes(code(pdf), formats=zxingcpp.BarcodeFormat.QRCode)
    if [each.text for each in codes] != [words.url]:
        found.append(f"{pdf}: the code of {words.url} does not decode")
    return found


def all_wrong(folder: Path, members: list[Imprint]) -> list[str]:
    """What is wrong with a folder of one PDF per organisation; two are looked at at a time."""
    files = [folder / f"{number:04}.pdf" for number in range(len(members))]
    with ThreadPoolExecutor(2) as two:
        return [each for found in two.map(wrong, files, members) for each in found]


def code(pdf: Path) -> Image.Image:
    """The code's surroundings on the first page, in grey."""
    box = poster.design().panels(poster.sheet())[0].code
    trim = poster.place().trim
    window = scaled(Box(trim.x + box.x - AROUND, trim.y + box.y - AROUND, box.width, box.height))
    side = window[2] + round(2 * AROUND * DPI / 25.4)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "code"
        said(
            "pdftoppm", "-gray", "-singlefile", "-r", str(DPI), "-x", str(window[0]), "-y", str(window[1]),
            "-W", str(side), "-H", str(side), str(pdf), str(target),
        )  # fmt: skip
        return Image.open(target.with_suffix(".pgm")).copy()


def scaled(box: Box) -> tuple[int, int, int, int]:
    pixels = [round(length * DPI / 25.4) for length in (box.x, box.y, box.width, box.height)]
    return pixels[0], pixels[1], pixels[2], pixels[3]


def said(*command: str) -> bytes:
    """What a program prints. Raises CalledProcessError when it fails, as it does on a broken PDF."""
    return subprocess.run(command, capture_output=True, check=True).stdout


def without_spaces(text: str) -> str:
    return "".join(text.split())
