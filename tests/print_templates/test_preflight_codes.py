"""Codes: broken twins of every kind are found, and their mended twins are clean."""

from typing import Any

import pikepdf
import pytest
import zxingcpp
from pikepdf import Dictionary, Name

from print_templates.preflight import Expected, preflight
from print_templates.preflight.codes import is_short_link
from tests.print_templates.conftest import PT, Artefact
from tests.print_templates.twins import (
    FREE,
    Break,
    Twin,
    checks,
    edited,
    form,
    letter,
    moved,
    no_change,
    prove,
    surface,
    under,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("in_english")

#: The code on the A3 poster in mm from the medium's lower left corner, and the side of its modules.
LEFT, BOTTOM, SIDE = 15 + 208.49, 15 + 13.07, 70.69
MODULE = SIDE / 29


def test_it_works(poster: Artefact) -> None:
    assert (
        preflight(poster.pdf, expected=Expected(url=poster.words.url), checks={"code", "size", "quiet"}) == []
    )


def no_code(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for name, shown in page.Resources.get(Name.XObject, Dictionary()).items():
            if "Code" in name:
                shown.write(b"")


def smaller(scale: float) -> Break:
    return moved("Code", 0, 0, scale, (LEFT + SIDE / 2, BOTTOM + SIDE / 2))


def made_elsewhere(text: str, level: str) -> Break:
    """The code as zxing-cpp makes it, in the place of ours, whose side is 1."""

    def replace(pdf: pikepdf.Pdf) -> None:
        barcode: Any = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
        image = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))
        size = image.shape[0]
        squares = [
            f"{column / size:.6f} {1 - (row + 1) / size:.6f} {1 / size:.6f} {1 / size:.6f} re"
            for row in range(size)
            for column in range(size)
            if not image[row, column]
        ]
        form(pdf, "Code").write(" ".join([*squares, "f"]).encode())

    return replace


URL = "HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2345"
TWINS = {
    "no code": Twin("code", "No code", no_code, no_change),
    "pale code": Twin("code", "", under("Code", "0 0 0 0.02 k"), no_change),
    "covered code": Twin("code", "", surface(LEFT, BOTTOM, 20, 60, "0 0 0 0 k"), no_change),
    "another page's code": Twin("code", "no short link", made_elsewhere(f"{URL}/X", "Q"), made_elsewhere(URL, "Q")),
    "weak error correction": Twin("size", "error correction M", made_elsewhere(URL, "M"), made_elsewhere(URL, "H")),
    "modules too small for a phone": Twin("size", "modules", smaller(0.12), no_change),
    "modules smaller than wanted": Twin("size", "modules", smaller(0.18), no_change, "warning"),
    "a small code": Twin("size", "14.5 mm", smaller(0.18), no_change, "warning"),
    "artwork in the margin": Twin(
        "quiet", "margin", surface(LEFT - 6, BOTTOM + 20, 4, 4, "0 0 0 1 k"),
        surface(LEFT - 4 * MODULE - 5, BOTTOM + 20, 4, 4, "0 0 0 1 k"),
    ),
    "a thin line along the margin": Twin(
        "quiet", "margin", surface(LEFT, BOTTOM - 3, SIDE, 0.5, "1 0.4 0.4 0.4 k"), no_change
    ),
    "a yellow margin": Twin(
        "quiet", "margin", surface(LEFT, BOTTOM + SIDE + 1, SIDE, 5, "0 0.3 1 0 k"),
        surface(LEFT, BOTTOM + SIDE + 1, SIDE, 5, "0 0 0.03 0 k"),
    ),
    "text in the margin": Twin("overflow", "margin", letter(LEFT - 5, 60), letter(*FREE)),
    "at the trim": Twin("safe", "margin", moved("Code", 10, 0), no_change),
    "margin cut off": Twin("safe", "margin", moved("Code", 0, -8), no_change),
}  # fmt: skip


@pytest.mark.parametrize("twin", TWINS)
def test_a_broken_code_is_caught(twin: str, poster: Artefact) -> None:
    prove(poster.pdf, TWINS[twin])


@pytest.mark.parametrize(
    ("name", "found"), [("poster-a3-press.pdf", {"size"}), ("flyer-a5-press.pdf", set())]
)
def test_a_poster_needs_a_larger_code(name: str, found: set[str], poster: Artefact) -> None:
    """45 mm are read from half a metre, and an A3 poster is looked at from further away."""
    small = edited(poster.pdf, smaller(45 / SIDE))
    assert checks(preflight(small, expected=Expected(name=name), checks={"size"})) == found


@pytest.mark.parametrize(("x", "found"), [(0, set()), (-30, {"safe"})])
def test_a_fans_code_and_its_margin_stay_clear_of_the_rim(x: float, found: set[str], fan: Artefact) -> None:
    white = f"q 0 0 0 0 k 0 0 {270 * PT:.2f} {270 * PT:.2f} re f Q 1 0 0 1 {x * PT:.2f} 0 cm"
    on_white = edited(fan.pdf, under("Code", white, first=True, page=1))
    assert checks(preflight(on_white, checks={"code", "size", "safe"})) == found


def test_a_code_is_told_as_the_field_that_it_is(poster: Artefact) -> None:
    (finding,) = preflight(edited(poster.pdf, no_code), checks={"code"})
    assert finding.field == "code"


def test_the_code_of_another_member_is_caught(poster: Artefact) -> None:
    other = Expected(url="HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2346")
    assert checks(preflight(poster.pdf, expected=other)) == {"code"}


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2345", True),
        ("https://tsunagari.example.jp/q/abc2345", True),
        ("http://localhost:8000/q/ABC2345", True),
        ("https://tsunagari.example.jp/q/", False),
        ("https://tsunagari.example.jp/q/ABC2345/x", False),
        ("https://tsunagari.example.jp/x/q/ABC2345", False),
        ("https://tsunagari.example.jp/q/ABC2345?next=//evil.example", False),
        ("https://user@tsunagari.example.jp/q/ABC2345", False),
        ("https:///q/ABC2345", False),
        ("ftp://tsunagari.example.jp/q/ABC2345", False),
        ("https://[/q/ABC2345", False),
        ("WIFI:S:x;;", False),
    ],
)
def test_only_a_short_link_leads_home(text: str, ours: bool) -> None:
    assert is_short_link(text) is ours
