"""What can be ordered: the press files of a kit, one item for each design and sheet."""

from dataclasses import dataclass

from campaigns.kits.combinations import Combination, press
from campaigns.kits.shelf import titles
from print_templates.sheet import paper_name
from print_templates.shop import GENERIC, PrintShop


@dataclass(frozen=True)
class Item:
    """One press file as it is ordered; `key` is design and sheet as in file names, such as poster-a2."""

    key: str
    combination: Combination

    @property
    def title(self) -> str:
        return f"{titles()[self.combination.design.key][0]} {paper_name(self.combination.sheet)}"


def items(shop: PrintShop = GENERIC) -> dict[str, Item]:
    """Every item by its key, in the order of a kit."""
    found = [Item(f"{each.design.key}-{each.sheet.key}", each) for each in press(shop)]
    return {item.key: item for item in found}
