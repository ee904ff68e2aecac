"""Pictures with enough pixels, and lines that are thick enough to stay on the plate."""

import io
from dataclasses import replace

import pytest
from pikepdf import Name
from PIL import Image

from print_templates import logo
from print_templates.imprint import imprint
from print_templates.preflight import preflight
from print_templates.preflight.paint import thickness
from tests.print_templates.conftest import Artefact
from tests.print_templates.twins import FREE, Twin, checks, drawn, edited, picture, prove

pytestmark = pytest.mark.usefixtures("in_english")

#: 200 pt from side to side in the middle of the artwork.
ACROSS = "300 700 m 500 700 l"
TWINS = {
    "a picture that shows its pixels": Twin(
        "resolution", "80 pixels", picture(Name.DeviceCMYK, 4, 10), picture(Name.DeviceCMYK, 4, 40)
    ),
    "a soft picture": Twin(
        "resolution", "200 pixels", picture(Name.DeviceCMYK, 4, 50, 18), picture(Name.DeviceCMYK, 4, 50, 12), "warning"
    ),
    "a hairline": Twin("lines", "0.10 pt", drawn(f"0.1 w {ACROSS} S"), drawn(f"0.25 w {ACROSS} S")),
    "as thin as the machine can": Twin("lines", "0.00 pt", drawn(f"0 w {ACROSS} S"), drawn(f"1 w {ACROSS} S")),
    "a line made thin by its matrix": Twin(
        "lines", "0.20 pt", drawn("1 w 0.2 0 0 0.2 0 0 cm 1500 3500 m 2500 3500 l S"),
        drawn("0.1 w 5 0 0 5 0 0 cm 60 140 m 100 140 l S"),
    ),
    "a line flattened by its matrix": Twin(
        "lines", "0.10 pt", drawn("1 w 1 0 0 0.1 0 0 cm 300 7000 m 500 7000 l S"),
        drawn("1 w 1 0 0 0.5 0 0 cm 300 1400 m 500 1400 l S"),
    ),
    "a narrow surface": Twin("lines", "0.10 pt", drawn("300 700 200 0.1 re f"), drawn("300 700 200 0.3 re f")),
    "a surface without height": Twin(
        "lines", "0.00 pt", drawn("300 700 200 0 re f"), drawn("300 700 200 0 re 300 700 200 2 re f*")
    ),
    "a narrow surface on the slant": Twin(
        "lines", "0.14 pt", drawn("300 700 m 500 900 l 500.1 899.9 l 300.1 699.9 l h f"),
        drawn("300 700 m 500 900 l 501 899 l 301 699 l h f"),
    ),
    "a thin outline of a thick shape": Twin(
        "lines", "0.15 pt", drawn("0.15 w 300 700 90 90 re B"), drawn("0.5 w 300 700 90 90 re B")
    ),
}  # fmt: skip


@pytest.mark.parametrize("twin", TWINS)
def test_it_works(twin: str, poster: Artefact) -> None:
    prove(poster.pdf, TWINS[twin])


def test_lines_outside_the_bleed_and_specks_are_no_lines(poster: Artefact) -> None:
    for harmless in ("0.1 w 5 300 m 25 300 l S", "0.1 w 300 700 m 301 700 l S"):
        assert preflight(edited(poster.pdf, drawn(harmless)), checks={"lines"}) == []


def test_an_office_printer_draws_hairlines(office_poster: Artefact) -> None:
    assert preflight(edited(office_poster.pdf, drawn(f"0 w {ACROSS} S")), checks={"lines"}) == []


@pytest.mark.parametrize(
    ("piece", "thick"),
    [
        ([(0, 0), (10, 0), (10, 2), (0, 2)], 2.0),
        ([(0, 0), (10, 0), (10, 2), (0, 2), (0, 0)], 2.0),
        ([(0, 0), (3, 4), (3, 4)], 0.0),
        ([(0, 0), (10, 10), (9, 11), (-1, 1)], 2**0.5),
        ([(0, 0), (4, 8), (8, 0)], 64 / 80**0.5),
    ],
)
def test_a_piece_is_as_thick_as_its_thinnest_side(piece: list[tuple[float, float]], thick: float) -> None:
    assert thickness(piece) == pytest.approx(thick)


# --- pictures -----------------------------------------------------------------------------------------------


def with_logo(poster: Artefact, pixels: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (pixels, pixels // 2), (200, 30, 40)).save(out, "PNG")
    return imprint(poster.plate, replace(poster.words, logo=logo.ready(logo.prepare(out.getvalue()))))


@pytest.mark.parametrize(("pixels", "severities"), [(60, ["warning"]), (300, ["warning"]), (900, [])])
def test_a_small_logo_is_told_as_the_members_logo(
    pixels: int, severities: list[str], poster: Artefact
) -> None:
    found = preflight(with_logo(poster, pixels), checks={"resolution"})
    assert [finding.severity for finding in found] == severities
    assert all(finding.field == "logo" for finding in found)


@pytest.mark.parametrize(("dpi", "found"), [(100, {"resolution"}), (200, set())])
def test_a_scan_is_good_enough_for_the_office_from_150_dpi(dpi: int, found: set[str]) -> None:
    """A page as Pillow writes it: one picture, placed by its resolution."""
    out = io.BytesIO()
    Image.new("RGB", (400, 600), "white").save(out, "PDF", resolution=dpi)
    assert checks(preflight(out.getvalue(), checks={"resolution"})) == found


def test_what_is_off_the_page_is_not_looked_at(poster: Artefact) -> None:
    assert preflight(edited(poster.pdf, off_the_page), checks={"resolution"}) == []


def off_the_page(pdf: object) -> None:
    import pikepdf

    assert isinstance(pdf, pikepdf.Pdf)
    picture(Name.DeviceCMYK, 4, 2)(pdf)
    added = pdf.pages[0].Contents[-1]
    added.write(added.read_bytes().replace(b"cm", b"cm 1 0 0 1 200 0 cm"))


def test_the_free_place_is_free(poster: Artefact) -> None:
    """What the twins put there covers nothing."""
    assert (
        preflight(edited(poster.pdf, drawn(f"0 0 0 0 k {FREE[0]} {FREE[1]} 5 5 re f")), checks={"overflow"})
        == []
    )
