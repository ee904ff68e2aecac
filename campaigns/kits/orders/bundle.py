"""An order as one ZIP: a folder of press files for every item, the list of who gets what, and the job ticket."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from campaigns.kits import verdicts
from campaigns.kits.kit_file import KitFile, Measure
from campaigns.kits.models import Order
from campaigns.kits.orders.pieces import Piece, Press
from campaigns.kits.segments import Segment, WrongLength, constant
from campaigns.kits.zipping import Entry, zipped
from campaigns.members.models import Membership, Organisation
from campaigns.members.spreadsheets import Cell, written

#: Raised whenever the same order would come out as other bytes.
BUNDLE_VERSION = 1
TABLE = "order.csv"


@dataclass(frozen=True)
class Part:
    """What is known of a piece before it is made: 300 organisations' logos are not held while they are sent."""

    organisation: Organisation
    item: str
    path: str
    name: str
    key: str
    title: str
    copies: int


class Bundle:
    """The files of an order and what must be known of them; made once for each answer. Raises NotBuilt."""

    def __init__(self, order: Order, *, build: bool) -> None:
        self.order = order
        self.press = Press(order, build=build)
        self.parts = [part_of(piece) for piece in self.press.pieces()]
        self.ticket = self.press.ticket
        keys = [part.key for part in self.parts]
        if self.ticket:
            keys.append(self.ticket.key)
        self.keys = keys
        self.verdicts = verdicts.known_by_key(keys)
        self.list = listed(self.parts)

    @property
    def missing(self) -> int:
        """How many files nobody has verified yet."""
        return sum(1 for key in self.keys if key not in self.verdicts)

    @property
    def refused(self) -> list[tuple[Part, list[str]]]:
        """Files that cannot be printed as they are, with sentences that say why."""
        found = []
        for part in self.parts:
            verdict = self.verdicts.get(part.key)
            if verdict is not None and not verdict.fine:
                found.append((part, [note["message"] for note in verdict.findings]))
        return found

    @property
    def filename(self) -> str:
        shop = self.order.shop
        return f"order-{self.order.pk}-edition{self.order.edition.number}{f'-{shop.key}' if shop else ''}.zip"

    @property
    def etag(self) -> str:
        """A name for the very bytes of the ZIP."""
        names = [str(BUNDLE_VERSION), str(self.order.pk), *(f"{part.path} {part.key}" for part in self.parts)]
        names.append(self.ticket.key if self.ticket else "")
        return hashlib.sha256("\0".join(names).encode() + self.list).hexdigest()[:32]

    def segments(self) -> list[Segment]:
        """The ZIP in parts; every file must be verified."""
        entries = [Entry(TABLE, zlib.crc32(self.list), constant(self.list))]
        if self.ticket:
            measure: Measure = self.verdicts[self.ticket.key]
            entries.append(Entry(self.ticket.name, measure.crc, self.ticket.segment(measure.size)))
        maker = Maker(self.press)
        for part in self.parts:
            measure = self.verdicts[part.key]
            entries.append(Entry(part.path, measure.crc, maker.segment(part, measure.size)))
        return zipped(entries)


class Maker:
    """Makes the files again as they are sent, keeping one organisation's words for all of its files."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self.whose: int | None = None
        self.files: dict[str, KitFile] = {}

    def segment(self, part: Part, size: int) -> Segment:
        return Segment(size, lambda: self.chunks(part))

    def chunks(self, part: Part) -> Iterable[bytes]:
        """The file's bytes. Raises WrongLength when its words have changed since it was announced."""
        if self.whose != part.organisation.pk:
            self.files = {piece.item.key: piece.file for piece in self.press.of(part.organisation)}
            self.whose = part.organisation.pk
        file = self.files[part.item]
        if file.key != part.key:
            raise WrongLength(f"{part.path} has changed")
        return file.copy().chunks()


def part_of(piece: Piece) -> Part:
    return Part(
        piece.organisation,
        piece.item.key,
        piece.path,
        piece.name,
        piece.file.key,
        piece.item.title,
        piece.copies,
    )


def listed(parts: Sequence[Part]) -> bytes:
    """order.csv: a row for every file, in the installation's language."""
    mails = addresses_of_people({part.organisation.pk for part in parts})
    with translation.override(settings.LANGUAGE_CODE):
        head: list[Cell] = [
            _("Member organisation"), _("Printed item"), _("File"), _("Copies"), _("Delivery address"), _("Contact"),
        ]  # fmt: skip
        rows = [head]
        for part in parts:
            who = part.organisation
            contact = "、".join(filter(None, (who.phone, mails.get(who.pk, ""))))
            rows.append([who.name, part.title, part.name, part.copies, delivered_to(who), contact])
        return written(rows)


def delivered_to(organisation: Organisation) -> str:
    """The address, with its municipality where it does not begin with it."""
    area = organisation.area.full_name
    if organisation.address.startswith(area):
        return organisation.address
    return " ".join(filter(None, (area, organisation.address)))


def addresses_of_people(organisations: set[int]) -> dict[int, str]:
    """One administrator's e-mail address for each organisation that has one."""
    people = Membership.objects.filter(
        organisation__in=organisations, role=Membership.Role.ADMINISTRATOR, user__is_active=True
    ).order_by("-pk")
    return dict(people.values_list("organisation", "user__email"))
