"""How alike two drawings look from afar: their colours, and where their edges lie whatever the colours are."""

from dataclasses import dataclass
from math import dist

from PIL import Image, ImageChops

from print_templates.gallery.vision import Lab, lab

#: A drawing is looked at in so many fields each way.
FIELDS = 16
#: Pixels of a field's side when edges are looked for, and how far apart two pixels are that make one.
DETAIL, STEP = 12, 2
#: A channel that changes less, from 0 to 255, is no edge; edges are counted, not weighed, so that strong colours
#: make no more of them than weak ones.
CHANGE = 12


@dataclass(frozen=True)
class Likeness:
    """A drawing's colour in every field (CIELAB), and the share of each field that edges take."""

    colours: tuple[Lab, ...]
    edges: tuple[float, ...]

    def colour_distance(self, other: "Likeness") -> float:
        """How far the fields' colours are apart on average (ΔE*ab)."""
        return mean([dist(one, two) for one, two in zip(self.colours, other.colours, strict=True)])

    def grey_distance(self, other: "Likeness") -> float:
        """The same in a black-and-white copy (ΔL*)."""
        return mean([abs(one[0] - two[0]) for one, two in zip(self.colours, other.colours, strict=True)])

    def shape_distance(self, other: "Likeness") -> float:
        """How little edges coincide, from 0 (the same composition) to 1 (nothing in common)."""
        common = sum(min(one, two) for one, two in zip(self.edges, other.edges, strict=True))
        most = sum(max(one, two) for one, two in zip(self.edges, other.edges, strict=True))
        return 1 - common / most if most else 0.0


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def likeness(picture: Image.Image) -> Likeness:
    small = picture.convert("RGB").resize((FIELDS, FIELDS), Image.Resampling.BOX)
    fields = [small.getpixel((x, y)) for y in range(FIELDS) for x in range(FIELDS)]
    return Likeness(tuple(lab(field) for field in fields), edges(picture))  # type: ignore[arg-type]


def edges(picture: Image.Image) -> tuple[float, ...]:
    """The share of each field where a pixel differs from the one beside or below it."""
    side = FIELDS * DETAIL
    fine = picture.convert("RGB").resize((side, side), Image.Resampling.BOX)
    changes = Image.new("L", fine.size)
    for step in ((STEP, 0), (0, STEP)):
        moved = ImageChops.difference(fine, ImageChops.offset(fine, *step))
        for channel in moved.split():
            changes = ImageChops.lighter(changes, channel)
    # What is offset over the border comes in at the other side.
    changes.paste(0, (0, 0, side, STEP))
    changes.paste(0, (0, 0, STEP, side))
    counted = changes.point(lambda change: 255 if change > CHANGE else 0)
    shares = counted.resize((FIELDS, FIELDS), Image.Resampling.BOX)
    return tuple(shares.getpixel((x, y)) / 255 for y in range(FIELDS) for x in range(FIELDS))  # type: ignore[operator]
