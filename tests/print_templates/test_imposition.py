"""Posters glued together from office pages, and two flyers on one sheet, as other programs see them."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from print_templates import marks, press
from print_templates.assembly import assembly
from print_templates.content import Imprint
from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.plate import Plate, job, lay_out, typeset
from print_templates.preflight.document import dictionaries
from print_templates.proof import sample_content, sample_imprint
from print_templates.shop import GENERIC
from print_templates.tiling import Tiling
from tests.print_templates.conftest import PT, decoded, red_logo, run

DPI = 72
#: Room of a tile's cell from the paper's left and upper edge, in mm.
MARGIN = 13


@cache
def words() -> Imprint:
    return replace(sample_imprint(red_logo()), code_alternative="見本の会の二次元コード")


@cache
def tiled(sheet: str, paper: str, theme: str = "coast") -> tuple[bytes, Tiling]:
    design = all_designs()["poster"]
    content = sample_content(theme)
    plate = lay_out(design, content, design.sheet(sheet), "tiled", paper=paper)
    return imprint(plate, words()), assembly(design, content, design.sheet(sheet), paper).tiling


@cache
def plain(sheet: str, theme: str = "coast") -> bytes:
    """The same poster with its imprint as one page, before it goes on tiles."""
    design = all_designs()["poster"]
    wanted = job(design, sample_content(theme), design.sheet(sheet), "tiled")
    raw = typeset(wanted.page, "tiled")
    pdf = press.finish(raw, wanted.sheet, "tiled", wanted.about, wanted.panels)
    return imprint(Plate(pdf, "tiled", wanted.sheet, wanted.panels), words())


@cache
def two_up(theme: str = "coast") -> bytes:
    design = all_designs()["flyer"]
    return imprint(lay_out(design, sample_content(theme), design.sheet("a5"), "nup"), words())


def pages(pdf: bytes, folder: Path, dpi: float = DPI) -> list[Image.Image]:
    """Every page in colour as poppler paints it."""
    path = folder / "it.pdf"
    path.write_bytes(pdf)
    run("pdftoppm", "-r", dpi, path, folder / "page")
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob("page-*.ppm"))]


def pixels(mm: float, dpi: float = DPI) -> int:
    return round(mm * dpi / 25.4)


def assembled(images: list[Image.Image], tiling: Tiling, dpi: float) -> Image.Image:
    """The tiles cut at the left and above, and laid over one another's glue edges in reading order."""
    poster = Image.new("RGB", (pixels(tiling.columns[-1], dpi), pixels(tiling.rows[-1], dpi)), "magenta")
    for image, each in zip(images[1:], tiling.tiles, strict=True):
        start = pixels(MARGIN, dpi)
        size = pixels(each.shown.width, dpi), pixels(each.shown.height, dpi)
        piece = image.crop((start, start, start + size[0], start + size[1]))
        poster.paste(piece, (pixels(each.cell.x, dpi), pixels(each.cell.y, dpi)))
    return poster


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ clearly even from their neighbours' mean: edges may move by a pixel."""
    change = ImageChops.difference(*(image.convert("L").reduce(4) for image in (one, other)))
    return ImageStat.Stat(change.point(lambda value: 255 if value > 60 else 0)).mean[0] / 255


def ink(image: Image.Image, lightest: int = 250) -> Image.Image:
    """White where something is painted."""
    return image.convert("L").point(lambda value: 255 if value < lightest else 0)


def white_edge(image: Image.Image, mm: float, dpi: float) -> bool:
    """Whether nothing is painted so near to the paper's edge; a pixel may be half in."""
    left, top, right, bottom = ink(image).getbbox() or (0, 0, *image.size)
    edge = pixels(mm, dpi) - 1
    return min(left, top, image.width - right, image.height - bottom) >= edge


def test_it_works(tmp_path: Path) -> None:
    pdf, tiling = tiled("a2", "a4")
    path = tmp_path / "tiled.pdf"
    path.write_bytes(pdf)
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)
    assert re.search(r"Pages: +9\n", run("pdfinfo", path))
    assert len(tiling.tiles) == 8
    text = "".join(run("pdftotext", "-f", 1, "-l", 1, path, "-").split())
    assert "A2ポスターの貼り合わせ方" in text
    assert "A4の紙8枚で" in text


