"""How a logo comes out on a poster: in colour, in one ink, how large, and how sharp."""

import zlib
from dataclasses import dataclass

from PIL import Image

from print_templates.content import Imprint
from print_templates.design import Panel, all_designs
from print_templates.imprint import logo_box
from print_templates.logo import Logo, Pixels
from print_templates.photograph.original import converted
from print_templates.raster import png
from print_templates.sheet import Sheet, paper_name
from print_templates.shop import GENERIC, PrintShop

#: The lightest grey (of 255) that is still seen on white paper: a tint of 14 %, 1.4 to 1 in contrast.
PALEST = 220
#: CSS pixels in an inch (CSS Values and Units 4, 6.2): what a browser shows as an inch.
CSS_PIXELS = 96


def in_colour(logo: Logo, shop: PrintShop = GENERIC) -> bytes:
    """A PNG of the logo in a print shop's inks, as they look on its paper."""
    press = logo.press
    inked = Image.frombytes("CMYK", (press.width, press.height), zlib.decompress(press.data))
    return png(converted(inked, shop.profile.data))


def in_black(logo: Logo) -> bytes:
    """A PNG of the logo in black alone: every colour becomes a tint as dark as it is."""
    return png(grey(logo))


def is_pale(logo: Logo) -> bool:
    """Whether nothing of the logo stands out from white paper."""
    return grey(logo).point(lambda level: 255 if level <= PALEST else 0).getbbox() is None


def grey(logo: Logo) -> Image.Image:
    office = logo.office
    size = office.width, office.height
    return Image.frombytes("RGB", size, zlib.decompress(office.data)).convert("L")


@dataclass(frozen=True)
class OnSheet:
    """A logo on a sheet of the poster: its size in mm beside a name, and its pixels per inch in the whole room."""

    sheet: Sheet
    width: float
    height: float
    ppi: float

    @property
    def paper(self) -> str:
        return paper_name(self.sheet)

    @property
    def shown(self) -> tuple[int, int]:
        """The same size on a screen, in CSS pixels."""
        return round(self.width / 25.4 * CSS_PIXELS), round(self.height / 25.4 * CSS_PIXELS)


def on_poster(pixels: Pixels, name: str, key: str) -> OnSheet:
    """The logo beside a name on the poster's sheet of that key."""
    design = all_designs()["poster"]
    sheet = design.sheet(key)
    [panel] = design.panels(sheet)
    box = logo_box(panel, pixels, Imprint(url="", address="", name=name))
    return OnSheet(sheet, box.width, box.height, ppi(pixels, panel))


def ppi(pixels: Pixels, panel: Panel) -> float:
    """Pixels per inch of a picture that fills a panel's room for a logo."""
    return 25.4 / min(panel.logo.width / pixels.width, panel.logo.height / pixels.height)
