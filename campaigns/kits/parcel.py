"""Files of a kit that are handed over together, with kit.json last: as a ZIP, or written into a folder."""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from campaigns.kits.kit_file import KitFile, Measure
from campaigns.kits.segments import Segment, constant
from campaigns.kits.zipping import Entry, zipped
from campaigns.models import Edition

#: Raised whenever the same files would come out as other bytes of a ZIP.
ZIP_VERSION = 1


@dataclass(frozen=True)
class Parcel:
    """Some or all files of a kit; `slug` says whose."""

    slug: str
    edition: Edition
    files: Sequence[KitFile]

    @property
    def names(self) -> list[str]:
        return [file.name for file in self.files]

    @cached_property
    def etag(self) -> str:
        """A name for the very bytes of the ZIP: whose, which files, which bytes."""
        edition = self.edition
        parts = [self.slug, str(edition.number), edition.content.language, str(ZIP_VERSION)]
        parts += [part for file in self.files for part in (file.name, file.key)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

    def description(self, measures: Mapping[str, Measure]) -> bytes:
        """kit.json; `measures` has every file's by key."""
        about = {
            "organisation": self.slug,
            "edition": self.edition.number,
            "language": self.edition.content.language,
            "files": [file.described(measures[file.key]) for file in self.files],
        }
        return json.dumps(about, ensure_ascii=False, indent=2).encode() + b"\n"

    def zip(self, measures: Mapping[str, Measure]) -> list[Segment]:
        """The ZIP in parts: every file lies in a folder of the organisation's name and is made when it is sent."""
        folder = self.slug
        entries = [
            Entry(f"{folder}/{file.name}", measure.crc, file.segment(measure.size))
            for file in self.files
            for measure in (measures[file.key],)
        ]
        description = self.description(measures)
        entries.append(Entry(f"{folder}/kit.json", zlib.crc32(description), constant(description)))
        return zipped(entries)
