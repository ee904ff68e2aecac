"""The press files of an order: whose, of what, how many copies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.kits import copies, plates
from campaigns.kits.combinations import ticket
from campaigns.kits.kit import Kit
from campaigns.kits.kit_file import KitFile
from campaigns.kits.models import Order, Plate
from campaigns.kits.orders.items import Item, items
from campaigns.kits.orders.quantities import Table, table
from campaigns.members.models import Organisation
from print_templates.ticket import TicketDesign, order_imprint


@dataclass(frozen=True)
class Piece:
    """One organisation's file of one item, and how many copies are printed of it."""

    organisation: Organisation
    item: Item
    copies: int
    file: KitFile

    @property
    def name(self) -> str:
        return f"{self.organisation.slug}-{self.file.name}"

    @property
    def path(self) -> str:
        """Where it lies in the ZIP: a folder for every item."""
        return f"{self.item.key}/{self.name}"


class Press:
    """An order with the plates it is printed from. Files are made organisation by organisation and not kept.

    Raises NotBuilt while plates are still to come.
    """

    def __init__(self, order: Order, *, build: bool) -> None:
        self.order, self.build, self.shop = order, build, order.as_shop()
        self.table: Table = table(order)
        every = items(self.shop)
        self.items = [every[item.key] for item, number, _organisations in self.table.totals if number]
        pairs = plates.obtain(order.edition, [item.combination for item in self.items], build=build)
        self.plates: dict[str, Plate] = {
            item.key: plate for item, (_combination, plate) in zip(self.items, pairs, strict=True)
        }

    @property
    def held_back(self) -> list[Item]:
        """What the preflight has refused for everybody."""
        return [item for item in self.items if self.plates[item.key].is_refused]

    def open_plates(self) -> None:
        """Find out before an answer has begun whether a plate's file is gone. Raises FileNotFoundError."""
        for item in self.items:
            if self.plates[item.key].pdf:
                copies.laid_out(self.plates[item.key], item.combination)

    @cached_property
    def recipients(self) -> list[Organisation]:
        """Who gets something."""
        wanted = {pk for (pk, _item), number in self.table.copies.items() if number}
        return [organisation for organisation in self.table.organisations if organisation.pk in wanted]

    def of(self, organisation: Organisation) -> Iterator[Piece]:
        """One organisation's files."""
        words = Kit(self.order.edition, organisation, self.build, self.shop).words_for(self.shop)
        for item in self.items:
            number = self.table.copies.get((organisation.pk, item.key), 0)
            if number:
                file = KitFile(item.combination, self.plates[item.key], words)
                yield Piece(organisation, item, number, file)

    def pieces(self) -> Iterator[Piece]:
        for organisation in self.recipients:
            yield from self.of(organisation)

    @cached_property
    def ticket(self) -> KitFile | None:
        """The job ticket with the copies of every item; None when the preflight refuses it."""
        wanted = ticket(self.shop)
        ((_combination, plate),) = plates.obtain(self.order.edition, [wanted], build=self.build)
        design = wanted.design
        if plate.is_refused or not isinstance(design, TicketDesign):
            return None
        edition = self.order.edition
        with translation.override(edition.content.language):
            contact = _("Every organisation's prints carry a code of their own; this one is the network's.")
            lines, counts = self.summary([file.name for file in design.files])
        words = replace(Kit(edition, None, self.build).words, name=edition.content.issuer, contact=contact)
        return KitFile(wanted, plate, order_imprint(words, lines, counts))

    def summary(self, names: list[str]) -> tuple[list[str], list[str]]:
        """What the ticket says of each press file: of how many files it stands for one, and their copies in all."""
        ordered = {
            items(self.shop)[item.key].combination.filename: (number, organisations)
            for item, number, organisations in self.table.totals
            if number
        }
        lines, counts = [], []
        for name in names:
            number, organisations = ordered.get(name, (0, 0))
            lines.append(files_sentence(organisations) if number else _("Not part of this order."))
            counts.append(f"{number:,}" if number else "–")
        return lines, counts


def files_sentence(number: int) -> str:
    return ngettext(
        "%(number)s file with an organisation's name; its copies are in order.csv.",
        "%(number)s files, one for each organisation; their copies are in order.csv.",
        number,
    ) % {"number": number}
