"""The tag tree of an office PDF: the imprint is read aloud where it stands, the phrase once, readings never twice."""

from collections.abc import Iterator

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


def elements(pdf: Pdf) -> Iterator[pikepdf.Object]:
    """All elements of the tag tree, parents first."""
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += reversed(children(element))


def children(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The elements inside an element; what else it has is marked content."""
    kids = element.get(Name.K)
    if not isinstance(kids, pikepdf.Array):
        return []
    return [kid for kid in kids if isinstance(kid, Dictionary) and Name.S in kid]


def say_phrase(pdf: Pdf, phrase: str) -> None:
    """Have every heading that is the phrase read at once and once, however it is set (ISO 32000-1, 14.9.4).

    Letters that are set one by one would be spelt, readings over them would be read after them.
    """
    for element in elements(pdf):
        if element.S == Name.H1:
            element.ActualText = pikepdf.String(phrase)


def tag_readings(pdf: Pdf) -> None:
    """Tag words with readings as what they are (ISO 32000-1, 14.8.4.4.2), with the reading silent beside its word.

    The layout engine knows no ruby: it leaves elements without a meaning, one with its letters inside the other.
    """
    for element in elements(pdf):
        inner = children(element)
        if Name.NonStruct != element.S or len(inner) < 2 or Name.NonStruct != inner[-1].S:
            continue
        if any(Name.Span == child.S for child in children(inner[-1])):
            element.S = Name.Ruby
            for base in inner[:-1]:
                base.S = Name.RB
            inner[-1].S = Name.RT
            inner[-1].ActualText = pikepdf.String("")
