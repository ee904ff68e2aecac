"""Boxes, crop marks and the die line, and whether the file is the one that was ordered."""

from collections.abc import Iterable
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Operator

from print_templates.imprint import imprint
from print_templates.plate import lay_out
from print_templates.preflight import Expected, preflight
from print_templates.proof import sample_content
from print_templates.shop import PrintShop
from tests.print_templates.conftest import PT, Artefact
from tests.print_templates.twins import Break, Twin, boxed, checks, drawn, edited, no_change, prove, together

pytestmark = pytest.mark.usefixtures("in_english")


def test_it_works(poster: Artefact, fan: Artefact) -> None:
    for artefact in (poster, fan):
        assert preflight(artefact.pdf, checks={"boxes", "expected", "marks", "die"}) == []


def without(key: Name) -> Break:
    def remove(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            del page[key]

    return remove


def turned(degrees: int) -> Break:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = degrees

    return turn


# --- トンボ -----------------------------------------------------------------------------------------------

#: The A3 poster's trim and bleed on its medium, in mm from the lower left corner.
TRIM, BLEED = (15.0, 15.0, 312.0, 435.0), (12.0, 12.0, 315.0, 438.0)
Line = tuple[float, float, float, float]


def tombo() -> list[Line]:
    """Every mark as a person would rule it: x1, y1, x2, y2 in mm."""
    lines: list[Line] = []
    for left, bottom, right, top in (TRIM, BLEED):
        lines += [(x, y, x, y + way * 9) for x in (left, right) for y, way in ((BLEED[3], 1), (BLEED[1], -1))]
        lines += [(x, y, x + way * 9, y) for y in (bottom, top) for x, way in ((BLEED[2], 1), (BLEED[0], -1))]
    x, y = (TRIM[0] + TRIM[2]) / 2, (TRIM[1] + TRIM[3]) / 2
    lines += [(x, BLEED[3] + 1, x, BLEED[3] + 9), (x, BLEED[1] - 1, x, BLEED[1] - 9)]
    return [*lines, (BLEED[2] + 1, y, BLEED[2] + 9, y), (BLEED[0] - 1, y, BLEED[0] - 9, y)]


def ruled(lines: Iterable[Line], width: float = 0.25) -> str:
    return f"{width} w " + " ".join(
        f"{x1 * PT:.3f} {y1 * PT:.3f} m {x2 * PT:.3f} {y2 * PT:.3f} l S" for x1, y1, x2, y2 in lines
    )


def as_surfaces(lines: Iterable[Line]) -> str:
    """The same marks as narrow rectangles, which is how some programs export them."""
    thick = 0.1
    return " ".join(
        f"{(min(x1, x2) - thick / 2) * PT:.3f} {(min(y1, y2) - thick / 2) * PT:.3f} "
        f"{(abs(x2 - x1) + thick) * PT:.3f} {(abs(y2 - y1) + thick) * PT:.3f} re f"
        for x1, y1, x2, y2 in lines
    )


def registration(operators: str, name: str = "All") -> Break:
    """Operators in a separation colour for all plates."""

    def add(pdf: pikepdf.Pdf) -> None:
        tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
        space = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])
        pdf.pages[0].add_resource(space, Name.ColorSpace, Name.Ours)
        drawn(f"/Ours CS 1 SCN /Ours cs 1 scn {operators}")(pdf)

    return add


def no_marks(pdf: pikepdf.Pdf) -> None:
    """Every line that is drawn in registration colour is left undrawn."""
    page, kept, marking = pdf.pages[0], [], False
    spaces = page.Resources.ColorSpace
    for operands, operator in pikepdf.parse_content_stream(page):
        if operator == Operator("CS"):
            space = spaces.get(str(operands[0]))
            marking = isinstance(space, Array) and space[1] == Name.All
        if operator == Operator("Q"):
            marking = False
        kept.append((operands, Operator("n") if marking and operator == Operator("S") else operator))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def marked(operators: str, name: str = "All") -> Break:
    return together(no_marks, registration(operators, name))


