"""A kit: plates + imprint of one organisation, computed whenever somebody asks, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import translation
from django.utils.translation import gettext as _

from campaigns.kits import batches, plates
from campaigns.kits.combinations import USUAL_PAPER, Combination, chosen, press
from campaigns.kits.kit_file import KitFile, with_digests
from campaigns.kits.models import Plate
from campaigns.links.models import ShortLink
from campaigns.members.logos import logo_for
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.content import Imprint
from print_templates.imprint import misfits
from print_templates.shop import GENERIC, PrintShop

#: The slug of the network's own, unbranded kit; no organisation may take it.
NETWORK = "network"
#: The unbranded poster that anyone may take: A4, for any printer.
OPEN_POSTER = "poster-a4-office.pdf"


@dataclass(frozen=True)
class Kit:
    """The kit of an organisation, or with None the network's own unbranded one.

    Press files are as `shop` wants them, tiled ones on `paper`.
    """

    edition: Edition
    organisation: Organisation | None
    #: Whether a missing plate is laid out at once; without, NotBuilt is raised.
    build: bool = True
    shop: PrintShop = GENERIC
    paper: str = USUAL_PAPER

    @cached_property
    def link(self) -> ShortLink:
        return ShortLink.objects.issued(self.edition, self.organisation)

    @cached_property
    def words(self) -> Imprint:
        """What is imprinted, in the edition's language, whatever language the person who asks reads."""
        link, who = self.link, self.organisation
        with translation.override(self.edition.content.language):
            spoken = _("Two-dimensional code to %(address)s") % {"address": link.address}
            if who is None:
                return Imprint(link.url, link.address, code_alternative=spoken, code=link.encoded())
            contact = _("Tel. %(phone)s") % {"phone": who.phone} if who.phone else ""
        logo = logo_for(who)
        return Imprint(link.url, link.address, who.printed_name, contact, logo, spoken, link.encoded())

    def words_for(self, shop: PrintShop) -> Imprint:
        """The same with the logo in a print shop's inks."""
        if self.words.logo is None or self.organisation is None or shop.inks == GENERIC.inks:
            return self.words
        if shop.inks not in self.in_other_inks:
            self.in_other_inks[shop.inks] = replace(self.words, logo=logo_for(self.organisation, shop))
        return self.in_other_inks[shop.inks]

    @cached_property
    def in_other_inks(self) -> dict[str, Imprint]:
        return {}

    @cached_property
    def combinations(self) -> list[Combination]:
        return list(chosen(self.shop, self.paper))

    @cached_property
    def pairs(self) -> list[tuple[Combination, Plate]]:
        """Each combination with its plate, refused ones too. Raises NotBuilt."""
        return plates.obtain(self.edition, self.combinations, build=self.build)

    @cached_property
    def files(self) -> list[KitFile]:
        """What can be taken, in the order of a kit."""
        return self.with_words(self.pairs)

    @property
    def press_files(self) -> list[KitFile]:
        """What goes to a print shop: press files and their job ticket."""
        return [
            file for file in self.files if file.combination.finish == "press" or file.combination.is_ticket
        ]

    def press_files_for(self, shop: PrintShop) -> list[KitFile]:
        """The press files as a print shop wants them, whichever was chosen. Raises NotBuilt."""
        return self.with_words(plates.obtain(self.edition, press(shop), build=self.build))

    @property
    def ticket(self) -> KitFile | None:
        return next((file for file in self.files if file.combination.is_ticket), None)

    @property
    def held_back(self) -> list[Combination]:
        """What the preflight has refused and nobody can take."""
        return [combination for combination, plate in self.pairs if plate.is_refused]

    def with_words(self, pairs: Iterable[tuple[Combination, Plate]]) -> list[KitFile]:
        return with_digests(
            [
                KitFile(combination, plate, self.words_for(combination.shop))
                for combination, plate in pairs
                if not plate.is_refused
            ]
        )

    def file(self, name: str) -> KitFile | None:
        """The file of that name for whichever print shop and paper, or None; no other plate is touched."""
        for combination in batches.everything():
            if combination.filename == name:
                # A ticket says the digests of the files it is about.
                about = press(combination.shop) if combination.is_ticket else ()
                files = self.with_words(plates.obtain(self.edition, [*about, combination], build=self.build))
                return next((file for file in files if file.name == name), None)
        return None

    def misfits(self) -> list[str]:
        """Keys of the designs whose panel has no room for the imprint at a readable size."""
        found = []
        for design, sheet in dict.fromkeys((each.design, each.sheet) for each in self.combinations):
            if design.key not in found and misfits(design.panels(sheet), self.words):
                found.append(design.key)
        return found

    @property
    def slug(self) -> str:
        return self.organisation.slug if self.organisation else NETWORK
