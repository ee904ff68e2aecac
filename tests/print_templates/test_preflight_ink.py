"""Inks: no RGB, black that is black alone and overprints, and no more ink than paper takes."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from print_templates import preflight as whole
from print_templates.preflight import Expected, coverage, preflight, separations
from print_templates.shop import FOGRA39
from tests.print_templates.conftest import Artefact
from tests.print_templates.twins import (
    FREE,
    Break,
    Twin,
    checks,
    drawn,
    edited,
    for_the_press,
    ghostscript,
    letter,
    no_change,
    picture,
    prove,
    surface,
    together,
    under,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("in_english")


def test_it_works(poster: Artefact, fan: Artefact) -> None:
    for artefact in (poster, fan):
        assert preflight(artefact.pdf, checks={"intent", "rgb", "black", "ink"}) == []


def shown(content: bytes) -> Break:
    """A form of 9 pt on the first page."""

    def add(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        name = pdf.pages[0].add_resource(inner, Name.XObject)
        pdf.pages[0].contents_add(pdf.make_stream(f"q {name} Do Q".encode()))

    return add


def by_profile(channels: int, colour: str) -> Break:
    def add(pdf: pikepdf.Pdf) -> None:
        space = Array([Name.ICCBased, pdf.make_stream(b"profile", N=channels)])
        name = pdf.pages[0].add_resource(space, Name.ColorSpace)
        drawn(f"{name} cs {colour} scn 0 0 9 9 re f")(pdf)

    return add


def gradient(space: Name, first: list[float], last: list[float]) -> Break:
    def add(pdf: pikepdf.Pdf) -> None:
        ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array(first), C1=Array(last))
        shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 9, 9]), Function=ramp)
        name = pdf.pages[0].add_resource(shading, Name.Shading)
        drawn(f"0 0 9 9 re W n {name} sh")(pdf)

    return add


def spot(name: str) -> Break:
    def add(pdf: pikepdf.Pdf) -> None:
        tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 1, 1, 0])
        space = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])
        pdf.pages[0].add_resource(space, Name.ColorSpace, Name.Spot)
        drawn("/Spot cs 1 scn 300 700 90 90 re f")(pdf)

    return add


def registration_text(pdf: pikepdf.Pdf) -> None:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    pdf.pages[0].add_resource(
        Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]), Name.ColorSpace, Name.Everywhere
    )
    letter(*FREE, "/Everywhere cs 1 scn")(pdf)


def knocking_out(kind: str, *, on: bool = False) -> Break:
    """An imprint shown under a setting that does not let it overprint: off, or on in mode 0."""

    def change(pdf: pikepdf.Pdf) -> None:
        setting = Dictionary(Type=Name.ExtGState, OP=on, op=on, OPM=0)
        pdf.pages[0].add_resource(setting, Name.ExtGState, Name.KnockOut)
        under(kind, "/KnockOut gs")(pdf)

    return change


#: The free place on the office poster, which has no room for a bleed.
OFFICE = (FREE[0] - 15, FREE[1] - 15)
CMYK_SURFACE = drawn("1 0.6 0.5 0.45 k 99 99 9 9 re f")
BLACK_LETTER = letter(*FREE)
TWINS = {
    "RGB text": Twin("rgb", "text", letter(*FREE, "1 0 0 rg"), letter(*FREE, "0 1 1 0.3 k")),
    "RGB surface": Twin("rgb", "surface", drawn("0 0 1 rg 99 99 9 9 re f"), CMYK_SURFACE),
    "RGB line": Twin("rgb", "line", drawn("0 0 1 RG 99 99 9 9 re S"), drawn("1 1 0 0 K 99 99 9 9 re S")),
    "RGB by cs": Twin(
        "rgb", "surface", drawn("/DeviceRGB cs 0 0 1 sc 99 99 9 9 re f"),
        drawn("/DeviceCMYK cs 1 1 0 0 sc 99 99 9 9 re f"),
    ),
    "RGB by profile": Twin("rgb", "surface", by_profile(3, "1 0 0"), by_profile(4, "0 1 1 0")),
    "RGB in a form": Twin("rgb", "line", shown(b"1 0 0 RG 0 0 9 9 re S"), shown(b"0 1 1 0 K 0 0 9 9 re S")),
    "RGB picture": Twin("rgb", "picture", picture(Name.DeviceRGB, 3), picture(Name.DeviceCMYK, 4)),
    "RGB palette": Twin(
        "rgb", "picture", picture(Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")]), 1),
        picture(Array([Name.Indexed, Name.DeviceCMYK, 0, String("abcd")]), 1),
    ),
    "RGB inline picture": Twin(
        "rgb", "picture", drawn("BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI"),
        drawn("BI /W 1 /H 1 /CS /CMYK /BPC 8 ID abcd EI"),
    ),
    "RGB gradient": Twin(
        "rgb", "gradient", gradient(Name.DeviceRGB, [0, 0, 0], [1, 1, 1]),
        gradient(Name.DeviceCMYK, [0, 0, 0, 0], [1, 0, 0, 0]),
    ),
    "rich black text": Twin("black", "text", letter(*FREE, "0.75 0.68 0.67 0.9 k"), BLACK_LETTER),
    "text in black and a little cyan": Twin(
        "black", "text", letter(*FREE, "0.3 0 0 1 k"), letter(*FREE, "1 0.6 0.5 0.45 k")
    ),
    "text in registration colour": Twin("black", "text", registration_text, letter(*FREE, "0 g")),
    "rich black code": Twin("black", "code", under("Code", "0.6 0.5 0.5 1 k"), no_change),
    "blue code": Twin("black", "code", under("Code", "1 0.8 0 0 k"), no_change),
    "black text that knocks out": Twin("overprint", "Black text", knocking_out("Words"), no_change),
    "black code that knocks out": Twin("overprint", "The code", knocking_out("Code"), no_change),
    "black that overprints in the wrong mode": Twin("overprint", "Black", knocking_out("Words", on=True), no_change),
    "white that vanishes": Twin(
        "overprint", "white", surface(150, 300, 9, 9, "/Over gs 0 0 0 0 k"), surface(150, 300, 9, 9, "0 0 0 0 k")
    ),
    "more ink than is wise": Twin(
        "ink", "320 %", surface(150, 200, 20, 20, "0.9 0.8 0.8 0.7 k"), surface(150, 200, 20, 20, "0.9 0.7 0.7 0.7 k"),
        "warning",
    ),
    "more ink than any press prints": Twin(
        "ink", "380 %", surface(150, 200, 20, 20, "1 0.9 0.9 1 k"), surface(150, 200, 0.5, 0.5, "1 0.9 0.9 1 k")
    ),
    "ink upon ink": Twin(
        "ink", "36",
        together(
            surface(150, 200, 20, 20, "0.9 0.9 0.9 0 k"), surface(150, 200, 20, 20, "/Over gs 0 0 0 0.9 k")
        ),
        together(surface(150, 200, 20, 20, "0.9 0.9 0.9 0 k"), surface(150, 200, 20, 20, "0 0 0 0.9 k")),
    ),
    "a spot colour": Twin("ink", "House red", spot("House red"), drawn("0 1 1 0 k 300 700 90 90 re f")),
}  # fmt: skip


@pytest.mark.parametrize("twin", TWINS)
def test_a_broken_poster_is_caught(twin: str, poster: Artefact) -> None:
    prove(poster.pdf, TWINS[twin])


def test_rgb_is_fine_in_an_office_file(office_poster: Artefact) -> None:
    assert preflight(edited(office_poster.pdf, letter(*OFFICE, "0.8 0 0 rg", behind="1 g"))) == []


# --- how much ink -------------------------------------------------------------------------------------------


def test_a_print_shops_own_limit_is_kept(poster: Artefact) -> None:
    inked = edited(poster.pdf, surface(150, 200, 20, 20, "0.8 0.7 0.7 0.6 k"))
    assert preflight(inked, checks={"ink"}) == []
    (finding,) = preflight(inked, expected=Expected(ink_limit=260), checks={"ink"})
    assert (finding.severity, finding.page) == ("error", 1)


def test_what_lies_outside_the_bleed_is_not_counted(poster: Artefact) -> None:
    assert preflight(edited(poster.pdf, surface(2, 200, 8, 20, "1 1 1 1 k")), checks={"ink"}) == []


@pytest.mark.parametrize("command", [("no-such-program",), ("false",)])
def test_a_machine_without_ghostscript_does_not_pass_the_file(
    command: tuple[str, ...], poster: Artefact, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(separations, "COMMAND", command)
    (finding,) = preflight(poster.pdf, checks={"ink"})
    assert finding.severity == "error"
    assert "Ghostscript" in finding.message


def test_ghostscript_is_stopped_when_it_takes_too_long(
    poster: Artefact, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(separations, "PATIENCE", 0.01)
    assert checks(preflight(poster.pdf, checks={"ink"})) == {"ink"}


def test_a_file_of_many_pages_is_told_and_not_separated(poster: Artefact) -> None:
    def repeat(pdf: pikepdf.Pdf) -> None:
        for _time in range(separations.MOST_PAGES):
            pdf.pages.append(pdf.pages[0])

    assert checks(preflight(edited(poster.pdf, repeat), checks={"ink"})) == {"ink"}


def test_an_editor_does_not_wait_for_ghostscript(poster: Artefact, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "separations", lambda *_: pytest.fail("separated"))
    assert preflight(poster.pdf, checks=whole.QUICK) == []


# --- files of other programs --------------------------------------------------------------------------------


def test_a_conversion_to_rgb_is_caught(poster: Artefact, tmp_path: Path) -> None:
    converted = ghostscript(poster.pdf, tmp_path, "-sColorConversionStrategy=RGB")
    assert "rgb" in checks(preflight(edited(converted, for_the_press), checks=whole.QUICK))


def test_a_conversion_to_rich_black_is_caught(office_poster: Artefact, tmp_path: Path) -> None:
    """Ghostscript makes CMYK of an RGB file, and a mixture of its black (PRINT.md 4)."""
    options = ("-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK")
    rgb = edited(office_poster.pdf, letter(*OFFICE, "0 0 0 rg", behind="1 g"))
    found = checks(preflight(edited(ghostscript(rgb, tmp_path, *options), for_the_press)))
    assert "rgb" not in found
    assert "black" in found


@pytest.mark.parametrize(("inks_of_page", "found"), [("1 1 1 1", {"ink"}), ("0.7 0.7 0.7 0.7", set())])
def test_a_page_of_ghostscripts_own_with_too_much_ink_is_caught(
    inks_of_page: str, found: set[str], tmp_path: Path
) -> None:
    page = f"{inks_of_page} setcmykcolor 100 100 200 200 rectfill showpage"
    made = ghostscript(page.encode(), tmp_path, "-sColorConversionStrategy=LeaveColorUnchanged")
    assert checks(preflight(edited(made, for_the_press), checks={"ink"})) == found


# --- RGB where no operator of the page leads, and printing conditions that are none --------------------------


def grouped(space: Name) -> Break:
    """The page blended in a colour space."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Group = Dictionary(S=Name.Transparency, CS=space)

    return change


