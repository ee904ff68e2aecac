"""The whole artefact laid out by WeasyPrint, name and code included: what a plate with an imprint must look like.

Nothing a member gets is made this way; it takes hundreds of times as long. Tests compare it with the imprint
pixel by pixel, and the bench measures against it.
"""

import io
import zlib
from dataclasses import replace
from html import escape

from PIL import Image

from print_templates import imprint, press, qr, shaping
from print_templates.content import Content, Imprint
from print_templates.design import Design, Panel
from print_templates.logo import Pixels
from print_templates.plate import Assets, Job, job, typeset
from print_templates.shaping import ASCENT, LEADING
from print_templates.sheet import Finish, Layout, Sheet, medium, millimetres
from print_templates.shop import GENERIC, PrintShop
from print_templates.tail import TITLE_JOIN
from print_templates.themes.theme import BLACK, Box

#: The logo's name among the assets.
LOGO = "logo"
#: A CMYK JPEG is the only picture in ink values that WeasyPrint passes on (a CMYK TIFF it cannot write).
JPEG_QUALITY = 97
END_OF_PAGE = "</section>"


def reference(
    design: Design,
    content: Content,
    sheet: Sheet,
    finish: Finish,
    words: Imprint,
    shop: PrintShop = GENERIC,
    shown: Assets | None = None,
) -> bytes:
    """The finished PDF of a sheet for one organisation, laid out at once. `finish` is press or office.

    `shown` is the content's photograph when it has one. Raises imprint.DoesNotFit where the imprint does.
    """
    wanted = job(design, content, sheet, finish, shop, assets=shown)
    raw = typeset(imprinted(wanted, words), finish, {**wanted.assets, **assets(words, finish)})
    title = wanted.about.title + (TITLE_JOIN + words.name if words.name else "")
    return press.finish(raw, sheet, finish, replace(wanted.about, title=title), (), shop)


def reference_html(
    design: Design, content: Content, sheet: Sheet, finish: Finish, words: Imprint, shop: PrintShop = GENERIC
) -> str:
    """The plate's own HTML with the imprint in its panels. Raises imprint.DoesNotFit where the imprint does."""
    return imprinted(job(design, content, sheet, finish, shop), words)


def imprinted(wanted: Job, words: Imprint) -> str:
    """A job's page with the imprint in its panels."""
    pages = wanted.page.split(END_OF_PAGE)
    place = wanted.shop.layout(wanted.sheet, wanted.finish)
    black = BLACK.paint(medium(wanted.finish))
    for panel in wanted.panels:
        pages[panel.page] += panel_html(panel, words, place, black)
    return END_OF_PAGE.join(pages)


def assets(words: Imprint, finish: Finish) -> Assets:
    """The logo in the finish's own colours, under the name `reference_html` asks for it by."""
    if words.logo is None:
        return {}
    out = io.BytesIO()
    if finish == "press":
        image(words.logo.press).save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
        return {LOGO: (out.getvalue(), "image/jpeg")}
    image(words.logo.office).save(out, "PNG")
    return {LOGO: (out.getvalue(), "image/png")}


def image(pixels: Pixels) -> Image.Image:
    """A prepared logo's samples as a picture again."""
    mode = "CMYK" if pixels.channels == 4 else "RGB"
    return Image.frombytes(mode, (pixels.width, pixels.height), zlib.decompress(pixels.data))


def panel_html(panel: Panel, words: Imprint, place: Layout, black: str) -> str:
    """One panel's imprint as boxes in mm from the page's top left corner."""
    picture = words.logo.office if words.logo else None
    panel = panel.for_message(words.message)
    logo = imprint.logo_box(panel, picture, words)
    shift = imprint.name_shift(panel, logo)
    parts = [rule_html(blank.rule, place, black) for blank in panel.blanks[: len(words.by_hand)]]
    parts += [logo_html(logo, words.name or words.address, place)] if picture else []
    for text in imprint.texts(panel, words):
        parts += text_html(text, shift if text.beside_logo else 0.0, place)
    parts.append(code_html(panel.code, words, place, black))
    return "".join(parts)


def at(x: float, y: float, place: Layout) -> str:
    """CSS for a place in mm from the trim's top left."""
    return f"position:absolute;left:{place.trim.x + x:.4f}mm;top:{place.trim.y + y:.4f}mm"


def rule_html(box: Box, place: Layout, black: str) -> str:
    size = f"width:{box.width:.4f}mm;height:{box.height:.4f}mm"
    return f'<div style="{at(box.x, box.y, place)};{size};background:{black}"></div>'


def logo_html(box: Box, spoken: str, place: Layout) -> str:
    size = f"width:{box.width:.4f}mm;height:{box.height:.4f}mm"
    return f'<img src="asset:{LOGO}" alt="{escape(spoken)}" style="{at(box.x, box.y, place)};{size}">'


def text_html(text: imprint.Text, shift: float, place: Layout) -> list[str]:
    """A text's lines, each on a baseline of its own.

    An empty box of twice the type's size stands on the baseline, so that it lies twice the size below the
    line's upper edge whatever faces the line mixes.
    """
    slot, fitted = text.slot, imprint.fitted(text, shift)
    strut = f'<span style="display:inline-block;width:0;height:{2 * fitted.size:.4f}pt"></span>'
    top = slot.box.y + (slot.box.height - millimetres(fitted.height)) * slot.above
    found = []
    for number, line in enumerate(fitted.lines):
        baseline = top + millimetres((ASCENT + number * LEADING) * fitted.size)
        where = at(slot.box.x + shift, baseline - millimetres(2 * fitted.size), place)
        style = (
            f"{where};width:{slot.box.width - shift:.4f}mm;line-height:1;white-space:pre;text-align:{slot.align};"
            f"font-size:{fitted.size:.4f}pt;font-weight:{slot.weight}"
        )
        found.append(f'<p style="{style}">{strut}{escape(line_text(line))}</p>')
    return found


def line_text(line: shaping.Line) -> str:
    return "".join("".join(run.texts) for run in line.runs)


def code_html(box: Box, words: Imprint, place: Layout, black: str) -> str:
    """The code as one path, a module being one unit of the drawing."""
    matrix = qr.modules(words.url)
    path = "".join(f"M{column} {row}h{length}v1h-{length}z" for row, column, length in qr.runs(matrix))
    spoken = escape(words.code_alternative or words.address)
    return (
        f'<div style="{at(box.x, box.y, place)};width:{box.width:.4f}mm;height:{box.height:.4f}mm">'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(matrix)} {len(matrix)}" '
        f'style="display:block;width:100%;height:100%"><title>{spoken}</title>'
        f'<path fill="{black}" d="{path}"/></svg></div>'
    )
