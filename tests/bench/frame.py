"""The poster without an organisation as plain data: where WeasyPrint has put each word and shape.

So Typst's poster is the same poster, and stays it when the design changes.
"""

from collections.abc import Iterator
from typing import Any

from print_templates import design, plate
from print_templates.fonts import BODY, LETTERING
from print_templates.themes import theme
from tests.bench import poster

#: WeasyPrint measures in CSS pixels.
PX_IN_MM, PX_IN_PT = 25.4 / 96, 0.75
FAMILIES = [LETTERING[900].family, BODY[400].family]

#: What a place where a line may break is in WeasyPrint's text.
BREAK = "\u200b"


def artwork() -> str:
    """The theme's drawing with its bleed as SVG in sRGB."""
    sheet = poster.sheet()
    return theme(poster.THEME).compose("poster", sheet.width, sheet.height, poster.place().bleed, "office")


def frame() -> dict[str, Any]:
    """Medium, bleed, shapes and words: lengths in mm from the medium's top left, sizes in pt."""
    place = poster.place()
    trim, bleed = place.trim, place.bleed
    return {
        "title": poster.content().title,
        "width": place.width,
        "height": place.height,
        "bleed": {
            "x": trim.x - bleed,
            "y": trim.y - bleed,
            "width": trim.width + 2 * bleed,
            "height": trim.height + 2 * bleed,
        },
        "shapes": [shape(box) for box in boxes() if "card" in classes(box)],
        "words": [word(box) for box in boxes() if getattr(box, "text", "").strip()],
    }


def boxes() -> Iterator[Any]:
    """Every box of WeasyPrint's layout of the empty plate."""
    engine = plate.engine()
    source = design.html(poster.design(), poster.content(), poster.sheet(), "office", poster.IN_SRGB)
    document = engine.HTML(string=source).render(font_config=plate.font_configuration())
    return document.pages[0]._page_box.descendants(placeholders=True)


def classes(box: Any) -> set[str]:
    """The classes of the element that a block stands for."""
    if type(box).__name__ != "BlockBox" or box.element is None:
        return set()
    return set(box.element.get("class", "").split())


def shape(box: Any) -> dict[str, Any]:
    """A filled rectangle: the card under the code."""
    return {
        "x": box.border_box_x() * PX_IN_MM,
        "y": box.border_box_y() * PX_IN_MM,
        "width": box.border_width() * PX_IN_MM,
        "height": box.height * PX_IN_MM,
        "radius": box.style["border_top_left_radius"][0].value * PX_IN_MM,
        "colour": colour(box.style["background_color"]),
    }


def word(box: Any) -> dict[str, Any]:
    style = box.style
    return {
        "x": box.position_x * PX_IN_MM,
        "baseline": (box.position_y + box.baseline) * PX_IN_MM,
        "family": next(family for family in style["font_family"] if family in FAMILIES),
        "size": style["font_size"] * PX_IN_PT,
        "weight": style["font_weight"],
        "colour": colour(style["color"]),
        "tracking": (0 if style["letter_spacing"] == "normal" else style["letter_spacing"]) * PX_IN_PT,
        "text": box.text.replace(BREAK, ""),
    }


def colour(value: Any) -> str:
    """A CSS colour in sRGB as #rrggbb."""
    return "#" + "".join(f"{round(255 * share):02x}" for share in value.to("srgb").coordinates)
