"""Metadata, scripts, attachments and links: what a file says beside what it shows."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from print_templates.preflight import preflight
from tests.print_templates.conftest import Artefact
from tests.print_templates.twins import Break, Twin, checks, edited, ghostscript, no_change, prove

pytestmark = pytest.mark.usefixtures("in_english")
Xmp = pikepdf.models.PdfMetadata


def test_it_works(poster: Artefact, office_poster: Artefact) -> None:
    for artefact in (poster, office_poster):
        assert preflight(artefact.pdf, checks={"metadata", "javascript", "attachment", "link"}) == []


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def script_by_name(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=pdf.make_stream(b"app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), action])))


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["members.csv"] = b"secret"


def link(action: Dictionary) -> Break:
    def add(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])

    return add


def to(address: str) -> Dictionary:
    return Dictionary(S=Name.URI, URI=String(address))


def in_info(**said: object) -> Break:
    def add(pdf: pikepdf.Pdf) -> None:
        for key, value in said.items():
            pdf.docinfo[f"/{key}"] = value

    return add


def not_in_info(key: str) -> Break:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo[f"/{key}"]

    return remove


def in_xmp(change: Callable[[Xmp], object]) -> Break:
    def edit(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            change(xmp)

    return edit


def without(key: str) -> Break:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return remove


AUTHOR = in_xmp(lambda xmp: xmp.__setitem__("dc:creator", ["Somebody"]))
PRESS_TWINS = {
    "script": Twin("javascript", "", script, no_change),
    "script by name": Twin("javascript", "", script_by_name, no_change),
    "attachment": Twin("attachment", "", attachment, no_change),
    "link outside": Twin(
        "link", "evil.example", link(to("https://evil.example/q/ABC2345")),
        link(to("https://tsunagari.example.jp/about/")),
    ),
    "link that looks like home": Twin(
        "link", "", link(to("https://tsunagari.example.jp@evil.example/")),
        link(Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))),
    ),
    "link by another scheme": Twin("link", "", link(to("javascript:alert(1)")), no_change),
    "launching a program": Twin(
        "link", "Launch", link(Dictionary(S=Name.Launch, F=String("calc.exe"))), no_change
    ),
    "sending a form": Twin(
        "link", "SubmitForm", link(Dictionary(S=Name.SubmitForm, F=String("https://x.example"))), no_change
    ),
    "no title": Twin("metadata", "title", not_in_info("Title"), no_change),
    "two titles": Twin("metadata", "title", in_info(Title="Another"), no_change),
    "no producer": Twin("metadata", "producer", not_in_info("Producer"), no_change),
    "no language": Twin("metadata", "language", without("/Lang"), no_change),
    "an author in Info": Twin("metadata", "Author", in_info(Author="Somebody"), no_change),
    "an author in XMP": Twin("metadata", "dc:creator", AUTHOR, no_change),
    "keywords": Twin("metadata", "Keywords", in_info(Keywords="x"), no_change),
    "no PDF/X version": Twin(
        "metadata", "PDF/X", in_xmp(lambda xmp: xmp.__delitem__("pdfxid:GTS_PDFXVersion")),
        in_xmp(lambda xmp: xmp.__setitem__("pdfxid:GTS_PDFXVersion", "PDF/X-4")),
    ),
    "trapping unsaid": Twin("metadata", "trapping", not_in_info("Trapped"), no_change),
    "trapped and not": Twin("metadata", "trapping", in_info(Trapped=Name.TRUE), no_change),
    "no date": Twin("metadata", "dates", not_in_info("CreationDate"), no_change),
    "two dates": Twin(
        "metadata", "dates", in_info(ModDate="D:20000101000000+09'00'"), in_info(ModDate="D:20000101090000+09'00'")
    ),
    "no identifier": Twin(
        "metadata", "identifier", in_xmp(lambda xmp: xmp.__delitem__("xmpMM:DocumentID")), no_change
    ),
}  # fmt: skip
OFFICE_TWINS = {
    "not marked": Twin("metadata", "tagged", without("/MarkInfo"), no_change),
    "no tags": Twin("metadata", "tagged", without("/StructTreeRoot"), no_change),
    "a file name as title": Twin("metadata", "tagged", without("/ViewerPreferences"), no_change),
    "no claim": Twin(
        "metadata", "tagged", in_xmp(lambda xmp: xmp.__delitem__("pdfuaid:part")),
        in_xmp(lambda xmp: xmp.__setitem__("pdfuaid:part", "1")),
    ),
    "no title": Twin("metadata", "title", in_info(Title=" "), no_change),
}  # fmt: skip


@pytest.mark.parametrize("twin", PRESS_TWINS)
def test_a_broken_press_file_is_caught(twin: str, poster: Artefact) -> None:
    prove(poster.pdf, PRESS_TWINS[twin])


@pytest.mark.parametrize("twin", OFFICE_TWINS)
def test_a_broken_office_file_is_caught(twin: str, office_poster: Artefact) -> None:
    prove(office_poster.pdf, OFFICE_TWINS[twin])


def test_a_file_without_an_id_in_its_trailer_is_caught(poster: Artefact, tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    with pikepdf.open(poster.path) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    kept = plain.read_bytes()
    assert kept.count(b"/ID [") == 1
    assert preflight(kept, checks={"metadata"}) == []
    assert checks(preflight(kept.replace(b"/ID [", b"/IX ["), checks={"metadata"})) == {"metadata"}


def test_what_ghostscript_makes_of_it_is_no_longer_the_standard(poster: Artefact, tmp_path: Path) -> None:
    assert "metadata" in checks(preflight(ghostscript(poster.pdf, tmp_path), checks={"metadata"}))


def test_metadata_that_is_no_xml_is_told(poster: Artefact) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(b"<x:xmpmeta")

    assert "metadata" in checks(preflight(edited(poster.pdf, spoil), checks={"metadata"}))
