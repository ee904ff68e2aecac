"""Stored plates kept open: what all copies of one share is read once per process."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate
from print_templates.content import Imprint
from print_templates.imprint import fingerprint
from print_templates.plate import Plate as LaidOut

#: Bytes of plates that a process keeps open. One has about half a megabyte, with a photograph on A1 twenty times that.
OPEN_BYTES = 96 * 1024 * 1024


class OpenPlates:
    """Plates by what they are kept under; those that were not asked for longest go when there are too many bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0
        self.plates: OrderedDict[Hashable, LaidOut] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Hashable, read: Callable[[], LaidOut]) -> LaidOut:
        """The plate of that key, read now if it is not open; one that is too large alone is not kept."""
        with self.lock:
            if key in self.plates:
                self.plates.move_to_end(key)
                return self.plates[key]
        plate = read()
        with self.lock:
            self.held += weight(plate) - weight(self.plates.pop(key, None))
            self.plates[key] = plate
            while self.held > self.most:
                _key, closed = self.plates.popitem(last=False)
                self.held -= weight(closed)
        return plate

    def clear(self) -> None:
        with self.lock:
            self.plates.clear()
            self.held = 0


def weight(plate: LaidOut | None) -> int:
    """Bytes of a plate and of the prefix that is made of it, which is as long."""
    return 2 * len(plate.pdf) if plate else 0


opened = OpenPlates(OPEN_BYTES)


def state_of(words: Imprint) -> str:
    """Names everything that is imprinted, and how."""
    return f"{fingerprint()} {words.state}"


def laid_out(plate: Plate, combination: Combination) -> LaidOut:
    """The plate as the print shop takes it, kept open for the next copy; its digest is part of what it is kept under."""
    content = plate.edition.content

    def read() -> LaidOut:
        with plate.pdf.storage.open(str(plate.pdf.name), "rb") as file:
            pdf = file.read()
        panels = combination.design.panels_for(combination.sheet, content)
        return LaidOut(pdf, combination.finish, combination.sheet, panels, combination.shop)

    return opened.get((plate.pdf.name, plate.sha256, combination, len(content.places)), read)
