"""A theme's drawing alone, without any word, as a picture."""

from PIL import Image

from print_templates import raster
from print_templates.content import Content
from print_templates.page_art import page_art
from print_templates.plate import engine, font_configuration
from print_templates.sheet import Layout
from print_templates.themes.theme import SURFACES, Box, Theme

#: Screens are drawn at this many millimetres a pixel, so that no page is larger than a poster.
SCREEN = 0.5


def on_screen(surface: str) -> bool:
    return surface.startswith(("hero", "banner"))


def size(surface: str) -> tuple[float, float]:
    """A surface's usual width and height in mm. Raises KeyError."""
    width, height = SURFACES[surface]
    scale = SCREEN if on_screen(surface) else 1
    return width * scale, height * scale


def whole(width: float, height: float) -> Layout:
    """A page that is all trim, in mm."""
    return Layout(width, height, Box(0, 0, width, height), 0)


def artwork(theme: Theme, surface: str, content: Content, width: float, height: float) -> str:
    """The drawing as SVG in sRGB, composed around the room that a content's phrase takes."""
    return page_art(theme, surface, content, whole(width, height), "office").artwork


def bare(svg: str, width: float, height: float, pixels: int, behind: str = "#ffffff") -> Image.Image:
    """An SVG of so many mm as a picture `pixels` wide; `behind` shows where it paints nothing."""
    page = (
        f"<style>@page{{size:{width}mm {height}mm;margin:0;background:{behind}}} body{{margin:0}}"
        f"svg{{position:absolute;left:0;top:0;width:{width}mm;height:{height}mm}}</style>{svg}"
    )
    pdf: bytes = engine().HTML(string=page).write_pdf(font_config=font_configuration())
    return raster.picture(pdf, pixels)
