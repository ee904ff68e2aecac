"""The one place where the bench meets the imprint engine."""

import hashlib
from pathlib import Path

from print_templates import logo, qr
from print_templates.content import Imprint
from print_templates.imprint import imprint
from print_templates.plate import Plate
from tests.bench import poster


def prepare(words: Imprint) -> None:
    """What production does long before a download: the code when its link is made, the logo at upload."""
    qr.modules(words.url)
    logo.pixels(words.logo, press=True)
    logo.pixels(words.logo, press=False)


def printed(plate: Plate, words: Imprint) -> bytes:
    """One organisation's PDF."""
    return imprint(plate, words)


def write(plate: Plate, words: Imprint, path: Path) -> tuple[int, str]:
    """One organisation's PDF as a file; returns its bytes and SHA-256, which kit.json states."""
    pdf = printed(plate, words)
    with path.open("wb", buffering=0) as file:
        file.write(pdf)
    return len(pdf), hashlib.sha256(pdf).hexdigest()


class Ours:
    """The plate is there; an imprint is written into it."""

    def __init__(self, words: list[Imprint]) -> None:
        self.plate = poster.plate()
        for each in words:
            prepare(each)

    def ready(self, words: Imprint) -> Imprint:
        return words

    def make(self, words: Imprint) -> bytes:
        return printed(self.plate, words)

    def close(self) -> None:
        """Nothing is left open."""
