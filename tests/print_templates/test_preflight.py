"""Every check finds its fault in a twin broken by another tool, and nothing in the good file."""

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
from django.utils import translation
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from print_templates.preflight import CHECKS, Expected, Finding, preflight
from print_templates.preflight.codes import is_short_link
from tests.print_templates.conftest import PT, Artefact

pytestmark = pytest.mark.usefixtures("in_english")
Break = Callable[[pikepdf.Pdf], None]


@pytest.fixture
def in_english() -> Iterator[None]:
    """Findings in the words of the code itself."""
    with translation.override("en"):
        yield


def broken(pdf: bytes, by: Break) -> bytes:
    """A twin of a PDF, edited with pikepdf."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as twin:
        by(twin)
        twin.save(out)
    return out.getvalue()


def checks(found: list[Finding]) -> set[str]:
    return {finding.check for finding in found}


def drawn(operators: str) -> Break:
    """Operators added on top of the first page; /F1 is the font of the imprint, see `letter`."""

    def add(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Resources.Font.F1 = imprint_font(pdf)
        page.contents_add(pdf.make_stream(f"q {operators} Q".encode()))

    return add


def imprint_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The embedded font of the imprinted address."""
    (form,) = {
        form.objgen: form
        for page in pdf.pages
        for name, form in page.Resources.XObject.items()
        if "Words" in name
    }.values()
    return form.Resources.Font["/Imprintbizudpgothic700"]


def letter(x: float, y: float, colour: str = "0 0 0 1 k") -> Break:
    """A letter q of 12 pt that begins at a place in mm from the page's lower left corner."""

    def add(pdf: pikepdf.Pdf) -> None:
        mapped = re.search(rb"<([0-9a-f]{4})> <0071>", imprint_font(pdf).ToUnicode.read_bytes())
        assert mapped is not None, "the address has no q"
        where = f"1 0 0 1 {x * PT:.2f} {y * PT:.2f} Tm"
        drawn(f"BT {colour} /F1 12 Tf {where} <{mapped[1].decode()}> Tj ET")(pdf)

    return add


def white_over(left: float, bottom: float, width: float, height: float) -> Break:
    return drawn(f"0 0 0 0 k {left * PT:.2f} {bottom * PT:.2f} {width * PT:.2f} {height * PT:.2f} re f")


def no_change(pdf: pikepdf.Pdf) -> None:
    """A twin that was only opened and saved."""


# --- good files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["poster", "office_poster", "fan", "office_fan"])
def test_it_works(name: str, request: pytest.FixtureRequest) -> None:
    artefact = request.getfixturevalue(name)
    assert preflight(artefact.pdf) == []
    assert preflight(broken(artefact.pdf, no_change), expected=Expected(name=artefact.path.name)) == []


# --- broken twins: a check, a message's words, how ------------------------------------------------------


