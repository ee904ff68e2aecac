"""Typst, warm: one compiler kept, the poster as a function, another organisation handed to it each time."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import typst

from print_templates import fonts, imprint, qr, shaping
from print_templates.content import Imprint
from print_templates.design import TextSlot
from print_templates.shaping import ASCENT, LEADING
from print_templates.sheet import millimetres
from print_templates.themes.theme import BLACK
from tests.bench import frame, poster, srgb

MAIN = Path(__file__).with_name("poster.typ")


class Typst:
    """A compiler over a folder that holds the frame's data, the artwork and the logos."""

    def __init__(self, words: list[Imprint]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bench-typst-"))
        shutil.copy(MAIN, self.folder)
        (self.folder / "artwork.svg").write_text(frame.artwork(), encoding="utf-8")
        (self.folder / "plate.json").write_text(json.dumps(frame.frame()), encoding="utf-8")
        (self.folder / "logos").mkdir()
        self.compiler = typst.Compiler(
            root=self.folder,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.FONT_DIR)]
            ),
        )
        (self.folder / "main.typ").write_text(ENTRY, encoding="utf-8")
        self.make(self.ready(words[0]))

    def ready(self, words: Imprint) -> dict[str, str]:
        """The organisation as the document's inputs, in lines and sizes that fit (Typst is spared fitting)."""
        panel = poster.design().panels(poster.sheet())[0]
        assert words.logo is not None
        box = imprint.logo_box(panel, words.logo.office, words)
        shift = imprint.name_shift(panel, box)
        lines = [
            *set_lines(panel.name, words.name, shift),
            *set_lines(panel.contact, words.contact, shift),
            *set_lines(panel.address, words.address, 0.0),
        ]
        path = f"logos/{words.logo.digest[:16]}.jpg"
        (self.folder / path).write_bytes(srgb.jpeg(words.logo))
        trim = poster.place().trim
        at = {"x": trim.x + box.x, "y": trim.y + box.y, "width": box.width, "height": box.height}
        code = {"x": trim.x + panel.code.x, "y": trim.y + panel.code.y, "width": panel.code.width}
        return {
            "words": json.dumps(lines),
            "logo": json.dumps({**at, "path": path}),
            "code": json.dumps({**code, "svg": code_svg(words.url)}),
        }

    def make(self, inputs: dict[str, str]) -> bytes:
        pdf = self.compiler.compile(
            input=str(self.folder / "main.typ"), format="pdf", sys_inputs=inputs, pdf_tags=False
        )
        assert isinstance(pdf, bytes)
        return pdf

    def close(self) -> None:
        shutil.rmtree(self.folder)


ENTRY = """#import "poster.typ": poster
#poster(json(bytes(sys.inputs.words)), json(bytes(sys.inputs.logo)), json(bytes(sys.inputs.code)))
"""


def set_lines(slot: TextSlot, text: str, shift: float) -> list[dict[str, Any]]:
    """A slot's fitted lines, each with its baseline; runs of another face are runs of their own."""
    fitted = shaping.fit(text, slot, slot.box.width - shift)
    trim = poster.place().trim
    top = trim.y + slot.box.y + (slot.box.height - millimetres(fitted.height)) / 2
    found = []
    for number, line in enumerate(fitted.lines):
        x = trim.x + slot.box.x + shift
        for run in line.runs:
            found.append(
                {
                    "x": x,
                    "baseline": top + millimetres((ASCENT + number * LEADING) * fitted.size),
                    "family": run.face.family,
                    "size": fitted.size,
                    "weight": slot.weight,
                    "colour": BLACK.srgb,
                    "tracking": 0,
                    "text": "".join(run.texts),
                }
            )
            x += millimetres(sum(run.advances) * fitted.size)
    return found


def code_svg(url: str) -> str:
    matrix = qr.modules(url)
    path = "".join(f"M{column} {row}h{length}v1h-{length}z" for row, column, length in qr.runs(matrix))
    side = len(matrix)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="{BLACK.srgb}" d="{path}"/></svg>'
    )
