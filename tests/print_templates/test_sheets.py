"""Where paper stays white, how large words are on each sheet, and which sheets there are."""

from dataclasses import replace
from pathlib import Path

from PIL import Image

from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.plate import lay_out
from print_templates.proof import sample_content, sample_imprint
from print_templates.sheet import layout, papers
from tests.print_templates.conftest import PT, Artefact, run, words_on_pages

#: Smallest running text and smallest note on the flyer's back in pt (PRINT.md 1 for A4).
SIZES = {"a4": (12, 10.5), "b5": (11, 9.6), "a5": (10, 8.5)}


def test_it_works() -> None:
    """The sheets of PRINT.md 1, each in the finishes somebody can use."""
    found = {
        (design.key, sheet.key): sheet.finishes
        for design in all_designs().values()
        for sheet in design.sheets
    }
    large, whole = ("press", "tiled"), ("press", "office")
    assert found == {
        ("poster", "a1"): large, ("poster", "b2"): large, ("poster", "a2"): large, ("poster", "b3"): large,
        ("poster", "a3"): ("press", "office", "tiled"), ("poster", "a4"): whole,
        ("flyer", "a4"): whole, ("flyer", "b5"): whole, ("flyer", "a5"): ("press", "nup"),
        ("fan", "round240"): ("press",), ("fan", "round210"): ("press",), ("fan", "round200"): ("press",),
        ("fan", "a4"): ("office",),
    }  # fmt: skip


def test_a_poster_is_tiled_only_on_paper_it_does_not_fit() -> None:
    poster = all_designs()["poster"]
    assert papers(poster.sheet("a3"), "tiled") == ("a4",)
    assert papers(poster.sheet("b3"), "tiled") == ("a4", "a3")
    assert papers(poster.sheet("b3"), "press") == ("a4",)


def test_artwork_covers_the_bleed_and_leaves_the_border() -> None:
    sheet = all_designs()["poster"].sheet("a4")
    press = layout(sheet, "press", bleed=2, marks=False).artwork
    office = layout(sheet, "office").artwork
    assert (press.x, press.y, press.width, press.height) == (0, 0, 214, 301)
    assert (office.x, office.y, office.width, office.height) == (5, 5, 200, 287)


def test_an_office_sheet_is_white_where_printers_cannot_print(
    office_artefact: Artefact, tmp_path: Path
) -> None:
    """4.9 mm of it by the pixel; on both sides, artwork reaches the border and does not cross it."""
    run("pdftoppm", "-r", 254, "-gray", office_artefact.path, tmp_path / "page")
    pages = [Image.open(page) for page in sorted(tmp_path.glob("page-*.pgm"))]
    assert len(pages) == office_artefact.pages
    for page in pages:
        left, top, right, bottom = page.point(lambda value: 255 if value < 254 else 0).getbbox()
        ends = (left, top, page.width - right, page.height - bottom)
        assert min(ends) >= 49
        if office_artefact.design.key != "fan":
            assert ends[0] <= 54
            assert ends[1] <= 54


def test_words_of_a_flyer_are_as_large_as_hands_need(tmp_path: Path) -> None:
    flyer = all_designs()["flyer"]
    for key, (body, note) in SIZES.items():
        content = sample_content("ripples")
        plate = lay_out(flyer, content, flyer.sheet(key), "press")
        path = tmp_path / f"{key}.pdf"
        path.write_bytes(imprint(plate, replace(sample_imprint(), places=content.places)))
        back = words_on_pages(path)[1]
        # Poppler's box of a word is as high as its face's line, which BIZ UDPGothic sets at one em.
        sizes = {text: round((bottom - top) * PT, 1) for text, _left, top, _right, bottom in back}
        summary = next(size for text, size in sizes.items() if "だれでも食べ物を入れて" in text)
        hours = next(size for text, size in sizes.items() if text.startswith("24時間"))
        address = next(size for text, size in sizes.items() if text.startswith("見本町1-2-3"))
        assert summary >= body - 0.1, (key, sizes)
        assert min(hours, address) >= note - 0.3, (key, sizes)


def test_no_word_of_a_flyer_or_poster_lies_on_another(artefact: Artefact) -> None:
    """What the layout sets and what is imprinted keep apart on every sheet."""
    if artefact.design.key == "fan":
        return
    for page in words_on_pages(artefact.path):
        boxes = [
            (text, left, top + 0.2 * (bottom - top), right, bottom - 0.2 * (bottom - top))
            for text, left, top, right, bottom in page
        ]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = one[1] >= other[3] or other[1] >= one[3] or one[2] >= other[4] or other[2] >= one[4]
                assert apart, (one[0], other[0])
