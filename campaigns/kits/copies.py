"""One file of a kit in two parts: what all copies of a plate share, and what is imprinted."""

import hashlib
import zlib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Protocol

from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate
from print_templates.content import Imprint
from print_templates.imprint import IMPRINT_VERSION, imprint
from print_templates.plate import Plate as LaidOut

#: Plates that a process keeps open; one has about half a megabyte.
OPEN_PLATES = 64


class Copy(Protocol):
    """The bytes of a file, and what a ZIP or an ETag must know of them."""

    @property
    def size(self) -> int: ...
    @property
    def crc(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    def chunks(self) -> tuple[bytes, bytes]: ...


@dataclass(frozen=True)
class WholeCopy:
    """A copy whose bytes were made at once."""

    data: bytes = field(repr=False)

    @property
    def size(self) -> int:
        return len(self.data)

    @cached_property
    def crc(self) -> int:
        return zlib.crc32(self.data)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def chunks(self) -> tuple[bytes, bytes]:
        return self.data, b""


def copy_of(plate: LaidOut, words: Imprint) -> Copy:
    """The plate with an organisation's imprint. Raises imprint.DoesNotFit."""
    return WholeCopy(imprint(plate, words))


def state_of(words: Imprint) -> str:
    """Names everything that is imprinted, and how."""
    logo = hashlib.sha256(words.logo).hexdigest() if words.logo else ""
    parts = (
        words.url, words.address, words.name, words.contact, logo, words.code_alternative, str(IMPRINT_VERSION),
    )  # fmt: skip
    return "\0".join(parts)


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
