"""A kit: plates + imprint of one organisation, computed whenever somebody asks, never stored."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from campaigns.kits import plates
from campaigns.kits.models import Plate
from campaigns.links.models import ShortLink
from campaigns.members.logos import logo_for
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.content import Imprint
from print_templates.design import all_designs
from print_templates.imprint import imprint, misfits
from print_templates.raster import page_count

#: The slug of the network's own, unbranded kit; no organisation may take it.
NETWORK = "network"
#: ZIP entries carry a fixed time, so that the same kit is the same bytes.
ZIP_TIME = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class KitFile:
    """One PDF of a kit, made when its bytes are asked for."""

    plate: Plate
    words: Imprint

    @property
    def name(self) -> str:
        return self.plate.filename

    @property
    def surfaces(self) -> int:
        """How many pages it has."""
        return len(all_designs()[self.plate.design].surfaces)

    @property
    def etag(self) -> str:
        """A name for the very bytes: what the plate is and what is imprinted."""
        return hashlib.sha256(f"{self.plate.sha256} {self.words.state}".encode()).hexdigest()[:32]

    def pdf(self) -> bytes:
        """The PDF. Raises imprint.DoesNotFit."""
        return imprint(self.plate.laid_out(), self.words)

    def described(self, pdf: bytes) -> dict[str, Any]:
        """The file's entry in kit.json."""
        sheet = all_designs()[self.plate.design].sheet(self.plate.sheet)
        trim = sheet.paper if sheet.paper and self.plate.finish == "office" else (sheet.width, sheet.height)
        return {
            "name": self.name,
            "sha256": hashlib.sha256(pdf).hexdigest(),
            "trim_mm": list(trim),
            "pages": page_count(pdf),
            "finish": self.plate.finish,
            "qr_url": self.words.url,
        }


@dataclass(frozen=True)
class Kit:
    """The kit of an organisation, or with None the network's own unbranded one."""

    edition: Edition
    organisation: Organisation | None
    #: Whether a missing plate is laid out at once; without, NotBuilt is raised.
    build: bool = True

    @cached_property
    def link(self) -> ShortLink:
        return ShortLink.objects.issued(self.edition, self.organisation)

    @cached_property
    def words(self) -> Imprint:
        """What is imprinted, in the edition's language, whatever language the person who asks reads."""
        link, who = self.link, self.organisation
        with translation.override(self.edition.content.language):
            code = _("Two-dimensional code to %(address)s") % {"address": link.address}
            if who is None:
                return Imprint(url=link.url, address=link.address, code_alternative=code, code=link.encoded())
            contact = _("Tel. %(phone)s") % {"phone": who.phone} if who.phone else ""
        logo = logo_for(who)
        return Imprint(link.url, link.address, who.printed_name, contact, logo, code, link.encoded())

    @cached_property
    def files(self) -> list[KitFile]:
        return [KitFile(plate, self.words) for plate in plates.plates_of(self.edition, build=self.build)]

    def file(self, name: str) -> KitFile | None:
        """The file of that name, or None; no other plate is touched."""
        for combination in plates.combinations():
            if plates.filename(combination) == name:
                return KitFile(plates.obtain(self.edition, combination, build=self.build), self.words)
        return None

    def misfits(self) -> list[str]:
        """Keys of the designs whose panel has no room for the imprint at a readable size."""
        found = []
        for design, sheet, _finish in plates.combinations():
            if design.key not in found and misfits(design.panels(sheet), self.words):
                found.append(design.key)
        return found

    @property
    def slug(self) -> str:
        return self.organisation.slug if self.organisation else NETWORK

    @property
    def etag(self) -> str:
        return hashlib.sha256("".join(file.etag for file in self.files).encode()).hexdigest()[:32]

    def written(self) -> Iterator[tuple[str, bytes]]:
        """(name, bytes) of every PDF and of kit.json, one at a time."""
        described = []
        for file in self.files:
            pdf = file.pdf()
            described.append(file.described(pdf))
            yield file.name, pdf
        yield "kit.json", self.described(described)

    def described(self, files: list[dict[str, Any]]) -> bytes:
        about = {
            "organisation": self.slug,
            "edition": self.edition.number,
            "language": self.edition.content.language,
            "files": files,
        }
        return json.dumps(about, ensure_ascii=False, indent=2).encode() + b"\n"

    def zip(self) -> bytes:
        """The whole kit as one ZIP; the same kit gives the same bytes."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for name, data in self.written():
                entry = zipfile.ZipInfo(f"{self.slug}/{name}", ZIP_TIME)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, data)
        return out.getvalue()


#: The unbranded poster that anyone may take: A4, for any printer.
OPEN_POSTER = "poster-a4-office.pdf"
