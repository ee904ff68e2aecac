"""The one place where the bench meets the imprint engine.

An organisation comes as production keeps it: its code encoded when the link was issued, its logo converted at
upload. Everything else happens while the clock runs.
"""

from pathlib import Path

from campaigns.kits.writing import write_whole
from print_templates.content import Imprint
from print_templates.imprint import printed
from print_templates.plate import Plate
from print_templates.tail import Copy
from tests.bench import poster


def write(plate: Plate, words: Imprint, path: Path) -> Copy:
    """One organisation's PDF as a file, written as `manage.py print_kit --all` writes it: whole or not at all."""
    copy = printed(plate, words)
    write_whole(path, copy.chunks())
    return copy


class Ours:
    """The plate is there; an imprint is written behind it."""

    def __init__(self, words: list[Imprint]) -> None:
        self.plate = poster.plate()

    def ready(self, words: Imprint) -> Imprint:
        return words

    def make(self, words: Imprint) -> Copy:
        return printed(self.plate, words)

    def close(self) -> None:
        """Nothing is left open."""
