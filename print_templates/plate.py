"""An edition's words laid out once: HTML to a finished plate. The only importer of WeasyPrint."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PIL import ImageFile

from print_templates import press
from print_templates.content import Content
from print_templates.design import Design, Panel, html
from print_templates.fonts import fontconfig_file
from print_templates.sheet import Finish, Layout, Sheet
from print_templates.shop import GENERIC, PrintShop

#: Raised whenever the same words would come out as other bytes; part of every plate's identity.
CODE_VERSION = 2


@dataclass(frozen=True)
class Plate:
    """A laid out PDF with empty panels, and the geometry its imprint needs."""

    pdf: bytes
    finish: Finish
    sheet: Sheet
    panels: tuple[Panel, ...]
    shop: PrintShop = GENERIC

    @property
    def layout(self) -> Layout:
        return self.shop.layout(self.sheet, self.finish)


@cache
def engine() -> Any:
    """WeasyPrint, imported late: it takes a second, and fontconfig reads its file when it is loaded."""
    os.environ["FONTCONFIG_FILE"] = str(fontconfig_file())
    import weasyprint

    # WeasyPrint lets Pillow read damaged pictures; members' uploads are to be refused instead.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint


@cache
def font_configuration() -> Any:
    engine()
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def lay_out(
    design: Design,
    content: Content,
    sheet: Sheet,
    finish: Finish,
    shop: PrintShop = GENERIC,
    paper: str = "a4",
) -> Plate:
    """Lay out and finish one plate; `paper` is what a tiled or nup plate is imposed on (PAPERS).

    Raises RefusedFetch when the layout asks for a foreign asset.
    """
    raw = typeset(html(design, content, sheet, finish, shop), finish, {})
    title = press.Title(content.title, design.key, content.language)
    pdf = press.finish(raw, sheet, finish, title, shop)
    return Plate(pdf, finish, sheet, design.panels(sheet), shop)


def typeset(source: str, finish: Finish, assets: Mapping[str, tuple[bytes, str]]) -> bytes:
    """An HTML document as the PDF that WeasyPrint makes of it, before the press has touched it.

    `assets` are the pictures it may ask for as `asset:NAME`, each with its media type.
    Raises RefusedFetch when it asks for anything else.
    """
    weasyprint = engine()
    from print_templates.fetch import AssetFetcher, RefusedFetch

    fetcher = AssetFetcher(assets)
    document = weasyprint.HTML(string=source, url_fetcher=fetcher, base_url="asset:")
    raw = document.write_pdf(
        font_config=font_configuration(),
        pdf_variant="pdf/x-4" if finish == "press" else "pdf/ua-1",
        pdf_identifier=b"tsunagari-kit",
    )
    if fetcher.refused:
        raise RefusedFetch(f"the layout asked for {fetcher.refused[0]!r}, which was not handed in")
    return bytes(raw)
