"""Finished pages put on other paper: a poster on many office sheets, a flyer twice on one.

What is laid on a sheet is a form XObject, once in the file however often it is shown. The panels of a copy
hang inside it, so that an imprint fills them on every sheet at once.
"""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from print_templates import marks, panels, tagging
from print_templates.design import Panel
from print_templates.prefix import saved_as_plate
from print_templates.sheet import PAPERS, PRINTER_EDGE, Layout, millimetres, points
from print_templates.themes.theme import Box
from print_templates.tiling import MARGIN, Tile, Tiling

#: Ink of an office plate's imprint; panels.py prints the same.
BLACK = "0.067 g"
#: The picture of the poster is read after the assembly page's heading, before labels and steps.
AFTER_HEADING = 1
#: Length of a cut mark between two copies.
CUT_MARK = 8.0


def tiled(
    poster: bytes,
    sheets: bytes,
    tiling: Tiling,
    picture: Box,
    place: Layout,
    slots: Sequence[Panel],
    alternatives: Sequence[str],
) -> bytes:
    """The sheets with the poster on them: the assembly page's `picture` (mm), then one tile a page.

    `poster` is one page that is not tagged, laid out on `place`; `sheets` are the tagged pages it goes
    under. `alternatives` say the poster's own words for the picture, and then which part is on each tile.
    """
    with Pdf.open(BytesIO(sheets)) as pdf, Pdf.open(BytesIO(poster)) as source:
        form = pdf.copy_foreign(source.pages[0].as_form_xobject())
        front, *rest = pdf.pages
        keys = hang(pdf, front, form, place, slots)
        over = marks.grid(tiling, picture, picture.width / place.trim.width)
        # What is put before the page's own words lies below them; what comes last lies lowest.
        front.contents_add(pdf.make_stream(in_mm(front, over)), prepend=True)
        show_picture(pdf, front, keys, picture, place, alternatives[0], len(slots))
        whole = whole_poster(pdf, form, front, keys)
        for page, tile, said in zip(rest, tiling.tiles, alternatives[1:], strict=True):
            page.add_resource(Dictionary(Type=Name.ExtGState, ca=0.8), Name.ExtGState, Name.Veil)
            page.contents_add(pdf.make_stream(in_mm(page, marks.tile(tiling, tile))), prepend=True)
            show_tile(pdf, page, whole, tile, place, said)
        return saved_as_plate(pdf)


def hang(
    pdf: Pdf, page: pikepdf.Page, form: pikepdf.Object, place: Layout, slots: Sequence[Panel]
) -> list[tuple[Name, str]]:
    """The poster's forms by the name under which a page shows them, each with the matrix on the poster."""
    keys = [(page.add_resource(form, Name.XObject, Name.Artwork), "")]
    for number, panel in enumerate(slots):
        keys.append((panels.place(pdf, page, "Words", number, form.BBox), ""))
        square = Array([0, 0, 1, 1])
        key = panels.place(pdf, page, "Code", number, square)
        keys.append((key, f"{panels.where(panel.code, place)} cm "))
    return keys


def whole_poster(
    pdf: Pdf, form: pikepdf.Object, page: pikepdf.Page, keys: Sequence[tuple[Name, str]]
) -> pikepdf.Object:
    """Artwork and panels as one form."""
    drawn = "\n".join(f"q {BLACK} {matrix}{key} Do Q" for key, matrix in keys)
    shown = Dictionary({str(key): page.Resources.XObject[key] for key, _matrix in keys})
    return pdf.make_stream(
        drawn.encode(),
        Type=Name.XObject, Subtype=Name.Form, BBox=form.BBox, Resources=Dictionary(XObject=shown),
    )  # fmt: skip


def show_picture(
    pdf: Pdf,
    page: pikepdf.Page,
    keys: Sequence[tuple[Name, str]],
    picture: Box,
    place: Layout,
    said: str,
    count: int,
) -> None:
    """The poster at the size of the picture, without its bleed; what a member adds is read by itself."""
    trim = place.trim
    scale = picture.width / trim.width
    x = points(picture.x - trim.x * scale)
    top = millimetres(float(page.MediaBox[3])) - picture.y
    y = points(top - (place.height - trim.y) * scale)
    window = rectangle(picture.x, top - picture.height, picture.width, picture.height)
    elements = [(Name.Figure, Dictionary(Alt=String(said)))]
    for number in range(count):
        elements.append((Name.P, panels.said("ActualText", number)))
        elements.append((Name.Figure, panels.said("Alt", number)))
    parts = []
    for place_in_order, ((key, matrix), (kind, entries)) in enumerate(zip(keys, elements, strict=True)):
        element = tagging.add_element(pdf, page, kind, entries, at=AFTER_HEADING + place_in_order)
        parts.append(tagging.marked(kind, element, f"q {BLACK} {matrix}{key} Do Q"))
    drawn = "\n".join(parts)
    page.contents_add(
        pdf.make_stream(
            f"q {window} W n {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm\n{drawn}\nQ\n".encode()
        ),
        prepend=True,
    )


