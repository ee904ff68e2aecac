"""A face put together as one TTF from the slices of a web-font package.

A web-font package holds one large Japanese subset and about 120 small slices with the rest of
the characters (髙, 﨑, → …).
"""

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from print_templates.fonts import Face

#: 2024-01-01 in seconds since 1904, as font files count.
MADE = 3_786_912_000


def slices(face: Face, modules: Path) -> list[Path]:
    """The package's files of a face, the large Japanese subset first, then by number."""
    stem = face.package.rsplit("/", 1)[1]
    axis = "wght" if "-variable/" in face.package else str(face.weight)
    found = (modules / face.package / "files").glob(f"{stem}-*-{axis}-normal.woff2")

    def order(path: Path) -> tuple[int, int, str]:
        part = path.name[len(stem) + 1 :].split("-")[0]
        return (part != "japanese", int(part) if part.isdigit() else 999, path.name)

    return sorted(found, key=order)


def opened(path: Path, face: Face) -> TTFont:
    # What is read again in a moment is neither measured nor compressed, which takes half of all the time.
    font = TTFont(path, recalcBBoxes=False)
    font.flavor = None
    if "fvar" in font:
        instantiateVariableFont(font, {"wght": face.weight}, inplace=True)
    return font


def cut(font: TTFont, characters: set[int], features: list[str]) -> TTFont:
    """The font with those characters only, without hints, and with the named layout features."""
    options = Options(
        hinting=False,
        layout_features=features,
        name_IDs=["*"],
        notdef_outline=True,
        glyph_names=False,
        drop_tables=["STAT", "BASE", "GPOS", "GDEF", "gasp", "HVAR", "avar", "vhea", "vmtx"],
    )
    if not features:
        options.drop_tables += ["GSUB"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def build(face: Face, modules: Path, without: set[int]) -> set[int]:
    """Write one face as a TTF and return its characters, leaving out those another face has."""
    seen = set(without)
    with tempfile.TemporaryDirectory() as scratch:
        parts: list[str] = []
        for path in slices(face, modules):
            font = opened(path, face)
            fresh = set(font.getBestCmap()) - seen
            if fresh:
                seen |= fresh
                part = Path(scratch) / f"{len(parts):03}.ttf"
                cut(font, fresh, ["vert", "vrt2"] if not parts and not without else []).save(part)
                parts.append(str(part))
        return put_together(face, parts)


def put_together(face: Face, parts: list[str]) -> set[int]:
    """Write a face that is merged from font files, and return its characters."""
    merged = Merger().merge(parts)
    merged["OS/2"].usWeightClass = face.weight
    name_face(merged, face)
    # A fixed date: the same packages give the same bytes.
    merged.recalcTimestamp = False
    merged["head"].created = merged["head"].modified = MADE
    partial = face.path.with_suffix(".partial")
    merged.save(partial)
    partial.replace(face.path)
    return set(merged.getBestCmap())


def name_face(font: TTFont, face: Face) -> None:
    """Names that fontconfig and CSS agree on, whatever the slices were called."""
    style = {400: "Regular", 700: "Bold", 900: "Black"}[face.weight]
    postscript = f"{face.family.replace(' ', '')}-{style}"
    names = {1: face.family, 2: style, 3: postscript, 4: f"{face.family} {style}", 6: postscript}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for name_id, text in {**names, 16: face.family, 17: style}.items():
        table.setName(text, name_id, 3, 1, 0x409)
