"""Fonts: every one that is named is in the file, or the letters of another machine would be printed."""

from collections.abc import Iterator

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Dictionary, Name, Object

from print_templates.preflight.document import Document
from print_templates.preflight.drawing import inherited
from print_templates.preflight.finding import Finding

PROGRAMS = (Name.FontFile, Name.FontFile2, Name.FontFile3)


def embedded(document: Document) -> Iterator[Finding]:
    """Every font of pages, forms, patterns and annotations carries its program."""
    told: set[str] = set()
    for number, page in enumerate(document.pdf.pages, start=1):
        for font in fonts(page):
            name = str(font.get(Name.BaseFont, Name.Unnamed)).removeprefix("/")
            if name not in told and not is_embedded(font):
                told.add(name)
                message = _(
                    "The font %(font)s is not embedded; export the PDF again with all fonts embedded."
                )
                yield Finding("fonts", message % {"font": name}, number)


def is_embedded(font: Object) -> bool:
    """Whether a font, or the one below a composite font, has a program; Type 3 draws its own letters."""
    if font.get(Name.Subtype) == Name.Type3:
        return True
    descendants = font.get(Name.DescendantFonts)
    if descendants is not None:
        return len(descendants) > 0 and all(is_embedded(below) for below in descendants)
    descriptor = font.get(Name.FontDescriptor, Dictionary())
    return any(isinstance(descriptor.get(program), pikepdf.Stream) for program in PROGRAMS)


def fonts(page: pikepdf.Page) -> Iterator[Object]:
    for resources in reachable(page):
        yield from resources.get(Name.Font, Dictionary()).as_dict().values()


def reachable(page: pikepdf.Page) -> Iterator[Object]:
    """The resources of a page, of what it shows and of its annotations' appearances, each once."""
    waiting: list[Object] = [inherited(page.obj, Name.Resources)]
    waiting += [resources for note in page.get(Name.Annots, []) for resources in appearances(note)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        resources = waiting.pop(0)
        yield resources
        for kind in (Name.XObject, Name.Pattern, Name.Font):
            for shown in resources.get(kind, Dictionary()).as_dict().values():
                if shown.objgen not in seen and Name.Resources in shown:
                    # What is written directly has no number, and cannot be met twice.
                    if shown.is_indirect:
                        seen.add(shown.objgen)
                    waiting.append(shown.Resources)


def appearances(annotation: Object) -> Iterator[Object]:
    for look in annotation.get(Name.AP, Dictionary()).as_dict().values():
        streams = [look] if isinstance(look, pikepdf.Stream) else look.as_dict().values()
        yield from (stream.Resources for stream in streams if Name.Resources in stream)
