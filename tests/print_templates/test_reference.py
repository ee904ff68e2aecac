"""The imprint looks like the full layout of plate and imprint by WeasyPrint, in poppler's eyes."""

import io
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from print_templates import logo
from print_templates.content import Imprint
from print_templates.design import Panel, TextSlot, all_designs
from print_templates.fetch import RefusedFetch
from print_templates.imprint import DoesNotFit, imprint
from print_templates.plate import Plate, typeset
from print_templates.proof import sample_content, sample_imprint
from print_templates.reference import reference
from print_templates.sheet import Finish
from print_templates.themes.theme import Box
from tests.print_templates.conftest import Key, decoded, ids, keys, plate_of, poppler_pages, red_logo, run

#: Both are painted at 144 dpi and averaged over two by two pixels: a glyph that poppler snaps to another
#: quarter of a pixel leaves a pale trace, a stroke that is missing or moved leaves a dark one.
DPI, AVERAGED = 144, 2
#: A trace at least this dark (of 255) is no rounding.
DARK = 96
#: The most dark traces per thousand pixels of a panel. Measured over every case below: at most 0.24 (edges of
#: strokes on B2 and A1, none on smaller sheets); one other digit of the telephone leaves 0.4 to 1.1, one other
#: letter of the name at least 1.6, the name 1 mm aside at least 5.9.
MOST_TRACES = 0.3
#: How much a whole page at 50 dpi may differ in the mean (of 255); measured at most 0.06
#: (three places laid in).
MOST_ON_PAGE = 0.08


