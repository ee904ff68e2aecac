"""What can be printed of an edition: designs × sheets × variants × finishes × print shops × paper."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from print_templates import variants
from print_templates.design import Design, all_designs
from print_templates.sheet import Finish, Sheet, papers
from print_templates.shop import GENERIC, PrintShop
from print_templates.ticket import SHEET, TicketDesign, TicketFile, ticket_design
from print_templates.variants import STANDARD

#: Paper that tiled and nup plates are imposed on unless somebody asks for another.
USUAL_PAPER = "a4"


@dataclass(frozen=True)
class Combination:
    """One file of a kit. `paper` matters to what is imposed on office paper, `shop` to what goes to a press."""

    design: Design
    sheet: Sheet
    finish: Finish
    shop: PrintShop = GENERIC
    paper: str = USUAL_PAPER
    variant: str = STANDARD

    @property
    def shop_digest(self) -> str:
        """Names the print shop's demands, and for a ticket the shop itself; empty for the generic one."""
        if not self.shop.key:
            return ""
        if self.is_ticket:
            named = f"{self.shop.digest} {self.shop.key} {self.shop.name}"
            return hashlib.sha256(named.encode()).hexdigest()[:16]
        return self.shop.digest

    @property
    def key(self) -> tuple[str, str, str, str, str, str]:
        """What tells its plate from the other plates of an edition."""
        return self.design.key, self.sheet.key, self.finish, self.shop_digest, self.paper, self.variant

    @property
    def trim_mm(self) -> tuple[float, float] | None:
        """Width and height after cutting; None when that follows from how it is imposed."""
        if self.finish == "office" and self.sheet.paper is not None:
            return self.sheet.paper
        if self.finish in {"press", "office"}:
            return self.sheet.width, self.sheet.height
        return None

    @property
    def is_ticket(self) -> bool:
        return isinstance(self.design, TicketDesign)

    @property
    def filename(self) -> str:
        """Its name in a kit: design, size and finish, with what is not the usual: variant, paper, print shop."""
        parts = [self.design.key, self.sheet.key]
        if self.variant != STANDARD:
            parts.append(self.variant)
        parts.append(self.finish)
        if self.paper != USUAL_PAPER:
            parts.append(self.paper)
        if self.shop.key:
            parts.append(self.shop.key)
        return "-".join(parts) + ".pdf"


def designs(variant: str) -> Iterator[Design]:
    """The designs that a variant is made of."""
    every = all_designs()
    return (every[key] for key in variants.designs(variant, tuple(every)))


def chosen(
    shop: PrintShop = GENERIC, paper: str = USUAL_PAPER, variant: str = STANDARD
) -> Iterator[Combination]:
    """Every file of a kit in its order, press files and job ticket for `shop` and tiled ones on `paper`."""
    for design in designs(variant):
        for sheet in design.sheets:
            for finish in sheet.finishes:
                yield Combination(
                    design, sheet, finish,
                    shop if finish == "press" else GENERIC,
                    paper if paper in papers(sheet, finish) else USUAL_PAPER,
                    variant,
                )  # fmt: skip
    yield ticket(shop, variant)


def ticket(shop: PrintShop = GENERIC, variant: str = STANDARD) -> Combination:
    """The job ticket that goes with a print shop's press files of a variant."""
    design = ticket_design(tuple(map(ticket_file, press(shop, variant))))
    return Combination(design, SHEET, "office", shop, variant=variant)


def press(shop: PrintShop = GENERIC, variant: str = STANDARD) -> Iterator[Combination]:
    """Every press file of a variant as a print shop wants it."""
    for design in designs(variant):
        for sheet in design.sheets:
            if "press" in sheet.finishes:
                yield Combination(design, sheet, "press", shop, variant=variant)


def ticket_file(combination: Combination) -> TicketFile:
    """What a job ticket says of a press file."""
    sheet = combination.sheet
    pages = len(combination.design.surfaces)
    return TicketFile(combination.filename, (sheet.width, sheet.height), pages, sheet.die is not None)