def noted(content: bytes) -> Break:
    """A note with an appearance of its own."""

    def add(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Square, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=look)
        )
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])

    return add


def drawn_letters(content: bytes) -> Break:
    """A font whose letters are pictures."""

    def add(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]), FirstChar=65, LastChar=65,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([500]), Resources=Dictionary(),
            CharProcs=Dictionary(A=pdf.make_stream(content)),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.A])),
        )  # fmt: skip
        pdf.pages[0].add_resource(pdf.make_indirect(font), Name.Font)

    return add


HIDDEN = {
    "group": (grouped(Name.DeviceRGB), grouped(Name.DeviceCMYK)),
    "note": (noted(b"1 0 0 rg 0 0 9 9 re f"), noted(b"0 1 1 0 k 0 0 9 9 re f")),
    "drawn letters": (
        drawn_letters(b"500 0 d0 1 0 0 rg 0 0 9 9 re f"),
        drawn_letters(b"500 0 d0 0 1 1 0 k 0 0 9 9 re f"),
    ),
}


@pytest.mark.parametrize("twin", HIDDEN)
def test_rgb_that_no_page_shows_plainly_is_caught(twin: str, poster: Artefact) -> None:
    broken, mended = HIDDEN[twin]
    assert checks(preflight(edited(poster.pdf, broken), checks={"rgb"})) == {"rgb"}
    assert preflight(edited(poster.pdf, mended), checks={"rgb"}) == []


def intent_with(profile: bytes | None) -> Break:
    def change(pdf: pikepdf.Pdf) -> None:
        intent = pdf.Root.OutputIntents[0]
        if profile is None:
            del intent["/DestOutputProfile"]
        else:
            intent.DestOutputProfile = pdf.make_stream(profile, N=4)

    return change


@pytest.mark.parametrize(
    "profile", [None, b"junk", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()]
)
def test_a_printing_condition_without_a_cmyk_profile_is_caught(
    profile: bytes | None, poster: Artefact
) -> None:
    assert checks(preflight(edited(poster.pdf, intent_with(profile)), checks={"intent"})) == {"intent"}
    assert preflight(edited(poster.pdf, intent_with(FOGRA39.data)), checks={"intent"}) == []
