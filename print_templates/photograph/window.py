"""A photograph cut and resampled for the windows of one sheet: the assets of its plate."""

import io
from collections.abc import Callable

from PIL import Image

from print_templates.content import Content, KeyPicture
from print_templates.design import Design
from print_templates.page_art import asset_name, photograph
from print_templates.photograph.conversion import CUT, jpeg
from print_templates.photograph.focus import MM_PER_INCH, crop
from print_templates.sheet import Finish, Sheet
from print_templates.shop import PrintShop
from print_templates.themes import theme
from print_templates.themes.theme import Box

#: Pixels per inch above which nobody sees a difference (PRINT.md 2); fewer stay as they are.
MOST_PPI = 350


def windows(
    design: Design, content: Content, sheet: Sheet, finish: Finish, shop: PrintShop
) -> dict[str, Box]:
    """The windows of a sheet in mm from the trim's top left, by the surface that has one."""
    scenes, picture = theme(content.theme).scenes, shop.layout(sheet, finish).picture
    return {
        surface: photograph(surface, scenes[surface], picture)["box"]
        for surface in design.pages(content)
        if scenes[surface].window is not None
    }


def assets(
    design: Design,
    content: Content,
    sheet: Sheet,
    finish: Finish,
    shop: PrintShop,
    kept: Callable[[KeyPicture, Finish, PrintShop], bytes],
) -> dict[str, tuple[bytes, str]]:
    """What a plate's page asks for: a JPEG for each window, empty without a photograph.

    `kept` gives the whole photograph as a JPEG in a finish's colours, for the press a print shop's.
    """
    picture = content.picture
    shown = windows(design, content, sheet, finish, shop) if picture else {}
    if picture is None or not shown:
        return {}
    whole = kept(picture, finish, shop)
    return {
        asset_name(surface): (cut(whole, picture, window), "image/jpeg") for surface, window in shown.items()
    }


def cut(whole: bytes, picture: KeyPicture, window: Box) -> bytes:
    """The part of a photograph that a window in mm shows, as a JPEG in the same colours."""
    part = crop(picture, window.width / window.height)
    share = min(1.0, MOST_PPI / MM_PER_INCH * window.width / part.width)
    size = max(1, round(part.width * share)), max(1, round(part.height * share))
    image = Image.open(io.BytesIO(whole))
    # The decoder itself halves what is much too large, which costs a quarter of the memory and time.
    image.draft(image.mode, (round(picture.width * share), round(picture.height * share)))
    across, down = image.width / picture.width, image.height / picture.height
    box = (part.x * across, part.y * down, (part.x + part.width) * across, (part.y + part.height) * down)
    # A filter without overshoot: no place gets more ink than the photograph has.
    return jpeg(image.resize(size, Image.Resampling.HAMMING, box), CUT)
