"""The files of a kit in the order somebody looks for them: one shelf per artefact, grouped by what one wants to do."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.kits.combinations import Combination
from campaigns.kits.kit import Kit
from campaigns.kits.kit_file import KitFile
from print_templates.design import all_designs
from print_templates.sheet import Finish, paper_name

#: Pixels, as one of the widths that pictures are made in (views.pictures.WIDTHS).
PICTURE_WIDTH = 360


@dataclass(frozen=True)
class ShelfFile:
    """One file with its size in words: `paper` as it is called, `detail` what that means."""

    file: KitFile
    paper: str
    detail: str

    @property
    def stem(self) -> str:
        return self.file.name.removesuffix(".pdf")

    @property
    def picture_height(self) -> int:
        """Height in pixels of its picture that is PICTURE_WIDTH wide; the page keeps the room free."""
        width, height = self.file.plate.trim_mm
        return round(PICTURE_WIDTH * height / width)


@dataclass(frozen=True)
class Group:
    """Files for one purpose."""

    finish: Finish
    heading: str
    hint: str
    files: tuple[ShelfFile, ...]


@dataclass(frozen=True)
class Shelf:
    """One artefact: its name, what it is good for, its files, and the pages that are shown."""

    design: str
    title: str
    purpose: str
    shown: ShelfFile
    pages: tuple[int, ...]
    groups: tuple[Group, ...]


def titles() -> dict[str, tuple[str, str]]:
    return {
        "poster": (_("Poster"), _("For walls and notice boards")),
        "flyer": (_("Flyer"), _("For counters and to hand out; two sides")),
        "fan": (_("Paper fan"), _("For summer events; two sides, cut round")),
        "ticket": (_("Job ticket"), _("One page about all files for the print shop")),
    }


def purposes(kit: Kit) -> dict[Finish, tuple[str, str]]:
    """Heading and hint of each group, in the order in which they stand."""
    shop = kit.shop.name
    ready = (
        _("Ready for %(shop)s: PDF/X-4.") % {"shop": shop} if shop else _("Any print shop takes it: PDF/X-4.")
    )
    return {
        "office": (_("Print it yourself"), _("For the printer in the office or at home.")),
        "tiled": (
            _("Print it yourself, large"),
            _("Several sheets of %(paper)s, glued together. The first page shows how.")
            % {"paper": kit.paper.upper()},
        ),
        "nup": (_("Two on one sheet"), _("Print on A4, both sides, and cut in the middle.")),
        "press": (_("Have it printed"), ready),
    }


def shelves(kit: Kit) -> list[Shelf]:
    """One shelf per design that has files, first what hangs at the place that the prints are for."""
    found = []
    for key, design in all_designs().items():
        files = [file for file in kit.files if file.combination.design.key == key]
        if files:
            title, purpose = titles()[key]
            pages = tuple(range(1, len(design.surfaces) + 1))
            found.append(Shelf(key, title, purpose, shown(files), pages, groups(kit, files)))
    hangs = kit.placement.material if kit.placement is not None else ""
    return sorted(found, key=lambda shelf: shelf.design != hangs)


def shown(files: list[KitFile]) -> ShelfFile:
    """The file whose pages are pictured: a round sheet, else the smallest that is a page of its own."""
    whole = [file for file in files if file.combination.finish in {"office", "press"}] or files
    ranked = sorted(
        whole, key=lambda file: (is_cut_out(file), file.combination.finish != "office", area(file))
    )
    return shelf_file(ranked[0])


def is_cut_out(file: KitFile) -> bool:
    return file.combination.sheet.paper is not None


def area(file: KitFile) -> float:
    return file.combination.sheet.width * file.combination.sheet.height


def groups(kit: Kit, files: list[KitFile]) -> tuple[Group, ...]:
    """Files by purpose, small ones first."""
    found = []
    for finish, (heading, hint) in purposes(kit).items():
        of_finish = sorted((file for file in files if file.combination.finish == finish), key=area)
        if of_finish:
            found.append(Group(finish, heading, hint, tuple(shelf_file(file) for file in of_finish)))
    return tuple(found)


def shelf_file(file: KitFile) -> ShelfFile:
    return ShelfFile(file, paper_name(file.combination.sheet), detail(file))


def detail(file: KitFile) -> str:
    """How large it becomes, or of how many sheets."""
    sheet, finish = file.combination.sheet, file.combination.finish
    if finish == "tiled":
        # The first page shows how the others are put together.
        return ngettext("%(number)s sheet", "%(number)s sheets", file.plate.pages - 1) % {
            "number": file.plate.pages - 1
        }
    if finish == "nup":
        return _("on A4")
    if sheet.die is not None:
        return _("to cut out") if sheet.paper else _("across")
    return _("%(width)s × %(height)s cm") % {
        "width": f"{sheet.width / 10:.0f}", "height": f"{sheet.height / 10:.0f}",
    }  # fmt: skip


def held_back_titles(kit: Kit) -> list[str]:
    """What is kept back, in words: what it is, its size, and what it is for."""
    return list(dict.fromkeys(title_of(each) for each in kit.held_back))


def title_of(combination: Combination) -> str:
    """What a file is, its size, and what it is for."""
    title = titles()[combination.design.key][0]
    if combination.is_ticket:
        return title
    purpose = {
        "office": _("for your own printer"),
        "tiled": _("to glue together"),
        "nup": _("two on one sheet"),
        "press": _("for the print shop"),
    }[combination.finish]
    return _("%(title)s %(paper)s (%(purpose)s)") % {
        "title": title, "paper": paper_name(combination.sheet), "purpose": purpose,
    }  # fmt: skip