def show_tile(
    pdf: Pdf, page: pikepdf.Page, whole: pikepdf.Object, tile: Tile, place: Layout, said: str
) -> None:
    """A tile's part of the poster, running on past its cuts."""
    page.add_resource(whole, Name.XObject, Name.Poster)
    height = millimetres(float(page.MediaBox[3]))
    x = points(MARGIN - place.trim.x - tile.cell.x)
    y = points((height - MARGIN) - (place.height - place.trim.y - tile.cell.y))
    seen = marks.painted(tile)
    window = rectangle(seen.x, height - seen.y - seen.height, seen.width, seen.height)
    element = tagging.add_element(pdf, page, Name.Figure, Dictionary(Alt=String(said)))
    drawn = tagging.marked(Name.Figure, element, "/Poster Do")
    page.contents_add(
        pdf.make_stream(f"q {window} W n 1 0 0 1 {x:.4f} {y:.4f} cm {drawn} Q\n".encode()), prepend=True
    )


def in_mm(page: pikepdf.Page, drawing: str) -> bytes:
    """A drawing in mm from the page's top left, which no reader needs to hear of."""
    unit, height = points(1), float(page.MediaBox[3])
    matrix = f"{unit:.6f} 0 0 {-unit:.6f} 0 {height:.4f} cm"
    return f"/Artifact BMC q {matrix}\n{drawing}\nQ EMC\n".encode()


def rectangle(x: float, y: float, width: float, height: float) -> str:
    return " ".join(f"{points(value):.4f}" for value in (x, y, width, height)) + " re"


def two_up(plate: bytes) -> bytes:
    """A plate of A5 pages as A4 sheets that lie, each page twice side by side, to be cut in the middle.

    The left copy stays the page that is tagged; the right one is an artifact, so that nothing is read
    twice. Both copies are equal, so that a back lies behind its front however the paper is turned. Nothing is
    scaled: A4 leaves one millimetre between the copies.
    """
    height, width = (points(side) for side in PAPERS["a4"])
    with Pdf.open(BytesIO(plate)) as pdf:
        for page in pdf.pages:
            own = float(page.MediaBox[2])
            # The pages share one resources dictionary, so that names must differ from page to page.
            name = Name(f"/Copy{page.index}")
            copy = untagged(pdf, page)
            # A dictionary of the page's own, so that the copy's does not come to hold the copy itself.
            page.Resources = pdf.make_indirect(apart(page.Resources))
            page.add_resource(copy, Name.XObject, name)
            page.MediaBox = Array([0, 0, round(width, 3), round(height, 3)])
            page.CropBox = page.TrimBox = page.BleedBox = page.MediaBox
            second = f"q 1 0 0 1 {width - own:.4f} 0 cm {name} Do Q"
            near, far = points(PRINTER_EDGE), points(PRINTER_EDGE + CUT_MARK)
            cuts = "".join(
                f" {width / 2:.4f} {start:.4f} m {width / 2:.4f} {end:.4f} l S"
                for start, end in ((near, far), (height - near, height - far))
            )
            # Half a point: an office printer's finest line that can be seen.
            page.contents_add(pdf.make_stream(f"/Artifact BMC {second} q 0.4 G 0.5 w{cuts} Q EMC\n".encode()))
        pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipShortEdge
        return saved_as_plate(pdf)


def apart(resources: pikepdf.Object) -> Dictionary:
    """The same resources in dictionaries of their own."""
    kinds = resources.as_dict().items()
    return Dictionary(
        {
            key: Dictionary(dict(kind.as_dict().items())) if isinstance(kind, Dictionary) else kind
            for key, kind in kinds
        }
    )


def untagged(pdf: Pdf, page: pikepdf.Page) -> pikepdf.Object:
    """The page's content as a form, without the marks that belong to its tags."""
    steps = [
        step
        for step in pikepdf.parse_content_stream(page)
        if str(step.operator) not in {"BDC", "BMC", "EMC", "MP", "DP"}
    ]
    return pdf.make_stream(
        pikepdf.unparse_content_stream(steps),
        Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(page.MediaBox)), Resources=page.Resources,
    )  # fmt: skip
