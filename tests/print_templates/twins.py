"""Twins of good files, broken by programs that are not ours: pikepdf, Ghostscript, Pillow and zxing-cpp."""

import io
import re
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from print_templates.preflight import CHECKS, QUICK, Expected, Finding, preflight
from tests.print_templates.conftest import PT

Break = Callable[[pikepdf.Pdf], None]
#: A place in mm on the A3 poster's medium where the panel is white and nothing stands.
FREE = (208.0, 50.0)
#: Colours that must overprint.
BLACK = ("0 0 0 1 k", "0 g")


@dataclass(frozen=True)
class Twin:
    """The check that must find a broken file, a piece of its sentence, and the same file mended."""

    check: str
    words: str
    broken: Break
    mended: Break
    severity: str = "error"


def no_change(pdf: pikepdf.Pdf) -> None:
    """A twin that was only opened and saved."""


def edited(pdf: bytes, by: Break) -> bytes:
    """A twin of a PDF, edited with pikepdf."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as twin:
        by(twin)
        twin.save(out)
    return out.getvalue()


def prove(pdf: bytes, twin: Twin, expected: Expected | None = None) -> None:
    """The broken file is found by its check, and the mended one has nothing wrong."""
    # Ghostscript takes most of the time and is asked only where inks are in question.
    made = CHECKS if twin.check == "ink" else QUICK
    found = preflight(edited(pdf, twin.broken), expected=expected, checks=made)
    assert any(
        (finding.check, finding.severity) == (twin.check, twin.severity) and twin.words in finding.message
        for finding in found
    ), found
    assert preflight(edited(pdf, twin.mended), expected=expected, checks=made) == []


def checks(found: Iterable[Finding]) -> set[str]:
    return {finding.check for finding in found}


def together(*edits: Break) -> Break:
    def all_of_them(pdf: pikepdf.Pdf) -> None:
        for edit in edits:
            edit(pdf)

    return all_of_them


def drawn(operators: str) -> Break:
    """Operators added on top of the first page; /Over sets overprint."""

    def add(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        overprint = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
        page.add_resource(overprint, Name.ExtGState, Name.Over)
        page.contents_add(pdf.make_stream(f"q {operators} Q".encode()))

    return add


def form(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    """The first page's form of an imprint: Words or Code."""
    return next(form for name, form in pdf.pages[0].Resources.XObject.items() if kind in name)


def glyph(pdf: pikepdf.Pdf, text: str) -> tuple[pikepdf.Object, str]:
    """An embedded font of the imprint that has a letter, and the letter's code in it."""
    for font in form(pdf, "Words").Resources.Font.as_dict().values():
        mapped = re.search(rb"<([0-9a-fA-F]{4})> ?<%04x>" % ord(text), font.ToUnicode.read_bytes())
        if mapped is not None:
            return font, mapped[1].decode()
    raise AssertionError(f"the imprint has no {text}")


def letter(
    x: float,
    y: float,
    colour: str = "0 0 0 1 k",
    *,
    text: str = "q",
    size: float = 12,
    behind: str = "0 0 0 0 k",
    scale: float = 1.0,
    before: str = "",
) -> Break:
    """A letter on a patch of its own that begins at a place in mm from the page's lower left corner.

    `size` is multiplied by `scale` in the text's matrix; `before` are operators in force for the letter alone.
    """

    def add(pdf: pikepdf.Pdf) -> None:
        font, code = glyph(pdf, text)
        pdf.pages[0].add_resource(font, Name.Font, Name.F1)
        left, foot = x * PT, y * PT
        patch = f"q {behind} {left - 1:.2f} {foot - 4:.2f} {size:.2f} {1.3 * size:.2f} re f Q"
        over = "/Over gs" if colour in BLACK else ""
        shown = f"BT {colour} /F1 {size} Tf {scale} 0 0 {scale} {left:.2f} {foot:.2f} Tm <{code}> Tj ET"
        drawn(f"{patch} {over} {before} {shown}")(pdf)

    return add


def surface(left: float, bottom: float, width: float, height: float, colour: str) -> Break:
    """A rectangle in mm from the page's lower left corner."""
    return drawn(f"{colour} {left * PT:.2f} {bottom * PT:.2f} {width * PT:.2f} {height * PT:.2f} re f")


def picture(space: pikepdf.Object, samples: int, pixels: int = 1, size: float = 9) -> Break:
    """A square picture of `pixels` a side, `size` pt large, with `samples` bytes a pixel."""

    def add(pdf: pikepdf.Pdf) -> None:
        data = b"\0" * samples * pixels**2
        shown = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=pixels, Height=pixels)
        shown.BitsPerComponent, shown.ColorSpace = 8, space
        name = pdf.pages[0].add_resource(shown, Name.XObject)
        x, y = (place * PT for place in FREE)
        drawn(f"{size} 0 0 {size} {x:.2f} {y:.2f} cm {name} Do")(pdf)

    return add


def under(kind: str, operators: str, *, first: bool = False, page: int = 0) -> Break:
    """An imprint's form shown with operators before it: just before, or first of all that leads up to it."""

    def change(pdf: pikepdf.Pdf) -> None:
        shown = list(pikepdf.parse_content_stream(pdf.pages[page]))
        at = next(
            index
            for index, (operands, operator) in enumerate(shown)
            if operator == Operator("Do") and kind in str(operands[0])
        )
        if first:
            at = max(index for index in range(at) if shown[index].operator == Operator("q")) + 1
        added = pikepdf.parse_content_stream(pdf.make_stream(operators.encode()))
        pdf.pages[page].Contents = pdf.make_stream(
            pikepdf.unparse_content_stream([*shown[:at], *added, *shown[at:]])
        )

    return change


def moved(
    kind: str, x: float, y: float, scale: float = 1.0, around: tuple[float, float] = (0.0, 0.0)
) -> Break:
    """An imprint moved by mm and scaled around a place in mm from the page's lower left corner."""
    across, along = around[0] * (1 - scale) + x, around[1] * (1 - scale) + y
    return under(kind, f"{scale} 0 0 {scale} {across * PT:.3f} {along * PT:.3f} cm", first=True)


def boxed(key: Name, box: tuple[float, float, float, float], pages: slice = slice(None)) -> Break:
    """A page box in mm."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in list(pdf.pages)[pages]:
            page[key] = Array([edge * PT for edge in box])

    return change


def ghostscript(source: bytes, folder: Path, *options: str) -> bytes:
    """What Ghostscript makes of a PDF or PostScript file."""
    (folder / "in.pdf").write_bytes(source)
    base = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={folder / 'out.pdf'}"]
    subprocess.run([*base, *options, str(folder / "in.pdf")], check=True, capture_output=True)
    return (folder / "out.pdf").read_bytes()


def for_the_press(pdf: pikepdf.Pdf) -> None:
    """Ghostscript drops the output intent; a converted file that keeps it is what a print shop gets."""
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)])