def shape(width: int, height: int) -> logo.Logo:
    """A logo of an odd shape: rings in three colours."""
    out = io.BytesIO()
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for inset, colour in ((0, "#1d5fa8"), (width // 9, "#f2c230"), (width // 5, "#3a8f5c")):
        draw.ellipse(
            (inset, inset * height // width, width - inset, height - inset * height // width), colour
        )
    image.save(out, "PNG")
    return logo.ready(logo.prepare(out.getvalue()))


SAMPLE = sample_imprint()
AWKWARD = {
    "long": replace(
        SAMPLE, name="特定非営利活動法人かながわ多文化共生とひとり親家庭を支える地域づくり推進協議会"
    ),
    "rare": replace(SAMPLE, name="髙﨑𠮷田邊商店"),
    "latin": replace(SAMPLE, name="Kanagawa Friendship & Mutual Aid Association"),
    "full width": replace(SAMPLE, name="ＮＰＯ法人　ＡＢＣ－１２３"),
    "markup": replace(SAMPLE, name="</section><b>太い & 会</b>"),
    "no contact": replace(SAMPLE, contact=""),
    "wide logo": replace(SAMPLE, logo=shape(1200, 150)),
    "tall logo": replace(SAMPLE, logo=shape(150, 1200)),
    "logo beside a long name": replace(SAMPLE, name="団体" * 14, logo=shape(900, 600)),
    "unbranded": replace(SAMPLE, name="", contact=""),
    "message": replace(SAMPLE, message="火曜と木曜の午後は、お茶を用意してお待ちしています。"),
    "by hand": replace(SAMPLE, name="", contact="", by_hand=("場所の名前", "開いている日時", "連絡先")),
}
SMALL: list[Key] = [
    ("coast", "poster", "a4", "press"),
    ("coast", "flyer", "a4", "office"),
    ("coast", "fan", "a4", "office"),
]
SHEETS = [key for key in keys() if key[0] == "coast" and key[3] in ("press", "office")]


@dataclass(frozen=True)
class Pair:
    """The same words imprinted and laid out."""

    plate: Plate
    imprinted: Path
    laid_out: Path

    def traces(self, folder: Path) -> float:
        """Dark traces per thousand pixels of the panel that has the most."""
        return max(traces(self, panel, folder) for panel in self.plate.panels)


def pair(key: Key, words: Imprint, folder: Path, laid_out: Imprint | None = None) -> Pair:
    """Both ways of one sheet; `laid_out` are other words for the reference."""
    plate = plate_of(*key)
    one, other = folder / "imprinted.pdf", folder / "laid-out.pdf"
    one.write_bytes(imprint(plate, words))
    design = all_designs()[key[1]]
    other.write_bytes(reference(design, sample_content(key[0]), plate.sheet, plate.finish, laid_out or words))
    return Pair(plate, one, other)


def traces(pair: Pair, panel: Panel, folder: Path) -> float:
    window = frame(pair.plate, panel)
    pictures = [painted(pdf, panel.page, window, folder) for pdf in (pair.imprinted, pair.laid_out)]
    dark = sum(ImageChops.difference(*pictures).histogram()[DARK:])
    return 1000 * dark / (pictures[0].width * pictures[0].height)


def frame(plate: Plate, panel: Panel) -> tuple[int, int, int, int]:
    """Left, top, width, height in pixels of everything that a panel takes."""
    boxes = [panel.code, panel.logo, panel.name.box, panel.contact.box, panel.address.box]
    boxes += [slot.box for place in panel.places for slot in (place.name, place.summary, place.address)]
    scale = DPI / 25.4
    trim = plate.layout.trim
    left, top = min(box.x for box in boxes) - 2, min(box.y for box in boxes) - 2
    right = max(box.x + box.width for box in boxes) + 2
    bottom = max(box.y + box.height for box in boxes) + 2
    corner = ((trim.x + left) * scale, (trim.y + top) * scale)
    return int(corner[0]), int(corner[1]), int((right - left) * scale), int((bottom - top) * scale)


def painted(pdf: Path, page: int, window: tuple[int, int, int, int], folder: Path) -> Image.Image:
    x, y, width, height = window
    target = folder / pdf.stem
    run(
        "pdftoppm", "-gray", "-singlefile", "-r", DPI, "-f", page + 1,
        "-x", x, "-y", y, "-W", width, "-H", height, pdf, target,
    )  # fmt: skip
    with Image.open(target.with_suffix(".pgm")) as picture:
        return picture.reduce(AVERAGED)


def moved(slot: TextSlot, by: float) -> TextSlot:
    return replace(slot, box=Box(slot.box.x + by, slot.box.y, slot.box.width, slot.box.height))


# --- the same picture ----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", SHEETS, ids=ids)
def test_it_works(key: Key, tmp_path: Path) -> None:
    words = replace(SAMPLE, logo=logo.ready(red_logo()), name=AWKWARD["rare"].name)
    both = pair(key, words, tmp_path)
    assert both.traces(tmp_path) <= MOST_TRACES
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    ours = poppler_pages(both.imprinted, 50, tmp_path / "one")
    theirs = poppler_pages(both.laid_out, 50, tmp_path / "other")
    assert len(ours) == len(theirs) == len(all_designs()[key[1]].surfaces)
    for one, other in zip(ours, theirs, strict=True):
        assert ImageStat.Stat(ImageChops.difference(one, other)).mean[0] <= MOST_ON_PAGE


@pytest.mark.parametrize("who", AWKWARD)
@pytest.mark.parametrize("key", SMALL, ids=ids)
def test_an_awkward_organisation_looks_the_same_both_ways(key: Key, who: str, tmp_path: Path) -> None:
    assert pair(key, AWKWARD[who], tmp_path).traces(tmp_path) <= MOST_TRACES


def test_a_name_that_the_imprint_refuses_is_refused_by_the_layout_too() -> None:
    words = replace(SAMPLE, contact="電話" * 60)
    plate = plate_of(*SMALL[2])
    for way in (
        lambda: imprint(plate, words),
        lambda: reference(all_designs()["fan"], sample_content(), plate.sheet, "office", words),
    ):
        with pytest.raises(DoesNotFit) as refusal:
            way()
        assert refusal.value.field == "contact"


# --- what the comparison would notice ------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        replace(SAMPLE, name="見本の曾"),
        replace(SAMPLE, contact="電話 045-000-0101"),
        replace(SAMPLE, url=SAMPLE.url[:-1] + "6"),
        replace(SAMPLE, logo=shape(600, 600)),
    ],
    ids=["letter", "digit", "code", "logo"],
)
@pytest.mark.parametrize("key", SMALL, ids=ids)
def test_another_imprint_is_seen(key: Key, other: Imprint, tmp_path: Path) -> None:
    assert pair(key, SAMPLE, tmp_path, laid_out=other).traces(tmp_path) > MOST_TRACES


@pytest.mark.parametrize("key", SMALL, ids=ids)
def test_a_name_one_millimetre_aside_is_seen(key: Key, tmp_path: Path) -> None:
    design, plate = all_designs()[key[1]], plate_of(*key)
    aside = replace(
        design,
        panels=lambda sheet, places=0: tuple(
            replace(panel, name=moved(panel.name, 1.0)) for panel in design.panels(sheet, places)
        ),
    )
    one, other = tmp_path / "imprinted.pdf", tmp_path / "laid-out.pdf"
    one.write_bytes(imprint(plate, SAMPLE))
    other.write_bytes(reference(aside, sample_content(key[0]), plate.sheet, plate.finish, SAMPLE))
    assert Pair(plate, one, other).traces(tmp_path) > MOST_TRACES


# --- the reference is a print file of its own ----------------------------------------------------------


def laid_out(finish: Finish, folder: Path) -> Path:
    poster = all_designs()["poster"]
    words = replace(SAMPLE, logo=shape(600, 300))
    path = folder / "reference.pdf"
    path.write_bytes(reference(poster, sample_content(), poster.sheet("a4"), finish, words))
    return path


@pytest.mark.parametrize("finish", ["press", "office"])
def test_its_code_and_name_are_read_by_others(finish: Finish, tmp_path: Path) -> None:
    path = laid_out(finish, tmp_path)
    assert decoded(poppler_pages(path, 100, tmp_path)) == [SAMPLE.url]
    text = run("pdftotext", "-raw", path, "-")
    assert SAMPLE.name in text
    assert SAMPLE.contact in text


def test_for_the_press_nothing_in_it_is_rgb(tmp_path: Path) -> None:
    with pikepdf.open(laid_out("press", tmp_path)) as pdf:
        spaces = [
            str(thing.ColorSpace)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        ]
        assert spaces == ["/DeviceCMYK"]
        streams = [pdf.pages[0]] + [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"
        ]
        steps = [step for thing in streams for step in pikepdf.parse_content_stream(thing)]
        operators = {str(step.operator) for step in steps}
        chosen = {str(step.operands[0]) for step in steps if str(step.operator) in ("cs", "CS")}
    assert not operators & {"rg", "RG"}
    assert "/DeviceCMYK" in chosen
    assert "/DeviceRGB" not in chosen


def test_it_gets_no_asset_that_was_not_handed_in() -> None:
    with pytest.raises(RefusedFetch):
        typeset('<img src="asset:another" alt="">', "press", {})
