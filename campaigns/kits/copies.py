"""Stored plates kept open: what all copies of one share is read once per process."""

from functools import lru_cache

from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate
from print_templates.content import Imprint
from print_templates.imprint import fingerprint
from print_templates.plate import Plate as LaidOut

#: Plates that a process keeps open; one has about half a megabyte.
OPEN_PLATES = 64


def state_of(words: Imprint) -> str:
    """Names everything that is imprinted, and how."""
    return f"{fingerprint()} {words.state}"


def laid_out(plate: Plate, combination: Combination) -> LaidOut:
    """The plate as the print shop takes it, kept open for the next copy."""
    return opened(plate.pdf.name, plate.sha256, combination)


@lru_cache(maxsize=OPEN_PLATES)
def opened(name: str, sha256: str, combination: Combination) -> LaidOut:
    """A stored plate, read once per process; its digest is part of what it is kept under."""
    with Plate._meta.get_field("pdf").storage.open(name, "rb") as file:
        pdf = file.read()
    design, sheet = combination.design, combination.sheet
    return LaidOut(pdf, combination.finish, sheet, design.panels(sheet), combination.shop)
