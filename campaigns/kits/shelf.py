"""The files of a kit in the order somebody looks for them: one shelf per artefact."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from campaigns.kits.kit import Kit, KitFile
from print_templates.design import all_designs


@dataclass(frozen=True)
class ShelfFile:
    """One file with what to say about it."""

    file: KitFile
    paper: str
    use: str

    @property
    def stem(self) -> str:
        return self.file.name.removesuffix(".pdf")


@dataclass(frozen=True)
class Shelf:
    """One artefact: its name, what it is good for, its files, and the pages that are shown."""

    design: str
    title: str
    purpose: str
    shown: ShelfFile
    pages: tuple[int, ...]
    office: tuple[ShelfFile, ...]
    press: tuple[ShelfFile, ...]


def titles() -> dict[str, tuple[str, str]]:
    return {
        "poster": (_("Poster"), _("For walls and notice boards")),
        "flyer": (_("Flyer"), _("For counters and to hand out; two sides")),
        "fan": (_("Paper fan"), _("For summer events; two sides, cut round")),
    }


def papers() -> dict[tuple[str, str], str]:
    """What a sheet is called where people buy paper."""
    return {
        ("fan", "round240"): _("Round, 240 mm across"),
        ("fan", "a4"): _("A4, to cut out"),
    }


def shelf_file(file: KitFile) -> ShelfFile:
    plate = file.plate
    paper = papers().get((plate.design, plate.sheet)) or plate.sheet.upper()
    uses = {"office": _("for the office or home printer"), "press": _("for a print shop")}
    return ShelfFile(file, paper, uses[plate.finish])


def shelves(kit: Kit) -> list[Shelf]:
    """One shelf per design; the picture is of the office file, or of the press file where there is no other."""
    found = []
    for key, design in all_designs().items():
        files = [shelf_file(file) for file in kit.files if file.plate.design == key]
        office = tuple(file for file in files if file.file.plate.finish == "office")
        press = tuple(file for file in files if file.file.plate.finish == "press")
        title, purpose = titles()[key]
        shown = press[0] if key == "fan" else office[-1]
        pages = tuple(range(1, len(design.surfaces) + 1))
        found.append(Shelf(key, title, purpose, shown, pages, office, press))
    return found
