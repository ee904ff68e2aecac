"""One printed copy of a plate: the plate's prefix, and a tail with what is said anew and a fresh table."""

import hashlib
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from print_templates import metadata
from print_templates.prefix import ROW, Prefix, SlotKey

#: Between the plate's title and the name of whom a copy belongs to.
TITLE_JOIN = " – "


@dataclass(frozen=True)
class Copy:
    """A PDF in two parts. Its checksums take no longer than the tail: the prefix's are kept."""

    prefix: Prefix
    tail: bytes = field(repr=False)

    @property
    def size(self) -> int:
        """Length in bytes."""
        return len(self.prefix.data) + len(self.tail)

    @cached_property
    def crc(self) -> int:
        """CRC-32 of the whole file, as a ZIP wants it."""
        return zlib.crc32(self.tail, self.prefix.crc)

    @cached_property
    def sha256(self) -> str:
        """Of the whole file, in hexadecimal."""
        digest = self.prefix.sha256.copy()
        digest.update(self.tail)
        return str(digest.hexdigest())

    def chunks(self) -> tuple[bytes, bytes]:
        """The whole file in order."""
        return self.prefix.data, self.tail

    def __bytes__(self) -> bytes:
        return self.prefix.data + self.tail


class Tail:
    """Collects a copy's own objects behind a plate's prefix."""

    def __init__(self, prefix: Prefix) -> None:
        self.prefix = prefix
        self.parts: list[bytes] = []
        self.at = len(prefix.data)
        self.rows = bytearray(prefix.xref)

    def put(self, number: int, *body: bytes) -> None:
        """An object under a number."""
        start = ROW * number
        self.rows[start : start + ROW] = b"%010d 00000 n \n" % self.at
        whole = (b"%d 0 obj\n" % number, *body, b"\nendobj\n")
        self.parts += whole
        self.at += sum(map(len, whole))

    def add(self, *body: bytes) -> int:
        """A new object; returns its number."""
        number = len(self.rows) // ROW
        self.put(number, *body)
        return number

    def fill(self, key: SlotKey, entries: bytes, stream: bytes) -> None:
        """A panel's form: what the plate says of it, entries of its own, and its operators."""
        slot = self.prefix.slots[key]
        heading = b"<< %s %s /Length %d >>\nstream\n" % (slot.entries, entries, len(stream))
        self.put(slot.number, heading, stream, b"\nendstream")

    def say(self, key: SlotKey, words: str) -> None:
        """What a screen reader says of a panel; an untagged plate says nothing."""
        slot = self.prefix.slots.get(key)
        if slot is not None:
            self.put(slot.number, b"<< %s /%s %s >>" % (slot.entries, key[0].encode(), words.encode()))

    def finished(self, name: str, state: str) -> Copy:
        """The copy of whoever is called `name`; nobody's copy keeps the plate's title.

        `state` is all that is imprinted: it gives the copy its identifier. A name with characters beyond the
        basic plane (𠮷) stays out of the title: Poppler writes such a title as broken UTF-8.
        """
        prefix = self.prefix
        title = prefix.about.title + (TITLE_JOIN + name if name and max(name) <= "\uffff" else "")
        instance = hashlib.blake2b((prefix.about.document + state).encode(), digest_size=16).hexdigest()
        about = prefix.about.of_copy(title, instance)
        self.put(prefix.info, metadata.info(about))
        packet = metadata.xmp(about)
        heading = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n" % len(packet)
        self.put(prefix.metadata, heading, packet, b"\nendstream")
        self.parts.append(
            b"xref\n0 %d\n%strailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
            % (
                len(self.rows) // ROW, bytes(self.rows), len(self.rows) // ROW, prefix.root, prefix.info,
                about.document.encode(), about.instance.encode(), self.at,
            )
        )  # fmt: skip
        return Copy(prefix, b"".join(self.parts))
