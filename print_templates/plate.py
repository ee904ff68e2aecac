"""An edition's words laid out once: HTML to a finished plate. The only importer of WeasyPrint."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from PIL import ImageFile

from print_templates import imposition, ink_limit, press
from print_templates.assembly import Assembly, assembly
from print_templates.content import Content
from print_templates.design import Design, Panel, html
from print_templates.fonts import fontconfig_file
from print_templates.metadata import NO_DAY, About
from print_templates.prefix import Prefix, read
from print_templates.script import PLAIN, Script
from print_templates.sheet import Finish, Layout, Sheet
from print_templates.shop import GENERIC, PrintShop

#: Raised whenever the same words would come out as other bytes; part of every plate's identity.
CODE_VERSION = 9

#: Assets by name: bytes and media type.
Assets = Mapping[str, tuple[bytes, str]]


@dataclass(frozen=True)
class Plate:
    """A laid out PDF with empty panels, and the geometry its imprint needs."""

    pdf: bytes
    finish: Finish
    sheet: Sheet
    panels: tuple[Panel, ...]
    shop: PrintShop = GENERIC

    @cached_property
    def layout(self) -> Layout:
        return self.shop.layout(self.sheet, self.finish)

    @cached_property
    def prefix(self) -> Prefix:
        """What all copies begin with."""
        return read(self.pdf)


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


#: The standard that WeasyPrint lays a finish out for. A poster that is tiled gets its tags on the sheets.
VARIANTS = {"press": "pdf/x-4", "office": "pdf/ua-1", "nup": "pdf/ua-1", "tiled": None}


def typeset(page: str, finish: Finish, assets: Assets | None = None) -> bytes:
    """An HTML document laid out as it stands. Raises RefusedFetch when it asks for what was not handed in."""
    weasyprint = engine()
    from print_templates.fetch import AssetFetcher, RefusedFetch

    fetcher = AssetFetcher(assets or {})
    document = weasyprint.HTML(string=page, url_fetcher=fetcher, base_url="asset:")
    raw: bytes = document.write_pdf(
        font_config=font_configuration(),
        pdf_variant=VARIANTS[finish],
        pdf_identifier=b"tsunagari-kit",
    )
    if fetcher.refused:
        raise RefusedFetch(f"the layout asked for {fetcher.refused[0]!r}, which was not handed in")
    return raw


@dataclass(frozen=True)
class Job:
    """Everything that a plate is made from, as plain data that can be handed to another process."""

    page: str
    finish: Finish
    sheet: Sheet
    panels: tuple[Panel, ...]
    about: About
    shop: PrintShop = GENERIC
    #: The sheets that a tiled poster goes on.
    assembly: Assembly | None = None
    #: What the page shows that is not drawn.
    assets: Assets = field(default_factory=dict)
    #: How its words are written.
    script: Script = PLAIN


def job(
    design: Design,
    content: Content,
    sheet: Sheet,
    finish: Finish,
    shop: PrintShop = GENERIC,
    paper: str = "a4",
    assets: Assets | None = None,
) -> Job:
    """What is to be made; `paper` is what a tiled or nup plate is imposed on (PAPERS).

    `content` is the version to be printed (`variants.version`), `assets` its photograph when it has one.
    """
    page = html(design, content, sheet, finish, shop)
    if finish == "press":
        page = ink_limit.within(page, shop.ink_limit)
    made_of = " ".join((shop.digest, paper, page, *(digest(body) for body, _type in (assets or {}).values())))
    about = about_plate(content, design.key, made_of, press=finish == "press")
    sheets = assembly(design, content, sheet, paper) if finish == "tiled" else None
    return Job(
        page,
        finish,
        sheet,
        design.panels_for(sheet, content),
        about,
        shop,
        sheets,
        assets or {},
        Script.of(content),
    )


def digest(asset: bytes) -> str:
    return hashlib.sha256(asset).hexdigest()


def about_plate(content: Content, name: str, made_of: str, *, press: bool) -> About:
    """What a plate says about itself; `made_of` is everything that its bytes follow from."""
    return About(
        title=f"{content.title} ({name})",
        language=content.language,
        press=press,
        day=content.published or NO_DAY,
        document=hashlib.sha256(f"{CODE_VERSION} {made_of}".encode()).hexdigest()[:32],
    )


def make(wanted: Job) -> Plate:
    """Lay out and finish one plate. Raises RefusedFetch when the layout asks for a foreign asset."""
    raw = typeset(wanted.page, wanted.finish, wanted.assets)
    if wanted.assembly is not None:
        pdf = on_sheets(wanted, raw, wanted.assembly)
    else:
        pdf = press.finish(
            raw, wanted.sheet, wanted.finish, wanted.about, wanted.panels, wanted.shop, wanted.script
        )
    if wanted.finish == "nup":
        pdf = imposition.two_up(pdf)
    return Plate(pdf, wanted.finish, wanted.sheet, wanted.panels, wanted.shop)


def on_sheets(wanted: Job, poster: bytes, sheets: Assembly) -> bytes:
    """The poster of a job on its tiles, which are office pages of their own."""
    layout = wanted.shop.layout(wanted.sheet, wanted.finish)
    raw = imposition.tiled(
        poster,
        typeset(sheets.html, "office"),
        sheets.tiling,
        sheets.picture,
        layout,
        wanted.panels,
        sheets.alternatives,
    )
    return press.finish(raw, sheets.sheet, "office", wanted.about, (), wanted.shop)


def lay_out(
    design: Design,
    content: Content,
    sheet: Sheet,
    finish: Finish,
    shop: PrintShop = GENERIC,
    paper: str = "a4",
    assets: Assets | None = None,
) -> Plate:
    """`make` what `job` describes, in this process and without limits."""
    return make(job(design, content, sheet, finish, shop, paper, assets))
