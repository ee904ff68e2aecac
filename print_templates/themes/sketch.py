"""Look at a theme while drawing it: `python -m print_templates.themes.sketch coast build/sketch`.

Writes one PNG per surface: without words, with a short and a long phrase and the other words' boxes outlined,
and, where the scene has a window, with a grey stand-in for a photograph.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from print_templates import raster, typeset
from print_templates.plate import engine, font_configuration
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import SURFACES, Box, Placement, Theme
from print_templates.words import spaced

#: Phrases that need little room and much.
PHRASES = {"short": "つながろう かながわ", "long": "あなたの声を 聞かせてください いつでもここで"}
#: Pixels of a sketch's longer side.
PIXELS = 900
#: Screens are drawn at this many millimetres a pixel, so that no page is larger than a poster.
SCREEN = 0.5


@dataclass(frozen=True)
class Look:
    """What a sketch shows beside the drawing."""

    name: str
    phrase: str = ""
    picture: bool = False


LOOKS = (
    Look("bare"),
    *(Look(name, text) for name, text in PHRASES.items()),
    Look("picture", "つながろう", True),
)


def positioned(box: Box, style: str, inside: str = "") -> str:
    return (
        f'<div style="position:absolute;left:{box.x}mm;top:{box.y}mm;width:{box.width}mm;'
        f'height:{box.height}mm;{style}">{inside}</div>'
    )


def outline(theme: Theme, place: Placement | None, width: float, height: float) -> str:
    if place is None:
        return ""
    return positioned(place.box.scaled(width, height), f"border:0.6mm dashed {theme.inks[place.ink].srgb}")


def vertical(surface: str) -> bool:
    return surface.endswith("_vertical")


def lettered(theme: Theme, surface: str, text: str, width: float, height: float) -> tuple[Box | None, str]:
    """The box a phrase fills, and the phrase as HTML; a vertical one only as its box."""
    place = theme.scenes[surface].phrase
    if place is None or not text:
        return None, ""
    box = place.box.scaled(width, height)
    if vertical(surface):
        size = min(box.height / 7, box.width / 3.6)
        taken = Box(box.x + box.width - 3.5 * size, box.y, 3.5 * size, box.height)
        return taken, positioned(taken, f"border:0.6mm solid {theme.inks[place.ink].srgb}")
    setting = typeset.fit(text, box.width, box.height, weight=theme.lettering_weight)
    taken = Box(box.x, box.y, setting.width, setting.height)
    style = (
        f"font:{theme.lettering_weight} {setting.size}mm/{typeset.LEADING} 'Zen Maru Gothic';white-space:nowrap;"
        f"text-align:{place.align};color:{theme.inks[place.ink].srgb}"
    )
    lines = zip(setting.lines, setting.gaps, setting.hang, strict=True)
    return taken, positioned(box, style, "".join(sketched(*line) for line in lines))


def sketched(line: str, gaps: tuple[float, ...], hang: tuple[float, float]) -> str:
    """A line of the phrase as HTML; `gaps` and `hang` in em as `typeset.Setting` has them."""
    return f'<div style="margin:0 -{hang[1]:.3f}em 0 -{hang[0]:.3f}em">{spaced(line, gaps)}</div>'


def sketch(theme: Theme, surface: str, width: float, height: float, look: Look) -> bytes:
    scene = theme.scenes[surface]
    words, phrase = lettered(theme, surface, look.phrase, width, height)
    drawing = theme.compose(surface, width, height, 0, "office", words=words, picture=look.picture)
    layers = [drawing]
    if look.picture and scene.window is not None:
        box = scene.window.box.scaled(width, height)
        radius = scene.window.radius * min(box.width, box.height)
        layers += [positioned(box, f"background:#8a8f94;border-radius:{radius}mm")]
        layers += [theme.before(surface, width, height, 0, "office", words=words)]
    if look.phrase:
        layers += [phrase, outline(theme, scene.sub_copy, width, height)]
        layers += [outline(theme, scene.issuer, width, height)]
    html = (
        f"<style>@page{{size:{width}mm {height}mm;margin:0}} body{{margin:0}}"
        f"svg{{position:absolute;left:0;top:0;width:{width}mm;height:{height}mm}}</style>{''.join(layers)}"
    )
    pdf: bytes = engine().HTML(string=html).write_pdf(font_config=font_configuration())
    return pdf


def main(key: str, out: Path, only: list[str]) -> None:
    theme = find_theme(key)
    out.mkdir(parents=True, exist_ok=True)
    for surface in only or [name for name in SURFACES if name in theme.scenes]:
        width, height = SURFACES[surface]
        scale = SCREEN if surface.startswith(("hero", "banner")) else 1
        for look in LOOKS:
            if look.picture and theme.scenes[surface].window is None:
                continue
            pdf = sketch(theme, surface, width * scale, height * scale, look)
            pixels = round(PIXELS * min(1, width / height))
            raster.picture(pdf, pixels).save(out / f"{key}-{surface}-{look.name}.png")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
