"""What can be taken of a kit in one go: the whole, what goes to the print shop, or one file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from campaigns.kits.kit import Kit
from campaigns.kits.kit_file import KitFile
from campaigns.kits.models import ImprintVerdict, KitDownload
from campaigns.kits.parcel import Parcel
from campaigns.kits.segments import Segment
from print_templates.variants import STANDARD

#: What the two ZIPs are called in addresses; everything else is a file's name.
WHOLE, PRESS = "kit.zip", "press.zip"
#: From the verdicts on all files, by key, to the parts of what is sent.
Parts = Callable[[dict[str, ImprintVerdict]], list[Segment]]


@dataclass(frozen=True)
class Taken:
    """What somebody wants to take."""

    kit: Kit
    files: Sequence[KitFile]
    etag: str
    filename: str
    media_type: str
    parts: Parts
    #: Files that are not sent but must be fine as well: a job ticket says so of the press files.
    about: Sequence[KitFile] = ()

    def recorded(self, *, by_anyone: bool) -> None:
        KitDownload.objects.create(
            edition=self.kit.edition,
            organisation=self.kit.organisation,
            files=[file.name for file in self.files],
            by_anyone=by_anyone,
        )


def wanted(kit: Kit, what: str, *, by_anyone: bool = False) -> Taken | None:
    """What is called so in a kit; None when it has no such thing. Raises NotBuilt, and FileNotFoundError."""
    # Prints for several places are not to replace one another in one's folder.
    whose = kit.slug if kit.placement is None else f"{kit.slug}-place{kit.placement.pk}"
    edition = f"{whose}-edition{kit.edition.number}"
    variant = f"-{kit.variant}" if kit.variant != STANDARD else ""
    if what == WHOLE:
        return parcel(kit, kit.files, f"{edition}{variant}.zip")
    if what == PRESS:
        shop = f"-{kit.shop.key}" if kit.shop.key else ""
        return parcel(kit, kit.press_files, f"{edition}{variant}-press{shop}.zip")
    file = kit.file(what)
    if file is None:
        return None
    # A file's name alone says its variant.
    kit = kit.of_variant(file.combination.variant)
    folder = "starter-" if kit.by_hand else "" if by_anyone else f"{whose}-"
    return alone(kit, file, folder + file.name)


def alone(kit: Kit, file: KitFile, filename: str) -> Taken:
    def parts(found: dict[str, ImprintVerdict]) -> list[Segment]:
        return [file.segment(found[file.key].size)]

    about = kit.press_files_for(file.combination.shop) if file.combination.is_ticket else ()
    return Taken(kit, [file], file.etag, filename, "application/pdf", parts, about)


def parcel(kit: Kit, files: Sequence[KitFile], filename: str) -> Taken | None:
    if not files:
        return None
    whole = Parcel(kit.slug, kit.edition, files)
    return Taken(kit, files, whole.etag, filename, "application/zip", whole.zip)
