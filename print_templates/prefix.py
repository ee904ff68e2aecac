"""A plate cut in two: the bytes that every copy begins with, and the objects that each copy says anew.

A plate is stored as a plain PDF with empty panels, one object after another and a classic cross-reference
table (ISO 32000-1, 7.5.4). Its constant objects become the prefix; of the others (the marked ones of
panels.py, Info and XMP) only the numbers and fixed entries are kept.
"""

import hashlib
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Pdf

from print_templates.metadata import NO_DAY, About

#: One row of a cross-reference table is twenty bytes.
ROW = 20
FREE = b"0000000000 65535 f \n"
MARKED = re.compile(rb"/TsunagariSlot \[ /(\w+) (\d+) \]")
#: Entries that every copy says anew.
REPLACED = re.compile(rb"/TsunagariSlot \[[^]]*\]|/Length \d+|/Filter /FlateDecode|/(?:ActualText|Alt) \(\)")

#: A slot is known by what it holds (Words, Code, ActualText, Alt) and its panel's number.
SlotKey = tuple[str, int]


@dataclass(frozen=True)
class Slot:
    """An object that a copy replaces: its number, and the entries of its dictionary that stay."""

    number: int
    entries: bytes


@dataclass(frozen=True)
class Prefix:
    """What all copies of a plate share. `xref` has a row for every object number of the plate."""

    data: bytes
    crc: int
    sha256: Any
    xref: bytes
    slots: Mapping[SlotKey, Slot]
    root: int
    info: int
    metadata: int
    about: About

    @property
    def size(self) -> int:
        """How many object numbers are taken, 0 included."""
        return len(self.xref) // ROW


def read(plate: bytes) -> Prefix:
    """Cut a stored plate. Raises ValueError for a PDF that saved_as_plate did not write."""
    with Pdf.open(BytesIO(plate)) as pdf:
        root, metadata = pdf.Root.objgen[0], pdf.Root.Metadata.objgen[0]
        info = pdf.trailer.Info.objgen[0]
        about = about_of(pdf, plate)
    objects = objects_of(plate)
    slots = {}
    for number, body in objects.items():
        found = MARKED.search(body[:2000])
        if found:
            slots[found[1].decode(), int(found[2])] = Slot(number, fixed_entries(body))
    changing = {info, metadata, *(slot.number for slot in slots.values())}
    return assembled(plate, objects, changing, slots, root, info, metadata, about)


def assembled(
    plate: bytes, objects: dict[int, bytes], changing: set[int], slots: dict[SlotKey, Slot],
    root: int, info: int, metadata: int, about: About,
) -> Prefix:  # fmt: skip
    """The constant objects one after the other, and the table that says where they are."""
    header = plate[: plate.index(next(iter(objects.values())))]
    parts, at = [header], len(header)
    rows = [FREE] * (max(objects) + 1)
    for number, body in objects.items():
        if number not in changing:
            rows[number] = b"%010d 00000 n \n" % at
            parts.append(body)
            at += len(body)
    data = b"".join(parts)
    return Prefix(
        data, zlib.crc32(data), hashlib.sha256(data), b"".join(rows), slots, root, info, metadata, about
    )


def objects_of(pdf: bytes) -> dict[int, bytes]:
    """Every object's bytes by number, in the order of the file."""
    start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    heading = re.match(rb"xref\s+0 (\d+)\s*?\n", pdf[start : start + 40])
    if heading is None:
        raise ValueError("a plate has one classic cross-reference table")
    table = pdf[start + heading.end() :]
    rows = [table[ROW * row : ROW * row + ROW] for row in range(int(heading[1]))]
    places = sorted((int(row[:10]), number) for number, row in enumerate(rows) if row[17:18] == b"n")
    ends = [place for place, _number in places[1:]] + [start]
    return {number: pdf[place:end] for (place, number), end in zip(places, ends, strict=True)}


def fixed_entries(body: bytes) -> bytes:
    """The entries of an object's dictionary without those that a copy says anew."""
    inside = body[body.index(b"<<") + 2 :]
    inside = (
        inside[: inside.rindex(b">>")] if b"stream" not in inside else inside[: inside.index(b">>\nstream")]
    )
    return REPLACED.sub(b"", inside).strip()


def about_of(pdf: Pdf, plate: bytes) -> About:
    """What the plate says about itself, for its copies to repeat."""
    day = str(pdf.docinfo.get("/CreationDate", ""))[2:10]
    return About(
        title=str(pdf.docinfo["/Title"]),
        language=str(pdf.Root.Lang),
        press=Name.OutputIntents in pdf.Root,
        day=f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else NO_DAY,
        document=hashlib.sha256(plate).hexdigest()[:32],
    )


def saved_as_plate(pdf: Pdf) -> bytes:
    """The PDF's bytes in the form that `read` cuts; equal objects give equal bytes."""
    target = BytesIO()
    pdf.save(
        target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, linearize=False
    )
    return target.getvalue()
