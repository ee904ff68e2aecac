"""The sheets that a tiled poster goes on: a page that says how to put it together, and a page for each tile."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.template import Context
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from print_templates import designs, marks
from print_templates.content import Content
from print_templates.design import Design, engine
from print_templates.placing import phrase_on
from print_templates.sheet import Sheet
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import Box
from print_templates.tiling import CARD, CODE, MARGIN, OVERLAP, PHRASE, WORDS, Keep, Tile, Tiling, tile

#: Room for the picture of the whole poster, in hundredths of the paper's shorter side, by the paper's direction.
PICTURE_ROOM = {"upright": Box(6.2, 26, 39, 60), "landscape": Box(6.2, 22, 50, 60)}


@dataclass(frozen=True)
class Assembly:
    """The HTML of all sheets, and where and as what the poster is to be shown on them.

    `picture` is the place of the small poster on the first page in mm. `alternatives` are what a screen
    reader says of it, and then of the part on each tile.
    """

    html: str
    tiling: Tiling
    picture: Box
    alternatives: tuple[str, ...]

    @property
    def sheet(self) -> Sheet:
        """The paper as a sheet of its own."""
        return Sheet(self.tiling.paper, *self.tiling.size)


def assembly(design: Design, content: Content, sheet: Sheet, paper: str) -> Assembly:
    """The sheets of one poster on a paper (PAPERS)."""
    tiling = tile(sheet.width, sheet.height, paper, keeps(design, content, sheet))
    picture = picture_box(tiling)
    with translation.override(content.language):
        context = Context(
            {
                "content": content,
                "sheet": sheet,
                "tiling": tiling,
                "count": len(tiling.tiles),
                "paper": paper.upper(),
                "poster": sheet.key.upper(),
                "labels": [tag(tiling, each, picture) for each in tiling.tiles],
                "tiles": [tile_page(tiling, each) for each in tiling.tiles],
                # Two neighbours as an example: side by side, or in a single column one below the other.
                "one": tiling.tiles[0].label,
                "other": tiling.tiles[1].label,
                "columns": len(tiling.columns) - 1,
                "rows": len(tiling.rows) - 1,
                "style": mark_safe(style(tiling)),
            }
        )
        html = engine().get_template("tiles/page.html").render(context)
        alternatives = (spoken(design, content), *(part(each) for each in tiling.tiles))
    return Assembly(html, tiling, picture, alternatives)


def keeps(design: Design, content: Content, sheet: Sheet) -> list[Keep]:
    """What seams should keep clear of: the code, its card, the lines of the phrase, words in the panel."""
    theme = find_theme(content.theme)
    found = []
    for panel in design.panels_for(sheet, content):
        found += [Keep(panel.code, CODE), Keep(panel.card, CARD)]
        found += [Keep(slot.box, WORDS) for slot in (panel.name, panel.contact, panel.address)]
    surface = design.pages(content)[0]
    phrase = phrase_on(theme, surface, content, Box(0, 0, sheet.width, sheet.height))
    if phrase is not None:
        found += [Keep(box, PHRASE) for box in phrase["boxes"]]
    sub_copy = theme.scenes[surface].sub_copy
    if sub_copy is not None:
        found.append(Keep(sub_copy.box.scaled(sheet.width, sheet.height), WORDS))
    return found


def unit(tiling: Tiling) -> float:
    """A hundredth of the paper's shorter side in mm."""
    return min(tiling.size) / 100


def picture_box(tiling: Tiling) -> Box:
    """The small poster as large as its room, at its upper left."""
    room = PICTURE_ROOM["landscape" if tiling.landscape else "upright"]
    width, height = tiling.columns[-1], tiling.rows[-1]
    scale = min(room.width / width, room.height / height) * unit(tiling)
    return Box(room.x * unit(tiling), room.y * unit(tiling), width * scale, height * scale)


def tag(tiling: Tiling, tile: Tile, picture: Box) -> dict[str, Any]:
    """The label of a tile in the corner of its cell on the picture, where it covers least."""
    scale, cell = picture.width / tiling.columns[-1], tile.cell
    return {"label": tile.label, "x": picture.x + cell.x * scale, "y": picture.y + cell.y * scale}


def tile_page(tiling: Tiling, tile: Tile) -> dict[str, Any]:
    """What is written on a tile: its label, which edges are cut, and the names of its glue edges."""
    shown, cell = tile.shown, tile.cell
    right = {"x": MARGIN + cell.width + OVERLAP / 2, "y": MARGIN + cell.height / 2}
    below = {"x": MARGIN + cell.width / 2, "y": MARGIN + cell.height + OVERLAP / 2}
    return {
        "label": tile.label,
        "cuts": edges_to_cut(tile),
        "right": right if tile.glue_right else None,
        "below": below if tile.glue_below else None,
        "top": MARGIN + shown.height + marks.NEAR + 0.5,
        "width": marks.map_box(tiling, tile).x - MARGIN - 4,
    }


def edges_to_cut(tile: Tile) -> str:
    """Which edges of a tile are cut, as a sentence."""
    if tile.glue_right and tile.glue_below:
        return _("Cut along the marks: left and top.")
    if tile.glue_below:
        return _("Cut along the marks: left, top and right.")
    if tile.glue_right:
        return _("Cut along the marks: left, top and bottom.")
    return _("Cut along the marks: all four sides.")


def spoken(design: Design, content: Content) -> str:
    """The poster's own words, and what its photograph shows, for whoever cannot see it."""
    phrase = "".join(content.phrase.split()) if content.language == "ja" else content.phrase
    words = [phrase, *content.sub_copy.split("\n")]
    scene = find_theme(content.theme).scenes[design.pages(content)[0]]
    if content.picture is not None and scene.window is not None:
        words.append(content.picture.alternative)
    if content.desks:
        words.append(f"{content.desks[0].name} {content.desks[0].phone}")
    return _("The poster: %(words)s") % {"words": " ".join(filter(None, [*words, content.issuer]))}


def part(tile: Tile) -> str:
    return _("Part %(label)s of the poster") % {"label": tile.label}


def style(tiling: Tiling) -> str:
    """The style of the sheets with the paper's size; 1rem is a hundredth of the paper's shorter side."""
    width, height = tiling.size
    page = f"@page{{size:{width}mm {height}mm;margin:0}}html{{font-size:{unit(tiling)}mm}}"
    folder = Path(designs.__path__[0])
    return page + "".join((folder / name).read_text() for name in ("page.css", "tiles/style.css"))
