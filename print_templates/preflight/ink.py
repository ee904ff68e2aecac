"""Colours as a PDF states them, reduced to what a press must know."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pikepdf import Array, Name, Object

Family = Literal["gray", "rgb", "cmyk", "spot", "pattern", "other"]

#: Families of the spaces that are named without parameters, and of those that come with them.
DEVICE: dict[str, Family] = {
    "/DeviceGray": "gray", "/G": "gray", "/CalGray": "gray",
    "/DeviceRGB": "rgb", "/RGB": "rgb", "/CalRGB": "rgb",
    "/DeviceCMYK": "cmyk", "/CMYK": "cmyk",
    "/Pattern": "pattern", "/Lab": "other",
}  # fmt: skip
ICC: dict[int, Family] = {1: "gray", 3: "rgb", 4: "cmyk"}
#: Initial values of the families (ISO 32000-1, table 74): black, or a spot's full tint.
INITIAL: dict[Family, tuple[float, ...]] = {
    "gray": (0,),
    "rgb": (0, 0, 0),
    "cmyk": (0, 0, 0, 1),
    "spot": (1,),
}
#: Below this share of light in every channel a colour reads as black.
DARK = 0.12


@dataclass(frozen=True)
class Ink:
    """A colour: its family, its values from 0 to 1 and, for a spot colour, the plate's name."""

    family: Family
    values: tuple[float, ...] = ()
    name: str = ""

    def with_values(self, values: Sequence[float]) -> "Ink":
        return Ink(self.family, tuple(values), self.name)

    @property
    def is_only_black(self) -> bool:
        """Whether it prints on the black plate and no other, or nowhere."""
        if self.family == "cmyk":
            return not any(self.values[:3])
        return self.family == "gray"

    @property
    def is_full_black(self) -> bool:
        """Whether it is all of the black ink and nothing else."""
        return (self.family == "cmyk" and self.values == (0, 0, 0, 1)) or (
            self.family == "gray" and self.values == (0,)
        )

    @property
    def is_white(self) -> bool:
        return self.family == "cmyk" and self.values == (0, 0, 0, 0)

    @property
    def is_rich_black(self) -> bool:
        """Whether it looks black but takes more than one plate to print."""
        if self.family == "spot":
            return self.name == "All"
        if self.family != "cmyk" or len(self.values) != 4 or self.is_only_black:
            return False
        *coloured, black = self.values
        return all((1 - ink) * (1 - black) < DARK for ink in coloured)


def space(named: Object, spaces: Object | None = None) -> Ink:
    """The colour space as an ink with its initial values; `spaces` are the resources a name may refer to."""
    if isinstance(named, Name):
        key = str(named)
        if key in DEVICE:
            return Ink(DEVICE[key], INITIAL.get(DEVICE[key], ()))
        if spaces is not None and key in spaces:
            return space(spaces[key])
        return Ink("other")
    return parametrised(named) if isinstance(named, Array) and len(named) else Ink("other")


def parametrised(named: Array) -> Ink:
    """A colour space that is written as an array."""
    kind = str(named[0])
    if kind == "/ICCBased":
        family = ICC.get(int(named[1].get(Name.N, 0)), "other")
        return Ink(family, INITIAL.get(family, ()))
    if kind in {"/Indexed", "/I"}:
        return Ink(space(named[1]).family)
    if kind == "/Separation":
        return Ink("spot", (1,), str(named[1]).removeprefix("/"))
    family = DEVICE.get(kind, "other")
    return Ink(family, INITIAL.get(family, ()))
