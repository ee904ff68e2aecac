"""Vertical text as a PDF knows it (ISO 32000-1, 9.7.4.3): whoever copies or searches it finds its columns.

The layout engine sets every letter of a column by itself. Here those letters get the face's vertical writing mode;
each is drawn where it was, to the pixel.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf

#: Where a letter's vertical origin lies above its horizontal one: the default of a face's DW2, in thousandths of em.
RISE = 880


def write_vertically(pdf: Pdf, page: pikepdf.Page, family: str) -> None:
    """Give the single letters of a page's face the vertical writing mode; `family` is how its name ends or begins."""
    fonts = page.Resources.get(Name.Font, Dictionary())
    faces = {key: font for key, font in fonts.items() if named(font, family)}
    if not faces:
        return
    widths = {key: Widths(font) for key, font in faces.items()}
    pen = Pen(widths)
    steps = [drawn for step in pikepdf.parse_content_stream(page) for drawn in pen.draw(step)]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
    for key, font in faces.items():
        fonts[upright(key)] = pdf.make_indirect(
            Dictionary({**dict(font.items()), "/Encoding": Name("/Identity-V")})
        )


def named(font: pikepdf.Object, family: str) -> bool:
    """Whether a font of the page is a cut of a family."""
    name = str(font.get(Name.BaseFont, "")).partition("+")[2]
    return name.startswith(family.replace(" ", "-")) and font.get(Name.Encoding) == Name("/Identity-H")


def upright(key: str) -> str:
    """The name of a font's vertical twin among a page's resources."""
    return f"{key}V"


class Widths:
    """The widths of a font's glyphs in thousandths of an em."""

    def __init__(self, font: pikepdf.Object) -> None:
        face = font.DescendantFonts[0]
        self.usual = float(face.get(Name.DW, 1000))
        self.own: dict[int, float] = {}
        parts: list[Any] = list(face.get(Name.W, []))
        while parts:
            first, then = int(parts.pop(0)), parts.pop(0)
            if isinstance(then, pikepdf.Array):
                self.own |= {first + index: float(width) for index, width in enumerate(then)}
            else:
                width = float(parts.pop(0))
                self.own |= dict.fromkeys(range(first, int(then) + 1), width)

    def of(self, glyph: bytes) -> float:
        return self.own.get(int.from_bytes(glyph, "big"), self.usual)


class Pen:
    """The text state while a page's drawing is gone through, and what is drawn instead."""

    def __init__(self, widths: dict[str, Widths]) -> None:
        self.widths = widths
        self.key, self.size, self.chosen = "", 0.0, ""
        self.matrix: list[float] | None = None

    def draw(self, step: Any) -> Iterator[Any]:
        """One operator as it is drawn now: places and fonts wait until it is known what is shown with them."""
        operator = str(step.operator)
        if operator == "Tm":
            self.matrix = [float(number) for number in step.operands]
        elif operator == "Tf":
            self.key, self.size = str(step.operands[0]), float(step.operands[1])
        elif operator == "TJ":
            glyph = self.letter(step.operands[0])
            yield from self.choose(self.key if glyph is None else upright(self.key))
            yield from self.place(glyph)
            yield (
                step if glyph is None else pikepdf.ContentStreamInstruction([Array([glyph])], Operator("TJ"))
            )
        else:
            if operator in ("ET", "q", "Q"):
                self.chosen = ""
            yield step

    def letter(self, shown: pikepdf.Object) -> pikepdf.String | None:
        """The glyph of a text in one of the faces when it has but one."""
        letters = [part for part in shown if isinstance(part, pikepdf.String)]
        if self.key in self.widths and len(letters) == 1 and len(bytes(letters[0])) == 2:
            return letters[0]
        return None

    def choose(self, key: str) -> Iterator[Any]:
        wanted = f"{key} {self.size}"
        if self.chosen != wanted:
            self.chosen = wanted
            yield pikepdf.ContentStreamInstruction([Name(key), self.size], Operator("Tf"))

    def place(self, glyph: pikepdf.String | None) -> Iterator[Any]:
        """Where the text stands; a vertical letter is placed by the middle of its head."""
        if self.matrix is None:
            return
        a, b, c, d, e, f = self.matrix
        if glyph is not None:
            x, y = self.widths[self.key].of(bytes(glyph)) / 2000 * self.size, RISE / 1000 * self.size
            e, f = round(a * x + c * y + e, 4), round(b * x + d * y + f, 4)
        self.matrix = None
        yield pikepdf.ContentStreamInstruction([a, b, c, d, e, f], Operator("Tm"))
