"""Look at a theme while drawing it: `python -m print_templates.themes.sketch coast build/sketch`.

Writes one PNG per surface and medium, without words, and once more with the phrase's and
sub-copy's boxes outlined, so that the drawing can be judged by itself and with its words' room.
"""

import sys
from pathlib import Path

from print_templates import raster
from print_templates.plate import engine
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import Medium, Theme

#: Trim sizes in mm to sketch each surface at.
SIZES = {
    "poster": [(420, 594), (297, 420)],
    "flyer_back": [(210, 297)],
    "fan_front": [(240, 240)],
    "fan_back": [(240, 240)],
    "hero": [(390, 520), (1280, 560)],
}

#: Medium, and whether the words' boxes are outlined.
LOOKS: tuple[tuple[Medium, bool], ...] = (("office", False), ("office", True), ("press", False))


def outline(theme: Theme, surface: str, width: float, height: float) -> str:
    boxes = []
    for placements in (theme.phrases, theme.sub_copies):
        if surface in placements:
            box = placements[surface].box.scaled(width, height)
            boxes.append(
                f'<div style="position:absolute;left:{box.x}mm;top:{box.y}mm;width:{box.width}mm;'
                f'height:{box.height}mm;border:1mm dashed {theme.inks[placements[surface].ink].srgb}"></div>'
            )
    return "".join(boxes)


def sketch(theme: Theme, surface: str, width: float, height: float, medium: Medium, boxes: bool) -> bytes:
    drawing = theme.compose(surface, width, height, 0, medium)
    html = (
        f"<style>@page{{size:{width}mm {height}mm;margin:0}} body{{margin:0}}"
        f"svg{{position:absolute;left:0;top:0;width:{width}mm;height:{height}mm}}</style>{drawing}"
    )
    if boxes:
        html += outline(theme, surface, width, height)
    pdf: bytes = engine().HTML(string=html).write_pdf()
    return pdf


def main(key: str, out: Path) -> None:
    theme = find_theme(key)
    out.mkdir(parents=True, exist_ok=True)
    for surface, sizes in SIZES.items():
        for width, height in sizes:
            for medium, boxes in LOOKS:
                pdf = sketch(theme, surface, width, height, medium, boxes)
                name = f"{key}-{surface}-{width}x{height}-{medium}{'-boxes' if boxes else ''}.png"
                raster.picture(pdf, round(1000 * width / max(width, height))).save(out / name)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
