"""Panels in a plate: the places at which a copy's words and code will hang, empty in the plate itself.

Each is a form XObject that the page shows over its artwork, and in a tagged plate also the element that a
screen reader meets. They carry a mark (`MARK`) by which prefix.py finds them again.
"""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from print_templates import overprint, tagging
from print_templates.design import Panel
from print_templates.sheet import Layout, points
from print_templates.themes.theme import Box

#: The entry of an object that is replaced in every copy: /TsunagariSlot [/Words 0].
MARK = Name("/TsunagariSlot")


def open_panels(pdf: Pdf, panels: Sequence[Panel], layout: Layout, *, press: bool, tagged: bool) -> None:
    """Add the empty places of all panels, to be shown in black alone.

    The form of the words is as large as the page, the code's is a unit square put where the code belongs.
    """
    for number, panel in enumerate(panels):
        page = pdf.pages[panel.page]
        black = f"0 0 0 1 k {overprint.BLACK} gs" if press else "0.067 g"
        words = f"{place(pdf, page, 'Words', number, page.MediaBox)} Do"
        square = Array([0, 0, 1, 1])
        code = f"{where(panel.code, layout)} cm {place(pdf, page, 'Code', number, square)} Do"
        if tagged:
            words = tagging.marked(
                Name.P, tagging.add_element(pdf, page, Name.P, said("ActualText", number)), words
            )
            figure = tagging.add_element(pdf, page, Name.Figure, said("Alt", number))
            code = tagging.marked(Name.Figure, figure, code)
        page.contents_add(pdf.make_stream(f"q {black} {words} Q\nq {black} {code} Q\n".encode()))


def where(box: Box, layout: Layout) -> str:
    """The matrix that makes a unit square the box."""
    left, bottom = layout.on_page(box.x, box.y + box.height)
    return f"{points(box.width):.4f} 0 0 {points(box.height):.4f} {left:.4f} {bottom:.4f}"


def place(pdf: Pdf, page: pikepdf.Page, kind: str, number: int, box: pikepdf.Object) -> Name:
    """An empty form with this bounding box; returns the name under which the page shows it."""
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=box)
    form[MARK] = Array([Name(f"/{kind}"), number])
    return page.add_resource(form, Name.XObject, Name(f"/{kind}{number}"))


def said(entry: str, number: int) -> Dictionary:
    """What an element of the tag tree carries until a copy says its words."""
    return Dictionary({str(MARK): Array([Name(f"/{entry}"), number]), f"/{entry}": String("")})
