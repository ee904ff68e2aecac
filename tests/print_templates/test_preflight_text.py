"""Text: embedded, large enough, dark enough, whole, and away from every cut."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from print_templates.imprint import imprint
from print_templates.preflight import Expected, preflight
from print_templates.preflight.fields import fields_of
from print_templates.proof import sample_content
from tests.print_templates.conftest import Artefact, artefact_of
from tests.print_templates.twins import (
    FREE,
    Twin,
    checks,
    edited,
    ghostscript,
    letter,
    moved,
    no_change,
    prove,
    surface,
    together,
    under,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("in_english")


def test_it_works(artefact: Artefact) -> None:
    """Nothing that must be read is too small, too pale, cut off or in the way, in any theme and on any sheet."""
    expected = Expected(
        name=artefact.path.name, fields=fields_of(sample_content(artefact.theme), artefact.words)
    )
    made = {"fonts", "safe", "overflow", "contrast", "type", "quiet"}
    assert preflight(artefact.pdf, expected=expected, checks=made) == []


def unembedded(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get(Name.Type) == Name.FontDescriptor:
            for program in (Name.FontFile, Name.FontFile2, Name.FontFile3):
                if program in thing:
                    del thing[program]


def base_font(pdf: pikepdf.Pdf) -> None:
    """Helvetica by name only, inside a form that a form shows."""
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    inner = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    inner.Resources = Dictionary(Font=Dictionary(F9=helvetica))
    outer = pdf.make_stream(b"/In Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    outer.Resources = Dictionary(XObject=Dictionary(In=inner))
    pdf.pages[0].add_resource(outer, Name.XObject, Name.Out)


X, Y = FREE
GOOD = letter(X, Y)
#: Half of the letter, in pt.
HALF = f"{X / 25.4 * 72:.1f} {Y / 25.4 * 72 - 9:.1f} 3 30 re W n"
ALL = f"{X / 25.4 * 72 - 2:.1f} {Y / 25.4 * 72 - 9:.1f} 30 30 re W n"
TWINS = {
    "fonts removed": Twin("fonts", "embedded", unembedded, no_change),
    "a standard font": Twin("fonts", "Helvetica", base_font, no_change),
    "near the trim": Twin("safe", "5 mm", letter(15 + 2, 200), letter(15 + 8, 200)),
    "at the foot": Twin("safe", "5 mm", letter(X, 15 + 3), letter(X, 15 + 7)),
    "through the trim": Twin("overflow", "cut off", letter(15 - 1, 200), letter(15 + 8, 200)),
    "in the bleed": Twin("overflow", "cut off", letter(12.5, 200), letter(15 + 8, 200)),
    "cut off by its frame": Twin("overflow", "cut off", letter(X, Y, before=HALF), letter(X, Y, before=ALL)),
    "covered by a picture": Twin(
        "overflow", "covered", together(GOOD, surface(X - 1, Y - 2, 9, 9, "0 0 0 0 k")),
        together(surface(X - 1, Y - 2, 9, 9, "0 0 0 0 k"), GOOD),
    ),
    "over another word": Twin(
        "overflow", "other text", together(GOOD, letter(X + 0.4, Y, text="g", behind="0 0 0 0 k 9 9 0 0 re")),
        together(GOOD, letter(X, Y + 8, text="g")),
    ),
    "pale": Twin("contrast", "4.5", letter(X, Y, "0 0 0 0.35 k"), letter(X, Y, "0 0 0 0.8 k")),
    "white on yellow": Twin(
        "contrast", "4.5", letter(X, Y, "0 0 0 0 k", behind="0 0.25 0.9 0 k"),
        letter(X, Y, "0 0 0 1 k", behind="0 0.25 0.9 0 k"),
    ),
    "black on night": Twin(
        "contrast", "4.5", letter(X, Y, behind="1 0.6 0.5 0.6 k"), letter(X, Y, "0 0 0 0 k", behind="1 0.6 0.5 0.6 k")
    ),
    "white on white": Twin("contrast", "1.0", letter(X, Y, "0 0 0 0 k"), GOOD),
    "4 pt": Twin("type", "4.0 pt", letter(X, Y, size=4), letter(X, Y, size=5)),
    "made small by its matrix": Twin(
        "type", "3.6 pt", letter(X, Y, scale=0.3), letter(X, Y, scale=0.5)
    ),
}  # fmt: skip


@pytest.mark.parametrize("twin", TWINS)
def test_a_broken_poster_is_caught(twin: str, poster: Artefact) -> None:
    prove(poster.pdf, TWINS[twin])


def test_what_is_there_to_be_searched_is_not_looked_at(poster: Artefact) -> None:
    invisible = edited(poster.pdf, letter(15 + 1, 200, "3 Tr 0 0 0 0.1 k", size=2))
    assert preflight(invisible, checks={"safe", "overflow", "contrast", "type"}) == []


def test_a_letter_under_a_veil_is_pale(poster: Artefact) -> None:
    def veiled(share: float) -> bytes:
        def add(pdf: pikepdf.Pdf) -> None:
            letter(X, Y, before="/Veil gs")(pdf)
            pdf.pages[0].add_resource(Dictionary(Type=Name.ExtGState, ca=share), Name.ExtGState, Name.Veil)

        return edited(poster.pdf, add)

    assert checks(preflight(veiled(0.3), checks={"contrast"})) == {"contrast"}
    assert preflight(veiled(0.95), checks={"contrast"}) == []


def test_fonts_left_out_by_ghostscript_are_caught(tmp_path: Path) -> None:
    page = b"/Helvetica findfont 24 scalefont setfont 100 100 moveto (Text) show showpage"
    left_out = ghostscript(page, tmp_path, "-dEmbedAllFonts=false")
    kept = ghostscript(page, tmp_path, "-dPDFSETTINGS=/prepress")
    assert "fonts" in checks(preflight(left_out))
    assert "fonts" not in checks(preflight(kept))


@pytest.mark.parametrize(("size", "found"), [(4, {"type"}), (9, set())])
def test_small_print_of_ghostscripts_own_is_caught(size: int, found: set[str], tmp_path: Path) -> None:
    page = f"/Helvetica findfont {size} scalefont setfont 100 100 moveto (Text) show showpage"
    made = ghostscript(page.encode(), tmp_path)
    assert checks(preflight(made, checks={"type", "overflow", "contrast", "safe"})) == found


# --- which field ----------------------------------------------------------------------------------------------


def told(pdf: bytes, artefact: Artefact, *made: str) -> set[tuple[str, str]]:
    expected = Expected(
        name=artefact.path.name, fields=fields_of(sample_content(artefact.theme), artefact.words)
    )
    return {(finding.check, finding.field) for finding in preflight(pdf, expected=expected, checks=made)}


def test_a_stray_imprint_is_told_by_its_fields(poster: Artefact) -> None:
    shifted = edited(poster.pdf, moved("Words", 0, -22))
    assert {("safe", "contact")} <= told(shifted, poster, "safe")
    assert told(poster.pdf, poster, "safe") == set()


def test_a_pale_number_is_told_by_its_field(poster: Artefact) -> None:
    """Dark enough for text, not for a telephone number."""
    grey = edited(poster.pdf, under("Words", "0 0 0 0.75 k"))
    assert told(grey, poster, "contrast") == {("contrast", "contact")}
    (finding,) = preflight(grey, checks={"contrast"})
    assert "045-000-0100" in finding.message
    assert " 7 " in finding.message


def test_a_long_contact_on_a_flyer_is_smaller_than_its_rule(folder: Path) -> None:
    flyer = artefact_of(("coast", "flyer", "a4", "press"), folder)
    words = replace(
        flyer.words,
        logo=None,
        contact="電話 045-000-0100 月曜日から金曜日の9時から17時まで、祝日はお休みです",
    )
    long = replace(flyer, words=words)
    assert told(imprint(flyer.plate, words), long, "type") == {("type", "contact")}
    assert told(flyer.pdf, flyer, "type") == set()


# --- fans -------------------------------------------------------------------------------------------------

#: A letter there may stand on the artwork's edge or another word: only where it stands is in question.
TEXT = {"safe", "contrast", "type"}
#: Places in mm from the page's corner: near the rim at half past four, and on both sides of the hole.
OUTSIDE_FAN = {
    "rim": (15 + 120 + 82, 15 + 120 - 82),
    "hole": (15 + 120 + 13, 15 + 30),
    "in hole": (15 + 120, 15 + 30),
}


@pytest.mark.parametrize("place", OUTSIDE_FAN)
def test_text_near_rim_or_hole_is_caught(place: str, fan: Artefact) -> None:
    assert checks(preflight(edited(fan.pdf, letter(*OUTSIDE_FAN[place])), checks=TEXT)) == {"safe"}


def test_text_beside_the_hole_is_fine(fan: Artefact) -> None:
    assert preflight(edited(fan.pdf, letter(15 + 120 + 20, 15 + 30)), checks=TEXT) == []


def test_text_near_the_rim_of_an_office_fan_is_caught(office_fan: Artefact) -> None:
    spoilt = edited(office_fan.pdf, letter(105 + 65, 148.5 - 65))
    assert checks(preflight(spoilt, expected=Expected(name="fan-a4-office.pdf"), checks=TEXT)) == {"safe"}
    assert preflight(spoilt, checks=TEXT) == [], "nothing in the file itself says that it is a fan"


def test_text_below_an_office_fan_is_fine(office_fan: Artefact) -> None:
    below = edited(office_fan.pdf, letter(30, 40))
    assert preflight(below, expected=Expected(name="fan-a4-office.pdf"), checks=TEXT) == []
