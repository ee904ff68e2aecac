"""The imprint in the tag tree of an office PDF: read aloud where it stands, in the page's own section."""

import pikepdf
from pikepdf import Dictionary, Name, Pdf


def parents_of(pdf: Pdf, page: pikepdf.Page) -> pikepdf.Object:
    """The page's row of the parent tree: which element each piece of marked content belongs to."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    rows = {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}
    return rows[int(page.StructParents)]


def add_element(
    pdf: Pdf, page: pikepdf.Page, kind: pikepdf.Name, entries: Dictionary, at: int | None = None
) -> int:
    """Add an element to the page's section and return the number its content is to be marked with.

    `entries` are what the element has beside its place in the tree: what a reader says of it. It is read last, or
    in the place `at` among the section's elements.
    """
    document = pdf.Root.StructTreeRoot.K[0]
    section = document.K[page.index]
    parents = parents_of(pdf, page)
    number = len(parents)
    place = {"/Type": Name.StructElem, "/S": kind, "/P": section, "/Pg": page.obj, "/K": number}
    element = pdf.make_indirect(Dictionary({**place, **entries.as_dict()}))
    parents.append(element)
    if at is None:
        section.K.append(element)
    else:
        section.K.insert(at, element)
    return number


def marked(kind: pikepdf.Name, number: int, operators: str) -> str:
    """Operators as one piece of marked content."""
    return f"{kind} <</MCID {number}>> BDC {operators} EMC"
