"""What a print shop asks for: bleed, marks, printing condition, ink limit and the fan's die. Lengths in mm."""

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from print_templates.sheet import BLEED, Die, Finish, Layout, Sheet, layout

#: Total ink in percent that coated paper takes without smearing (PRINT.md 2); above `REFUSED_INK` no press prints.
INK_LIMIT, REFUSED_INK = 300, 350
#: Standards that a plate can be made in.
Standard = Literal["x4"]


@dataclass(frozen=True)
class Profile:
    """A CMYK output profile (`data` is the ICC file) and what an output intent calls it (ISO 15930-7, 6.2).

    `registry` is the registry in which `identifier` is listed; empty for a condition of the shop's own.
    """

    identifier: str
    condition: str
    registry: str
    data: bytes = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """Names the very profile."""
        return hashlib.sha256(self.data).hexdigest()


FOGRA39 = Profile(
    identifier="FOGRA39",
    condition="Offset, coated paper (ISO 12647-2)",
    registry="http://www.color.org",
    data=(Path(__file__).parent / "color" / "FOGRA39L_coated.icc").read_bytes(),
)


@dataclass(frozen=True)
class PrintShop:
    """A print shop's demands. An empty `key` is the generic one, which most shops take.

    `hole` and `hole_rise` are the diameter of the fan's finger hole and its centre above the lower edge;
    None keeps what the sheet says.
    """

    key: str = ""
    name: str = ""
    bleed: float = BLEED
    marks: bool = True
    standard: Standard = "x4"
    ink_limit: int = INK_LIMIT
    profile: Profile = FOGRA39
    hole: float | None = None
    hole_rise: float | None = None

    @property
    def inks(self) -> str:
        """Names what a picture's inks depend on."""
        return f"{self.profile.digest[:16]}-{self.ink_limit}"

    @cached_property
    def digest(self) -> str:
        """Names everything that changes a plate's bytes, not what the shop is called."""
        parts = (
            self.bleed,
            self.marks,
            self.standard,
            self.ink_limit,
            self.profile.digest,
            self.hole,
            self.hole_rise,
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def layout(self, sheet: Sheet, finish: Finish) -> Layout:
        """Where the trim of a sheet lies on this shop's medium."""
        return layout(sheet, finish, bleed=self.bleed, marks=self.marks)

    def die(self, sheet: Sheet) -> Die | None:
        """How a round sheet is cut at this shop."""
        if sheet.die is None:
            return None
        return replace(
            sheet.die,
            hole=self.hole if self.hole is not None else sheet.die.hole,
            hole_rise=self.hole_rise if self.hole_rise is not None else sheet.die.hole_rise,
        )


GENERIC = PrintShop()
