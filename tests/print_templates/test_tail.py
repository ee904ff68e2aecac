"""A copy is a prefix that all copies share and a tail of its own; together they are one clean PDF."""

import hashlib
import io
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from print_templates import plate as plates
from print_templates.imprint import imprint, printed
from print_templates.plate import Plate
from print_templates.prefix import read
from print_templates.proof import sample_imprint
from tests.print_templates.conftest import Artefact, plate_of, red_logo, run

WORDS = sample_imprint(red_logo())


@pytest.fixture
def plate() -> Plate:
    return plate_of("coast", "flyer", "a4", "office")


def test_it_works(plate: Plate) -> None:
    copy = printed(plate, WORDS)
    data = bytes(copy)
    assert data == b"".join(copy.chunks()) == imprint(plate, WORDS)
    assert copy.size == len(data)
    assert copy.crc == zlib.crc32(data)
    assert copy.sha256 == hashlib.sha256(data).hexdigest()


def test_all_copies_share_their_prefix(plate: Plate) -> None:
    one, other = printed(plate, WORDS), printed(plate, replace(WORDS, name="別の会"))
    assert one.chunks()[0] is other.chunks()[0]
    assert one.chunks()[1] != other.chunks()[1]


def test_the_tail_is_small(artefact: Artefact) -> None:
    """Names, three places near by, code and a subset of two faces; nothing of the plate is written again."""
    tail = printed(artefact.plate, replace(artefact.words, logo=None)).chunks()[1]
    assert len(tail) < 35_000


def test_no_layout_is_needed(plate: Plate, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("laid out again")

    monkeypatch.setattr(plates, "engine", refuse)
    assert printed(plate, replace(WORDS, name="あとから入った会")).size


def test_nothing_of_the_empty_panels_is_left(artefact: Artefact) -> None:
    """Every object number is written once, and no mark of a panel remains."""
    assert b"TsunagariSlot" in artefact.plate.pdf
    assert b"TsunagariSlot" not in artefact.pdf
    numbers = re.findall(rb"(?:^|\n)(\d+) 0 obj\n", artefact.pdf)
    assert len(numbers) == len(set(numbers))
    with pikepdf.open(io.BytesIO(artefact.pdf)) as pdf:
        assert len(numbers) == len(pdf.objects) - [str(thing) for thing in pdf.objects].count("null")


def test_the_table_names_every_object_where_it_stands(artefact: Artefact) -> None:
    """A reader that trusts the table finds each number at its offset (qpdf would repair it silently)."""
    data = artefact.pdf
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    assert data[start : start + 5] == b"xref\n"
    rows = re.findall(rb"(\d{10}) (\d{5}) ([nf]) \n", data[start:])
    assert len(rows) == int(data[start + 5 :].split()[1])
    for number, (offset, _generation, kind) in enumerate(rows):
        if kind == b"n":
            assert data[int(offset) :].startswith(b"%d 0 obj\n" % number)


def test_what_a_copy_says_of_itself_is_its_own(press_artefact: Artefact) -> None:
    other = io.BytesIO(imprint(press_artefact.plate, replace(press_artefact.words, name="別の会")))
    with pikepdf.open(press_artefact.path) as one, pikepdf.open(other) as two:
        with one.open_metadata() as mine, two.open_metadata() as theirs:
            assert mine["xmpMM:DocumentID"] == theirs["xmpMM:DocumentID"]
            assert mine["xmpMM:InstanceID"] != theirs["xmpMM:InstanceID"]
            assert mine["dc:title"].endswith(" – 見本の会")
            assert theirs["dc:title"] == str(two.docinfo["/Title"])
            assert str(one.docinfo["/CreationDate"])[2:10] == mine["xmp:CreateDate"][:10].replace("-", "")
        assert bytes(one.trailer.ID[0]) == bytes(two.trailer.ID[0])
        assert bytes(one.trailer.ID[1]) != bytes(two.trailer.ID[1])


def test_a_name_beyond_the_basic_plane_is_printed_but_not_in_the_title(plate: Plate, tmp_path: Path) -> None:
    path = tmp_path / "rare.pdf"
    path.write_bytes(imprint(plate, replace(WORDS, name="𠮷田商店")))
    assert "𠮷田商店" in run("pdftotext", "-bbox", path, "-").replace("</word>", "")
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Title"]) == "見本キャンペーン (flyer)"


def test_a_pdf_of_another_program_is_no_plate(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    with pytest.raises((ValueError, AttributeError, KeyError)):
        read(out.getvalue())
