"""A kit: plates + imprint of one organisation, computed whenever somebody asks, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campaigns.areas.nearness import MOST_NEAR, atlas_around, nearest
from campaigns.kits import batches, plates
from campaigns.kits.combinations import USUAL_PAPER, Combination, chosen, press
from campaigns.kits.kit_file import KitFile, with_digests
from campaigns.kits.models import Plate
from campaigns.kits.wording import USUAL, Wording
from campaigns.links.models import Placement, ShortLink
from campaigns.members.logos import logo_for
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.content import Imprint, Place
from print_templates.imprint import misfits
from print_templates.shop import GENERIC, PrintShop
from print_templates.variants import STANDARD, audience_of, variants

#: The slug of the network's own, unbranded kit; no organisation may take it.
NETWORK = "network"
#: The unbranded poster that anyone may take: A4, for any printer.
OPEN_POSTER = "poster-a4-office.pdf"


@dataclass(frozen=True)
class Kit:
    """The kit of an organisation, or with None the network's own unbranded one.

    It holds the prints of one variant; press files are as `shop` wants them, tiled ones on `paper`.
    """

    edition: Edition
    organisation: Organisation | None
    #: Whether a missing plate is laid out at once; without, NotBuilt is raised.
    build: bool = True
    shop: PrintShop = GENERIC
    paper: str = USUAL_PAPER
    variant: str = STANDARD
    #: The place that its prints are for; they carry its code where it has one of its own.
    placement: Placement | None = None
    #: What the organisation wants to say otherwise than usual.
    wording: Wording = USUAL
    #: The edition's language where somebody asked for one; empty for the campaign's own.
    language: str = ""
    #: Whether the network's own prints have lines to write a place's name on.
    by_hand: bool = False

    @cached_property
    def link(self) -> ShortLink:
        """The code on its prints; an audience's prints have one of their own."""
        audience = audience_of(self.edition.content, self.variant)
        place = self.placement if self.placement is not None and self.placement.has_own_code else None
        return ShortLink.objects.issued(self.edition, self.organisation, audience, place)

    @cached_property
    def words(self) -> Imprint:
        """What is imprinted, in the edition's language, whatever language the person who asks reads."""
        link, who = self.link, self.organisation
        with translation.override(self.edition.content.language):
            spoken = _("Two-dimensional code to %(address)s") % {"address": link.address}
            if who is None:
                return Imprint(
                    link.url, link.address, code_alternative=spoken, code=link.encoded(), places=self.places,
                    by_hand=blanks() if self.by_hand else (),
                )  # fmt: skip
            contact = _("Tel. %(phone)s") % {"phone": who.phone} if who.phone and self.wording.contact else ""
        logo = logo_for(who)
        return Imprint(
            link.url,
            link.address,
            self.wording.name or who.printed_name,
            contact,
            logo,
            spoken,
            link.encoded(),
            places=self.places,
            message=self.wording.message,
        )

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The edition's places nearest to the organisation; for the network itself the campaign's first."""
        known = self.edition.content.places
        if self.organisation is None or len(known) < 2:
            return known[:MOST_NEAR]
        own, atlas = atlas_around(self.organisation.area_id, (place.area_code for place in known))
        return nearest(known, own, atlas, MOST_NEAR)

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
        return list(chosen(self.shop, self.paper, self.variant))

    @cached_property
    def pairs(self) -> list[tuple[Combination, Plate]]:
        """Each combination with its plate, refused ones too. Raises NotBuilt."""
        return plates.obtain(self.edition, self.combinations, build=self.build)

    def is_complete(self) -> bool:
        """Whether every plate is there; if so, they are looked up only now."""
        try:
            self.__dict__["pairs"] = plates.obtain(self.edition, self.combinations, build=False)
        except plates.NotBuilt:
            return False
        return True

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
        wanted = press(shop, self.variant)
        return self.with_words(plates.obtain(self.edition, wanted, build=self.build))

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

    def named(self, name: str) -> Combination | None:
        """What of the edition is called so, in whichever variant, for whichever print shop and paper."""
        every = batches.everything(variants(self.edition.content))
        return next((combination for combination in every if combination.filename == name), None)

    def of_variant(self, variant: str) -> "Kit":
        """The same kit in another variant."""
        return self if variant == self.variant else replace(self, variant=variant)

    def file(self, name: str) -> KitFile | None:
        """The file of that name, or None; no other plate is touched. Raises NotBuilt."""
        found = self.named(name)
        if found is None:
            return None
        # A ticket says the digests of the files it is about.
        about = press(found.shop, found.variant) if found.is_ticket else ()
        pairs = plates.obtain(self.edition, [*about, found], build=self.build)
        files = self.of_variant(found.variant).with_words(pairs)
        return next((file for file in files if file.name == name), None)

    def misfits(self) -> dict[str, str]:
        """Designs, by key, whose panel has no room for the imprint at a readable size, and the field that is too long."""
        found: dict[str, str] = {}
        for design, sheet in dict.fromkeys((each.design, each.sheet) for each in self.combinations):
            if design.key not in found:
                field = misfits(design.panels_for(sheet, self.edition.content), self.words)
                if field:
                    found[design.key] = field
        return found

    @property
    def slug(self) -> str:
        return self.organisation.slug if self.organisation else NETWORK


def blanks() -> tuple[str, ...]:
    """What is to be written by hand, in the order of `print_templates.blanks`."""
    return (
        pgettext("to write by hand", "Place"),
        pgettext("to write by hand", "Open"),
        pgettext("to write by hand", "Contact"),
    )
