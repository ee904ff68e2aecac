"""One PDF of a kit, made when its bytes are asked for."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

from campaigns.kits import copies, examination
from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate
from campaigns.kits.segments import Segment
from print_templates.content import Imprint
from print_templates.imprint import DoesNotFit, printed
from print_templates.plate import Plate as LaidOut
from print_templates.tail import Copy
from print_templates.ticket import TicketDesign, ticket_imprint
from print_templates.variants import STANDARD


class Measure(Protocol):
    """What must be known of a file's bytes before they are sent: a verdict or a copy says it."""

    @property
    def size(self) -> int: ...
    @property
    def crc(self) -> int: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True)
class KitFile:
    """A combination's plate with one organisation's words."""

    combination: Combination
    plate: Plate
    words: Imprint

    @property
    def name(self) -> str:
        return self.combination.filename

    @property
    def stem(self) -> str:
        """Its name without the ending, as it stands in addresses."""
        return self.name.removesuffix(".pdf")

    @property
    def surfaces(self) -> int:
        """How many pages it has."""
        return self.plate.pages

    @cached_property
    def key(self) -> str:
        """Names the very bytes and who judged them: what the plate is, what is imprinted, by which verifier."""
        parts = (self.plate.sha256, copies.state_of(self.words), str(examination.VERIFIER_VERSION))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @property
    def etag(self) -> str:
        return self.key[:32]

    def laid_out(self) -> LaidOut:
        return copies.laid_out(self.plate, self.combination)

    def copy(self) -> Copy:
        """The file. Raises imprint.DoesNotFit."""
        return printed(self.laid_out(), self.words)

    def pdf(self) -> bytes:
        """The file in one piece. Raises imprint.DoesNotFit."""
        return b"".join(self.copy().chunks())

    def segment(self, size: int) -> Segment:
        """The file as a part of `size` bytes, made when it is sent."""

        def chunks() -> Iterable[bytes]:
            return self.copy().chunks()

        return Segment(size, chunks)

    def described(self, measure: Measure) -> dict[str, Any]:
        """The file's entry in kit.json; it names a variant only where it is not the standard one."""
        variant = self.combination.variant
        named = {} if variant == STANDARD else {"variant": variant}
        return {
            "name": self.name,
            "sha256": measure.sha256,
            "trim_mm": [int(side) if side == int(side) else side for side in self.plate.trim_mm],
            "pages": self.plate.pages,
            "finish": self.combination.finish,
            **named,
            "qr_url": self.words.url,
        }


def with_digests(files: Sequence[KitFile]) -> list[KitFile]:
    """The files, a job ticket among them with the digests of those it is about; no ticket without all of them."""
    found = []
    for file in files:
        if file.combination.is_ticket:
            digests = digests_of(file, files)
            if digests is not None:
                found.append(replace(file, words=ticket_imprint(file.words, digests)))
        else:
            found.append(file)
    return found


def digests_of(ticket: KitFile, files: Sequence[KitFile]) -> list[str] | None:
    """The SHA-256 of every file a ticket is about; None when one of them cannot be had."""
    design, by_name = ticket.combination.design, {file.name: file for file in files}
    if not isinstance(design, TicketDesign) or any(row.name not in by_name for row in design.files):
        return None
    try:
        return [by_name[row.name].copy().sha256 for row in design.files]
    except DoesNotFit:
        return None