MENDED = marked(ruled(tombo()))
POSTER_TWINS = {
    "no trim": Twin("boxes", "TrimBox", without(Name.TrimBox), no_change),
    "no media": Twin("syntax", "damaged", without(Name.MediaBox), no_change),
    "no bleed box": Twin("boxes", "bleed", without(Name.BleedBox), no_change),
    "2 mm bleed": Twin(
        "boxes", "bleed", boxed(Name.BleedBox, (13, 13, 297 + 17, 420 + 17)),
        boxed(Name.BleedBox, (12, 12, 297 + 18, 420 + 18)),
    ),
    "bleed beyond the paper": Twin("boxes", "bleed", boxed(Name.MediaBox, (0, 0, 297 + 16, 450)), no_change),
    "shifted origin": Twin(
        "boxes", "origin", boxed(Name.MediaBox, (-1, -1, 327, 450)), boxed(Name.MediaBox, (0, 0, 327, 450))
    ),
    "turned page": Twin("boxes", "turned", turned(90), turned(0)),
    "no marks": Twin("marks", "missing", no_marks, MENDED),
    "no marks at the bleed": Twin("marks", "missing", marked(ruled(tombo()[8:])), MENDED),
    "no centre marks": Twin("marks", "missing", marked(ruled(tombo()[:-4])), MENDED),
    "marks of another trim": Twin(
        "marks", "missing", marked(ruled((x1 + 1, y1, x2 + 1, y2) for x1, y1, x2, y2 in tombo())), MENDED
    ),
    "marks in a spot colour": Twin("marks", "missing", marked(ruled(tombo()), "Marks"), MENDED),
    "hairline marks": Twin("marks", "thinner", marked(ruled(tombo(), 0.1)), MENDED),
    "marks running into the bleed": Twin(
        "marks", "inside the bleed", together(MENDED, registration(ruled([(15, 5, 15, 20)]))),
        marked(as_surfaces(tombo())),
    ),
    "a surface in registration colour": Twin(
        "marks", "inside the bleed", registration("300 700 9 9 re f"), drawn("0.5 0.4 0.4 1 k 300 700 9 9 re f")
    ),
}  # fmt: skip


@pytest.mark.parametrize("twin", POSTER_TWINS)
def test_a_broken_poster_is_caught(twin: str, poster: Artefact) -> None:
    prove(poster.pdf, POSTER_TWINS[twin])


def of_shop(poster: Artefact, shop: PrintShop) -> bytes:
    plate = lay_out(poster.design, sample_content("coast"), poster.sheet, "press", shop)
    return imprint(plate, poster.words)


def test_a_print_shop_without_marks_gets_none(poster: Artefact) -> None:
    unmarked = of_shop(poster, PrintShop(key="bare", marks=False))
    assert preflight(unmarked, expected=Expected(marks=False)) == []
    assert preflight(unmarked) == [], "there is no room for marks"
    assert checks(preflight(unmarked, expected=Expected(marks=True))) == {"marks"}


def test_a_print_shop_with_a_wider_bleed_gets_it(poster: Artefact) -> None:
    wide = of_shop(poster, PrintShop(key="wide", bleed=5))
    assert preflight(wide, expected=Expected(bleed_mm=5)) == []
    assert checks(preflight(poster.pdf, expected=Expected(bleed_mm=5))) == {"boxes"}


def test_an_office_file_is_not_cut(office_poster: Artefact) -> None:
    found = preflight(edited(office_poster.pdf, boxed(Name.TrimBox, (3, 3, 294, 417))))
    assert "boxes" in checks(found)


def test_pages_of_two_sizes_are_told_on_the_second(fan: Artefact) -> None:
    found = preflight(edited(fan.pdf, boxed(Name.TrimBox, (20, 15, 255, 255), slice(1, None))))
    assert any(finding.check == "boxes" and finding.page == 2 for finding in found)


# --- the die ----------------------------------------------------------------------------------------------


def test_a_fan_without_a_die_line_is_caught(fan: Artefact) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        page, kept, cutting = pdf.pages[1], [], False
        for operands, operator in pikepdf.parse_content_stream(page):
            cutting = (cutting or (operator == Operator("CS") and operands[0] == Name.CutContour)) and (
                operator != Operator("Q")
            )
            painted = operator in {Operator("S"), Operator("s")}
            kept.append((operands, Operator("n") if cutting and painted else operator))
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))

    found = preflight(edited(fan.pdf, remove), expected=Expected(name="fan-round240-press.pdf"))
    assert [(finding.check, finding.page) for finding in found] == [("die", 2)]


def test_a_die_line_of_another_sheet_is_caught(fan: Artefact) -> None:
    found = preflight(edited(fan.pdf, boxed(Name.TrimBox, (15, 15, 225, 225))))
    assert "die" in checks(found)


# --- what was ordered -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expected", [Expected(trim_mm=(420, 594)), Expected(trim_mm=(420, 297)), Expected(pages=2)]
)
def test_another_file_than_ordered_is_caught(expected: Expected, poster: Artefact) -> None:
    assert checks(preflight(poster.pdf, expected=expected)) == {"expected"}
    right = replace(expected, trim_mm=(297, 420), pages=1)
    assert preflight(poster.pdf, expected=right) == []


def test_an_office_file_for_the_print_shop_is_caught(office_poster: Artefact) -> None:
    assert checks(preflight(office_poster.pdf, expected=Expected(finish="press"))) == {"intent"}
    assert checks(preflight(office_poster.pdf, expected=Expected(name="poster-a3-press.pdf"))) == {"intent"}