def without(key: Name) -> Break:
    def remove(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            del page[key]

    return remove


def boxed(key: Name, box: tuple[float, float, float, float], pages: slice = slice(None)) -> Break:
    """A page box in mm."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in list(pdf.pages)[pages]:
            page[key] = Array([edge * PT for edge in box])

    return change


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


def form_in_rgb(pdf: pikepdf.Pdf) -> None:
    inner = pdf.make_stream(b"1 0 0 RG 0 0 9 9 re S", Type=Name.XObject, Subtype=Name.Form)
    inner.BBox = Array([0, 0, 9, 9])
    name = pdf.pages[0].add_resource(inner, Name.XObject)
    pdf.pages[0].contents_add(pdf.make_stream(f"q {name} Do Q".encode()))


def image(space: pikepdf.Object, samples: int) -> Break:
    def add(pdf: pikepdf.Pdf) -> None:
        picture = pdf.make_stream(b"\0" * samples, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        picture.BitsPerComponent, picture.ColorSpace = 8, space
        name = pdf.pages[0].add_resource(picture, Name.XObject)
        pdf.pages[0].contents_add(pdf.make_stream(f"q 9 0 0 9 99 99 cm {name} Do Q".encode()))

    return add


def icc_rgb(pdf: pikepdf.Pdf) -> None:
    space = Array([Name.ICCBased, pdf.make_stream(b"profile", N=3)])
    name = pdf.pages[0].add_resource(space, Name.ColorSpace)
    pdf.pages[0].contents_add(pdf.make_stream(f"q {name} cs 1 0 0 scn 0 0 9 9 re f Q".encode()))


def shading_in_rgb(pdf: pikepdf.Pdf) -> None:
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0]), C1=Array([1, 1, 1]))
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 9, 9]), Function=ramp)
    name = pdf.pages[0].add_resource(shading, Name.Shading)
    pdf.pages[0].contents_add(pdf.make_stream(f"q 0 0 9 9 re W n {name} sh Q".encode()))


def registration_text(pdf: pikepdf.Pdf) -> None:
    letter(100, 100, "/Registration cs 1 scn")(pdf)


def code_in(colour: bytes) -> Break:
    """The code shown in another ink."""

    def recolour(pdf: pikepdf.Pdf) -> None:
        for stream in pdf.pages[0].Contents:
            before, shown, after = stream.read_bytes().rpartition(b"q 0 0 0 1 k")
            if b"/Code0 Do" in after:
                assert shown
                stream.write(before + b"q " + colour + after)

    return recolour


def no_code(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for name, form in page.Resources.get(Name.XObject, Dictionary()).items():
            if "Code" in name:
                form.write(b"")


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


POSTER_TWINS: dict[str, tuple[str, str, Break]] = {
    "no trim": ("boxes", "TrimBox", without(Name.TrimBox)),
    "no media": ("syntax", "damaged", without(Name.MediaBox)),
    "no bleed box": ("boxes", "bleed", without(Name.BleedBox)),
    "2 mm bleed": ("boxes", "bleed", boxed(Name.BleedBox, (13, 13, 297 + 17, 420 + 17))),
    "bleed beyond the paper": ("boxes", "bleed", boxed(Name.MediaBox, (0, 0, 297 + 16, 450))),
    "shifted origin": ("boxes", "origin", boxed(Name.MediaBox, (-1, -1, 327, 450))),
    "fonts removed": ("fonts", "embedded", unembedded),
    "a standard font": ("fonts", "Helvetica", base_font),
    "text at the trim": ("safe", "5 mm", letter(15 + 2, 200)),
    "text in the bleed": ("safe", "5 mm", letter(12.5, 200)),
    "text at the foot": ("safe", "5 mm", letter(150, 15 + 3)),
    "RGB text": ("rgb", "", letter(100, 100, "1 0 0 rg")),
    "RGB surface": ("rgb", "", drawn("0 0 1 rg 99 99 9 9 re f")),
    "RGB line": ("rgb", "", drawn("0 0 1 RG 99 99 9 9 re S")),
    "RGB by cs": ("rgb", "", drawn("/DeviceRGB cs 0 0 1 sc 99 99 9 9 re f")),
    "RGB by profile": ("rgb", "", icc_rgb),
    "RGB in a form": ("rgb", "", form_in_rgb),
    "RGB picture": ("rgb", "", image(Name.DeviceRGB, 3)),
    "RGB palette": ("rgb", "", image(Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")]), 1)),
    "RGB inline picture": ("rgb", "", drawn("BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI")),
    "RGB gradient": ("rgb", "", shading_in_rgb),
    "rich black text": ("black", "text", letter(100, 100, "0.75 0.68 0.67 0.9 k")),
    "text in black and a little cyan": ("black", "text", letter(100, 100, "0.3 0 0 1 k")),
    "text in registration colour": ("black", "text", registration_text),
    "rich black code": ("black", "code", code_in(b"0.6 0.5 0.5 1 k")),
    "blue code": ("black", "code", code_in(b"1 0.8 0 0 k")),
    "no code": ("code", "No code", no_code),
    "pale code": ("code", "", code_in(b"0 0 0 0.02 k")),
    "covered code": ("code", "", white_over(15 + 297 - 70, 15 + 10, 20, 90)),
    "script": ("javascript", "", script),
    "script by name": ("javascript", "", script_by_name),
    "attachment": ("attachment", "", attachment),
    "link outside": ("link", "evil.example", link(to("https://evil.example/q/ABC2345"))),
    "link that looks like home": ("link", "", link(to("https://tsunagari.example.jp@evil.example/"))),
    "link by another scheme": ("link", "", link(to("javascript:alert(1)"))),
    "launching a program": ("link", "Launch", link(Dictionary(S=Name.Launch, F=String("calc.exe")))),
    "sending a form": (
        "link",
        "SubmitForm",
        link(Dictionary(S=Name.SubmitForm, F=String("https://x.example"))),
    ),
}


@pytest.mark.parametrize("twin", POSTER_TWINS)
def test_a_broken_poster_is_caught(twin: str, poster: Artefact) -> None:
    check, words, by = POSTER_TWINS[twin]
    found = preflight(broken(poster.pdf, by))
    assert any(finding.check == check and words in finding.message for finding in found), found


#: Edits that look like faults and are none.
FINE_TWINS: dict[str, Break] = {
    "text just inside": letter(15 + 8, 200),
    "coloured lettering": letter(100, 100, "0.95 0.38 0.44 0.18 k"),
    "grey text": letter(100, 100, "0 g"),
    "dark ink of a theme": letter(100, 100, "1 0.6 0.5 0.45 k"),
    "rich black surface": drawn("0.6 0.5 0.5 1 k 300 700 9 9 re f"),
    "CMYK picture": image(Name.DeviceCMYK, 4),
    "invisible text at the trim": drawn("BT 3 Tr 1 0 0 rg /F1 9 Tf 1 0 0 1 300 300 Tm <0001> Tj ET"),
    "link home": link(to("https://tsunagari.example.jp/about/")),
    "jump inside the file": link(Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))),
}


@pytest.mark.parametrize("twin", FINE_TWINS)
def test_what_is_no_fault_is_not_told(twin: str, poster: Artefact) -> None:
    assert preflight(broken(poster.pdf, FINE_TWINS[twin])) == []


def test_rgb_is_fine_in_an_office_file(office_poster: Artefact) -> None:
    assert preflight(broken(office_poster.pdf, letter(100, 100, "1 0 0 rg"))) == []


def test_an_office_file_is_not_cut(office_poster: Artefact) -> None:
    found = preflight(broken(office_poster.pdf, boxed(Name.TrimBox, (3, 3, 294, 417))))
    assert "boxes" in checks(found)


def test_pages_of_two_sizes_are_told_on_the_second(fan: Artefact) -> None:
    found = preflight(broken(fan.pdf, boxed(Name.TrimBox, (20, 15, 255, 255), slice(1, None))))
    assert any(finding.check == "boxes" and finding.page == 2 for finding in found)


# --- fans -------------------------------------------------------------------------------------------------

#: Places in mm from the page's corner: near the rim at half past four, and on both sides of the hole.
OUTSIDE_FAN = {
    "rim": (15 + 120 + 82, 15 + 120 - 82),
    "hole": (15 + 120 + 13, 15 + 30),
    "in hole": (15 + 120, 15 + 30),
}


@pytest.mark.parametrize("place", OUTSIDE_FAN)
def test_text_near_rim_or_hole_is_caught(place: str, fan: Artefact) -> None:
    assert checks(preflight(broken(fan.pdf, letter(*OUTSIDE_FAN[place])))) == {"safe"}


def test_text_beside_the_hole_is_fine(fan: Artefact) -> None:
    assert preflight(broken(fan.pdf, letter(15 + 120 + 20, 15 + 30))) == []


def test_text_near_the_rim_of_an_office_fan_is_caught(office_fan: Artefact) -> None:
    edited = broken(office_fan.pdf, letter(105 + 65, 148.5 - 65))
    assert checks(preflight(edited, expected=Expected(name="fan-a4-office.pdf"))) == {"safe"}
    assert preflight(edited) == [], "nothing in the file itself says that it is a fan"


def test_text_below_an_office_fan_is_fine(office_fan: Artefact) -> None:
    edited = broken(office_fan.pdf, letter(30, 40))
    assert preflight(edited, expected=Expected(name="fan-a4-office.pdf")) == []


def test_a_fan_without_a_die_line_is_caught(fan: Artefact) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        for stream in pdf.pages[1].Contents:
            data = stream.read_bytes()
            if b"/CutContour CS" in data:
                stream.write(data[: data.index(b"q /Overprint gs")])

    found = preflight(broken(fan.pdf, remove), expected=Expected(name="fan-round240-press.pdf"))
    assert [(finding.check, finding.page) for finding in found] == [("die", 2)]


def test_a_die_line_of_another_sheet_is_caught(fan: Artefact) -> None:
    shift = (15, 15, 225, 225)
    found = preflight(broken(fan.pdf, boxed(Name.TrimBox, shift)))
    assert "die" in checks(found)


# --- what was ordered -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "check"),
    [
        (Expected(url="HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2346"), "code"),
        (Expected(trim_mm=(420, 594)), "expected"),
        (Expected(trim_mm=(420, 297)), "expected"),
        (Expected(pages=2), "expected"),
    ],
)
def test_another_file_than_ordered_is_caught(expected: Expected, check: str, poster: Artefact) -> None:
    assert checks(preflight(poster.pdf, expected=expected)) == {check}


def test_an_office_file_for_the_print_shop_is_caught(office_poster: Artefact) -> None:
    assert checks(preflight(office_poster.pdf, expected=Expected(finish="press"))) == {"intent"}
    assert checks(preflight(office_poster.pdf, expected=Expected(name="poster-a3-press.pdf"))) == {"intent"}


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


# --- files of other programs ------------------------------------------------------------------------------


def ghostscript(pdf: bytes, folder: Path, *options: str) -> bytes:
    (folder / "in.pdf").write_bytes(pdf)
    base = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={folder / 'out.pdf'}"]
    subprocess.run([*base, *options, str(folder / "in.pdf")], check=True, capture_output=True)
    return (folder / "out.pdf").read_bytes()


@contextmanager
def still_for_the_press(pdf: bytes) -> Iterator[io.BytesIO]:
    """Ghostscript drops the output intent; a converted file that keeps it is what a print shop gets."""
    with pikepdf.open(io.BytesIO(pdf)) as twin:
        twin.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)])
        out = io.BytesIO()
        twin.save(out)
    yield out


def test_a_conversion_to_rgb_is_caught(poster: Artefact, tmp_path: Path) -> None:
    converted = ghostscript(poster.pdf, tmp_path, "-sColorConversionStrategy=RGB")
    with still_for_the_press(converted) as twin:
        assert "rgb" in checks(preflight(twin.getvalue()))


def test_a_conversion_to_rich_black_is_caught(office_poster: Artefact, tmp_path: Path) -> None:
    """Ghostscript makes CMYK of an RGB file, and a mixture of its black (PRINT.md 4)."""
    options = ("-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK")
    rgb = broken(office_poster.pdf, letter(100, 100, "0 0 0 rg"))
    with still_for_the_press(ghostscript(rgb, tmp_path, *options)) as twin:
        found = checks(preflight(twin.getvalue()))
    assert "rgb" not in found
    assert "black" in found


def test_fonts_left_out_by_ghostscript_are_caught(tmp_path: Path) -> None:
    page = tmp_path / "page.ps"
    page.write_text("/Helvetica findfont 24 scalefont setfont 100 100 moveto (Text) show showpage")
    left_out = ghostscript(page.read_bytes(), tmp_path, "-dEmbedAllFonts=false")
    kept = ghostscript(page.read_bytes(), tmp_path, "-dPDFSETTINGS=/prepress")
    assert "fonts" in checks(preflight(left_out))
    assert "fonts" not in checks(preflight(kept))


def test_a_scanned_page_has_no_boxes_and_no_code() -> None:
    out = io.BytesIO()
    picture = Image.new("RGB", (400, 600), "white")
    ImageDraw.Draw(picture).rectangle((50, 50, 200, 200), fill="black")
    picture.save(out, "PDF")
    assert checks(preflight(out.getvalue())) >= {"boxes", "code"}


# --- files that are none ----------------------------------------------------------------------------------


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

    assert "rgb" in checks(preflight(broken(poster.pdf, loop)))


def test_a_page_as_large_as_a_house_is_not_rastered_whole(poster: Artefact) -> None:
    def grow(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = Array([0, 0, 14400, 14400])
        pdf.pages[0].CropBox = pdf.pages[0].MediaBox

    assert "file" not in checks(preflight(broken(poster.pdf, grow)))


@pytest.mark.parametrize(
    "data", [b"1 0 0", b"(", b"q q q Q Q Q Q Q /X Do 1 w k f", b"BT /No 9 Tf (x) Tj", b"\xff" * 90]
)
def test_nonsense_on_a_page_does_not_raise(data: bytes, poster: Artefact) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(data))

    assert checks(preflight(broken(poster.pdf, add))) <= set(CHECKS)


def test_every_finding_is_one_sentence_that_says_what_to_do(poster: Artefact) -> None:
    for check, _words, by in POSTER_TWINS.values():
        for finding in preflight(broken(poster.pdf, by)):
            if finding.check == check:
                assert finding.message.endswith(".")
                assert ";" in finding.message, finding.message