@pytest.mark.parametrize(("sheet", "paper"), [("a3", "a4"), ("a2", "a3"), ("b3", "a3")])
def test_the_assembled_tiles_are_the_poster(sheet: str, paper: str, tmp_path: Path) -> None:
    pdf, tiling = tiled(sheet, paper)
    glued = assembled(pages(pdf, tmp_path), tiling, DPI)
    other = tmp_path / "whole"
    other.mkdir()
    (whole,) = pages(plain(sheet), other)
    start = pixels(1.5)
    expected = whole.crop((start, start, start + glued.width, start + glued.height))
    assert difference(glued, expected) < 0.004
    # The measure sees a tile that lies 2 mm off.
    moved = glued.copy()
    moved.paste(glued.crop((0, 0, glued.width // 2, glued.height)), (pixels(2), pixels(2)))
    assert difference(moved, expected) > 0.01


def test_the_code_is_read_from_the_assembled_poster_and_from_its_own_tile(tmp_path: Path) -> None:
    for sheet, paper in (("a1", "a4"), ("a2", "a4")):
        pdf, tiling = tiled(sheet, paper)
        folder = tmp_path / sheet
        folder.mkdir()
        images = pages(pdf, folder)
        assert decoded([assembled(images, tiling, DPI)]) == [words().url]
        panel = all_designs()["poster"].panels(all_designs()["poster"].sheet(sheet))[0]
        x, y = panel.code.x + panel.code.width / 2, panel.code.y + panel.code.height / 2
        (own,) = (
            number
            for number, each in enumerate(tiling.tiles)
            if 0 <= x - each.cell.x < each.cell.width and 0 <= y - each.cell.y < each.cell.height
        )
        assert decoded([images[1 + own]]) == [words().url]


def test_no_mark_is_left_on_the_finished_poster(tmp_path: Path) -> None:
    """Marks on paper of a colour: white or dark, none of them shows inside a cell, and all tiles have some."""
    tiling = tiled("a2", "a4")[1]
    width, height = (side * PT for side in tiling.size)
    with pikepdf.new() as blank:
        for each in tiling.tiles:
            page = blank.add_blank_page(page_size=(width, height))
            page.add_resource(pikepdf.Dictionary(ca=0.8), pikepdf.Name.ExtGState, pikepdf.Name.Veil)
            colour = f"0.8 0.5 0.2 rg 0 0 {width} {height} re f {PT} 0 0 {-PT} 0 {height} cm\n"
            page.contents_add(blank.make_stream((colour + marks.tile(tiling, each)).encode()))
        target = BytesIO()
        blank.save(target)
    start = pixels(MARGIN, 200)
    for image, each in zip(pages(target.getvalue(), tmp_path, 200), tiling.tiles, strict=True):
        end = start + pixels(each.cell.width, 200) - 1, start + pixels(each.cell.height, 200) - 1
        cell = image.crop((start + 1, start + 1, *end))
        assert all(low == high for low, high in cell.getextrema())
        assert any(low != high for low, high in image.getextrema())


def test_pages_are_the_paper_and_8_mm_around_stay_white(tmp_path: Path) -> None:
    for sheet, paper, size in (("b2", "a4", (210, 297)), ("a1", "a3", (420, 297))):
        pdf, _tiling = tiled(sheet, paper, "rounds")
        folder = tmp_path / sheet
        folder.mkdir()
        for image in pages(pdf, folder):
            assert image.size == pytest.approx((pixels(size[0]), pixels(size[1])), abs=1)
            assert white_edge(image, 8, DPI)
        with pikepdf.open(folder / "it.pdf") as opened:
            for page in opened.pages:
                for box in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox"):
                    found = [float(side) / PT for side in page[box]]
                    assert found == pytest.approx([0, 0, *size], abs=0.01)


def test_the_line_to_measure_is_100_mm_long(tmp_path: Path) -> None:
    pdf, _tiling = tiled("a2", "a4")
    image = pages(pdf, tmp_path, 200)[0]
    foot = ink(image.crop((0, image.height - pixels(40, 200), pixels(130, 200), image.height)), 100)
    rows = [foot.crop((0, row, foot.width, row + 1)) for row in range(foot.height)]
    longest = max(row.histogram()[255] for row in rows)
    assert longest * 25.4 / 200 == pytest.approx(100, abs=0.3)


PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI"}


def unmarked(page: pikepdf.Page) -> list[str]:
    """Operators that paint outside of every piece of marked content."""
    depth, found = 0, []
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
        if operator in PAINTS and depth == 0:
            found.append(operator)
    assert depth == 0
    return found


def elements_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [part for part in dictionaries(pdf) if part.get("/Type") == pikepdf.Name.StructElem]


def agree(pdf: pikepdf.Pdf) -> None:
    """Each piece of marked content with a number has a row in the parent tree."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    rows = {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}
    for page in pdf.pages:
        marked = [
            int(step.operands[1].MCID)
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "BDC" and "/MCID" in step.operands[1]
        ]
        assert sorted(marked) == list(range(len(rows[int(page.StructParents)])))


def test_tiles_are_tagged_and_the_imprint_is_spoken_once(tmp_path: Path) -> None:
    pdf, tiling = tiled("a2", "a4")
    path = tmp_path / "tiled.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as opened:
        assert str(opened.Root.Lang) == "ja"
        elements = elements_of(opened)
        spoken = [str(part.ActualText) for part in elements if "/ActualText" in part]
        described = [str(part.Alt) for part in elements if "/Alt" in part]
        agree(opened)
        assert [unmarked(page) for page in opened.pages] == [[]] * 9
    assert spoken == [f"{words().name}\n{words().contact}\n{words().address}"]
    assert described.count(words().code_alternative) == 1
    (poster,) = (said for said in described if said.startswith("ポスターの内容"))
    assert "つながろうかながわ" in poster
    assert "0120-000-000" in poster
    for each in tiling.tiles:
        assert described.count(f"ポスターの{each.label}の部分") == 1


def test_the_poster_is_in_the_file_once() -> None:
    pdf, _tiling = tiled("a1", "a4")
    assert len(pdf) < len(plain("a1")) + 120_000


def test_viewers_are_asked_to_print_everything_for_the_office_as_it_is() -> None:
    flyer, fan = all_designs()["flyer"], all_designs()["fan"]
    files = {
        "/Simplex": [
            tiled("a3", "a4")[0],
            lay_out(fan, sample_content(), fan.sheet("a4"), "office").pdf,
        ],
        "/DuplexFlipLongEdge": [lay_out(flyer, sample_content(), flyer.sheet("b5"), "office").pdf],
        "/DuplexFlipShortEdge": [two_up()],
    }
    for sides, pdfs in files.items():
        for pdf in pdfs:
            with pikepdf.open(BytesIO(pdf)) as opened:
                wishes = opened.Root.ViewerPreferences
                assert str(wishes.PrintScaling) == "/None"
                assert str(wishes.Duplex) == sides
                assert wishes.DisplayDocTitle


@pytest.mark.parametrize("theme", ["coast", "rounds", "ripples"])
def test_two_equal_flyers_lie_side_by_side_on_both_sides_of_a4(theme: str, tmp_path: Path) -> None:
    images = pages(two_up(theme), tmp_path, 100)
    assert len(images) == 2
    for image in images:
        assert image.size == pytest.approx((pixels(297, 100), pixels(210, 100)), abs=1)
        wide = pixels(148, 100)
        left, right = image.crop((0, 0, wide, image.height)), image.crop((image.width - wide, 0, *image.size))
        assert difference(left, right) < 0.001
        assert decoded([left]) == decoded([right]) == [words().url]


def test_a_flyer_sheet_is_white_where_printers_cannot_print_and_has_cut_marks(tmp_path: Path) -> None:
    for image in pages(two_up(), tmp_path, 100):
        assert white_edge(image, 5, 100)
        middle = pixels(148.5, 100)
        strip = ink(image.crop((middle - 3, 0, middle + 4, image.height)))
        painted = [strip.crop((0, row, 7, row + 1)).getbbox() is not None for row in range(strip.height)]
        assert all(painted[pixels(6, 100) : pixels(12, 100)])
        assert all(painted[-pixels(12, 100) : -pixels(6, 100)])
        assert not any(painted[pixels(14, 100) : -pixels(14, 100)])


def test_a_flyer_sheet_reads_one_copy_of_each_side(tmp_path: Path) -> None:
    path = tmp_path / "nup.pdf"
    path.write_bytes(two_up())
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)
    with pikepdf.open(path) as opened:
        elements = elements_of(opened)
        spoken = [str(part.ActualText) for part in elements if "/ActualText" in part]
        agree(opened)
        assert [unmarked(page) for page in opened.pages] == [[], []]
    said = f"{words().name}\n{words().contact}\n{words().address}"
    phrase = sample_content("coast").phrase
    assert spoken.count(phrase) == 2
    front, back = (text for text in spoken if text != phrase)
    assert front == said
    assert back.endswith(said)
    assert back.count(words().places[0].name) == 1


def test_press_pages_fill_the_bleed_whatever_a_shop_asks_for(tmp_path: Path) -> None:
    design = all_designs()["poster"]
    for bleed in (0, 1, 6):
        shop = replace(GENERIC, bleed=bleed, marks=False)
        folder = tmp_path / str(bleed)
        folder.mkdir()
        plate = lay_out(design, sample_content("rounds"), design.sheet("b3"), "press", shop)
        (image,) = pages(imprint(plate, words()), folder)
        assert image.size == pytest.approx((pixels(364 + 2 * bleed), pixels(515 + 2 * bleed)), abs=1)
        # The white panel at the foot is paper; above it everything is painted up to the bleed's end.
        upper = image.convert("L").crop((1, 1, image.width - 2, pixels(300)))
        for side in (
            (0, 0, upper.width, 1),
            (0, 0, 1, upper.height),
            (upper.width - 1, 0, upper.width, upper.height),
        ):
            assert upper.crop(side).getextrema()[1] < 235
