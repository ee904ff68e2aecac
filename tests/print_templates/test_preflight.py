"""Preflight as a whole: its interface, files that are none, and sentences that help. Each check has a file of its own."""

import io

import pikepdf
import pytest
from django.utils import translation
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from print_templates.preflight import CHECKS, QUICK, Expected, Finding, is_refused, preflight
from print_templates.preflight.fields import fields_of
from print_templates.proof import sample_content
from tests.print_templates.conftest import Artefact
from tests.print_templates.test_preflight_boxes import POSTER_TWINS as BOXES
from tests.print_templates.test_preflight_codes import TWINS as CODES
from tests.print_templates.test_preflight_drawing import TWINS as DRAWING
from tests.print_templates.test_preflight_ink import TWINS as INKS
from tests.print_templates.test_preflight_metadata import PRESS_TWINS as METADATA
from tests.print_templates.test_preflight_text import TWINS as TEXT
from tests.print_templates.twins import (
    FREE,
    Twin,
    checks,
    edited,
    letter,
    no_change,
    picture,
    surface,
    together,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("in_english")
TWINS: list[Twin] = [
    twin for twins in (BOXES, CODES, DRAWING, INKS, METADATA, TEXT) for twin in twins.values()
]


@pytest.mark.parametrize("name", ["poster", "office_poster", "fan", "office_fan"])
def test_it_works(name: str, request: pytest.FixtureRequest) -> None:
    artefact = request.getfixturevalue(name)
    fields = fields_of(sample_content(artefact.theme), artefact.words)
    expected = Expected(name=artefact.path.name, url=artefact.words.url, fields=fields)
    assert preflight(artefact.pdf) == []
    assert preflight(edited(artefact.pdf, no_change), expected=expected) == []


#: Edits that look like faults and are none.
FINE = {
    "coloured lettering": letter(*FREE, "0.95 0.6 0.44 0.18 k"),
    "dark ink of a theme": letter(*FREE, "1 0.6 0.5 0.45 k"),
    "rich black surface": surface(150, 300, 9, 9, "0.6 0.5 0.5 1 k"),
    "one pixel, drawn large": picture(Name.DeviceCMYK, 4),
    "two words side by side": together(letter(*FREE), letter(FREE[0], FREE[1] + 8, text="g")),
    "the same letter twice, as programs embolden": together(
        letter(*FREE), letter(FREE[0] + 0.1, FREE[1], behind="0 0 0 0 k 0 0 0 0 re n")
    ),
}


@pytest.mark.parametrize("twin", FINE)
def test_what_is_no_fault_is_not_told(twin: str, poster: Artefact) -> None:
    assert preflight(edited(poster.pdf, FINE[twin]), checks=QUICK) == []


def test_every_check_has_a_twin_that_it_catches() -> None:
    others = {"expected", "intent", "die"}
    assert {twin.check for twin in TWINS} | others == set(CHECKS)


def test_only_the_checks_that_are_asked_for_are_made(poster: Artefact) -> None:
    spoilt = edited(poster.pdf, together(letter(15 + 2, 200, "1 0 0 rg")))
    assert checks(preflight(spoilt, checks={"rgb"})) == {"rgb"}
    assert checks(preflight(spoilt, checks={"safe", "boxes"})) == {"safe"}
    assert preflight(spoilt, checks=()) == []


def test_a_finding_names_the_artefact_and_its_severity(poster: Artefact) -> None:
    soft = edited(poster.pdf, picture(Name.DeviceCMYK, 4, 25))
    (finding,) = preflight(soft, expected=Expected(name="poster-a3-press.pdf"), checks=QUICK)
    assert (finding.artefact, finding.severity, finding.page) == ("poster-a3-press", "warning", 1)


def test_one_error_refuses_a_file_and_warnings_do_not() -> None:
    warning, error = Finding("type", "", severity="warning"), Finding("type", "")
    assert not is_refused([])
    assert not is_refused([warning, warning])
    assert is_refused([warning, error])


def test_the_tiles_of_a_poster_are_not_blamed_for_words_that_go_on(office_poster: Artefact) -> None:
    """What is cut by the edge of one sheet goes on on the next; what the file is made of is examined all the same."""
    over_the_edge = edited(office_poster.pdf, together(letter(-1, 200), letter(290, 30, size=3)))
    assert checks(preflight(over_the_edge, expected=Expected(name="poster-a3-office.pdf"))) >= {
        "overflow",
        "type",
    }
    for tiled in (
        Expected(name="poster-a3-tiled.pdf"),
        Expected(name="poster-a2-tiled-a3.pdf"),
        Expected(finish="tiled"),
    ):
        assert preflight(over_the_edge, expected=tiled) == []
    spoilt = edited(over_the_edge, together(lambda pdf: pdf.docinfo.__setitem__("/Author", "Somebody")))
    assert checks(preflight(spoilt, expected=Expected(finish="tiled"))) == {"metadata"}


# --- files of other programs and files that are none ------------------------------------------------------


def test_a_scanned_page_has_no_boxes_and_no_code() -> None:
    out = io.BytesIO()
    scan = Image.new("RGB", (400, 600), "white")
    ImageDraw.Draw(scan).rectangle((50, 50, 200, 200), fill="black")
    scan.save(out, "PDF")
    assert checks(preflight(out.getvalue())) >= {"boxes", "code"}


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_pdf_is_one_finding(data: bytes) -> None:
    assert checks(preflight(data)) == {"file"}


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_is_caught(share: float, poster: Artefact) -> None:
    assert checks(preflight(poster.pdf[: int(len(poster.pdf) * share)])) & {"file", "syntax"}


def test_an_encrypted_file_is_caught(poster: Artefact) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(poster.pdf)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert checks(preflight(out.getvalue())) == {"file"}


def test_a_form_that_shows_itself_ends(poster: Artefact) -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/Me Do 1 0 0 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form)
        form.BBox = Array([0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(Me=form))
        pdf.pages[0].add_resource(form, Name.XObject, Name.Me)
        pdf.pages[0].contents_add(pdf.make_stream(b"/Me Do"))

    assert "rgb" in checks(preflight(edited(poster.pdf, loop)))


def test_a_page_as_large_as_a_house_is_not_rastered_whole(poster: Artefact) -> None:
    def grow(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = Array([0, 0, 14400, 14400])
        pdf.pages[0].CropBox = pdf.pages[0].MediaBox

    assert "file" not in checks(preflight(edited(poster.pdf, grow)))


@pytest.mark.parametrize(
    "data", [b"1 0 0", b"(", b"q q q Q Q Q Q Q /X Do 1 w k f", b"BT /No 9 Tf (x) Tj", b"\xff" * 90]
)
def test_nonsense_on_a_page_does_not_raise(data: bytes, poster: Artefact) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(data))

    assert checks(preflight(edited(poster.pdf, add))) <= set(CHECKS)


def test_a_file_of_many_large_pages_stays_small_in_memory(poster: Artefact) -> None:
    """A hundred A3 posters would be 700 megapixels; what they are rastered to is shared between them."""

    def repeat(pdf: pikepdf.Pdf) -> None:
        for _time in range(99):
            pdf.pages.append(pdf.pages[0])

    from print_templates.preflight.document import opened

    document = opened(edited(poster.pdf, repeat), Expected())
    with document.pdf:
        pixels = sum(sight.bare.width * sight.bare.height for sight in document.sights)
    assert pixels <= 17_000_000


# --- sentences --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_finding_is_one_sentence_that_says_what_to_do(language: str, poster: Artefact) -> None:
    end, request = {"en": (".", ";"), "ja": ("。", "ください。")}[language]
    for twin in TWINS:
        with translation.override(language):
            told = preflight(edited(poster.pdf, twin.broken), checks={twin.check} - {"ink"})
        for finding in told:
            assert finding.message.endswith(end)
            assert request in finding.message, finding.message
