"""A photograph on finished plates, as programs that are not ours see it."""

import re
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from print_templates.bounded import make_bounded
from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.photograph import window
from print_templates.photograph.window import assets, windows
from print_templates.plate import Job, job, make
from print_templates.preflight import Expected, Finding, preflight
from print_templates.proof import sample_content, sample_imprint
from print_templates.sheet import Finish
from print_templates.shop import GENERIC
from print_templates.themes import theme
from tests.print_templates.conftest import run
from tests.print_templates.photographs import LEFT, RIGHT, give_windows, kept, with_picture

SHEETS: list[tuple[str, str, Finish]] = [
    ("poster", "a3", "press"), ("poster", "a4", "office"), ("poster", "a3", "tiled"), ("flyer", "a4", "press"),
    ("flyer", "a5", "nup"), ("fan", "round240", "press"), ("fan", "a4", "office"),
]  # fmt: skip
Kind = tuple[str, str, Finish]


@pytest.fixture(autouse=True)
def windowed(monkeypatch: pytest.MonkeyPatch) -> None:
    give_windows(monkeypatch)


def wanted(kind: Kind, width: int = 2400, height: int = 1600, **facts: object) -> Job:
    key, sheet_key, finish = kind
    design, content = all_designs()[key], with_picture(width, height, **facts)
    sheet = design.sheet(sheet_key)
    shown = assets(design, content, sheet, finish, GENERIC, kept)
    return job(design, content, sheet, finish, assets=shown)


@cache
def printed(kind: Kind, width: int = 2400, height: int = 1600) -> bytes:
    return imprint(make(wanted(kind, width, height)), sample_imprint())


def listed(pdf: bytes) -> list[dict[str, str]]:
    """Poppler's list of the pictures in a file."""
    done = subprocess.run(["pdfimages", "-list", "-"], input=pdf, capture_output=True, text=False, check=True)
    head, _line, *rows = done.stdout.decode().splitlines()
    return [dict(zip(head.split(), row.split(), strict=False)) for row in rows]


def judged(kind: Kind, width: int, height: int) -> list[Finding]:
    pdf = printed(kind, width, height)
    expected = Expected(name="-".join(kind) + ".pdf", finish=kind[2])
    return preflight(pdf, expected=expected, checks={"resolution"})


@pytest.mark.parametrize("kind", SHEETS, ids="-".join)
def test_it_works(kind: Kind) -> None:
    pictures = listed(printed(kind))
    assert pictures
    assert {picture["enc"] for picture in pictures} == {"jpeg"}
    assert {picture["color"] for picture in pictures} == {"cmyk" if kind[2] == "press" else "rgb"}


@pytest.mark.parametrize("kind", SHEETS, ids="-".join)
def test_it_is_cut_to_its_window_and_never_finer_than_is_seen(kind: Kind) -> None:
    first = listed(printed(kind))[-1]
    design = all_designs()[kind[0]]
    [box] = windows(design, with_picture(9, 9), design.sheet(kind[1]), kind[2], GENERIC).values()
    ratio = int(first["width"]) / int(first["height"])
    assert ratio == pytest.approx(box.width / box.height, rel=0.002)
    assert int(first["x-ppi"]) in (349, 350, 351) or int(first["height"]) == 1600


@pytest.mark.parametrize("kind", [("poster", "a3", "press"), ("poster", "a4", "office")], ids="-".join)
def test_the_window_is_round(kind: Kind, tmp_path: Path) -> None:
    """Inside there is the photograph, halves left and right of the middle; in the corners of its box there is not."""
    path = tmp_path / "poster.pdf"
    path.write_bytes(printed(kind))
    run("pdftoppm", "-r", 60, path, tmp_path / "page")
    page = Image.open(next(tmp_path.glob("page*.ppm")))
    design = all_designs()[kind[0]]
    [box] = windows(design, with_picture(9, 9), design.sheet(kind[1]), kind[2], GENERIC).values()
    trim = make(wanted(kind)).layout.trim

    def seen(x: float, y: float) -> tuple[int, ...]:
        place = (
            int((trim.x + box.x + x * box.width) / 25.4 * 60),
            int((trim.y + box.y + y * box.height) / 25.4 * 60),
        )
        return page.getpixel(place)  # type: ignore[return-value]

    def near(one: tuple[int, ...], other: tuple[int, ...], by: int) -> bool:
        return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))

    # Poppler shows inks in its own way, so that only the kind of colour can be told.
    by = 45 if kind[2] == "press" else 8
    assert near(seen(0.25, 0.5), LEFT, by)
    assert near(seen(0.75, 0.5), RIGHT, by)
    for corner in ((0.03, 0.03), (0.97, 0.03), (0.03, 0.97), (0.97, 0.97)):
        assert not near(seen(*corner), LEFT if corner[0] < 0.5 else RIGHT, by)


def test_the_press_gets_the_inks_that_the_photograph_was_converted_to(tmp_path: Path) -> None:
    """Adobe's JPEGs have their inks the wrong way round; Ghostscript's separations show them right."""
    path = tmp_path / "poster.pdf"
    path.write_bytes(printed(("poster", "a3", "press")))
    run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=tiffsep",
        "-r25.4",
        f"-sOutputFile={tmp_path}/s.tif",
        path,
    )
    design = all_designs()["poster"]
    [box] = windows(design, with_picture(9, 9), design.sheet("a3"), "press", GENERIC).values()
    place = int(15 + box.x + box.width / 4), int(15 + box.y + box.height / 2)
    inked = Image.open(BytesIO(kept(with_picture(600, 400).picture, "press"))).getpixel((100, 200))  # type: ignore[arg-type]
    found = [
        255 - Image.open(tmp_path / f"s({ink}).tif").getpixel(place)  # type: ignore[operator]
        for ink in ("Cyan", "Magenta", "Yellow", "Black")
    ]
    assert found == pytest.approx(inked, abs=4)


@pytest.mark.parametrize("kind", SHEETS, ids="-".join)
def test_preflight_finds_nothing_wrong_with_a_large_one(kind: Kind) -> None:
    expected = Expected(name="-".join(kind) + ".pdf", url=sample_imprint().url, finish=kind[2])
    assert preflight(printed(kind), expected=expected) == []


#: A picture that has exactly so many pixels per inch on A3, whose window is 106.9 mm both ways.
A3 = ("poster", "a3", "press")


@pytest.mark.parametrize(
    ("pixels", "verdict"), [(1300, []), (1240, ["warning"]), (640, ["warning"]), (620, ["error"])]
)
def test_each_sheet_is_judged_by_what_the_photograph_really_has(pixels: int, verdict: list[str]) -> None:
    """Nothing is made finer than it is: the file itself says how coarse the photograph is at its size."""
    found = judged(A3, pixels, pixels)
    assert [finding.severity for finding in found] == verdict
    assert {finding.field for finding in found} <= {"key_picture"}
    [picture] = listed(printed(A3, pixels, pixels))
    assert float(picture["x-ppi"]) == pytest.approx(pixels / 106.92 * 25.4, abs=1.5)


def test_the_same_photograph_is_sharp_on_a4_and_blurred_on_a2() -> None:
    assert judged(("poster", "a4", "press"), 1300, 1300) == []
    assert [finding.severity for finding in judged(("poster", "a2", "press"), 1300, 1300)] == ["warning"]


@pytest.mark.parametrize("kind", [("poster", "a4", "office"), ("poster", "a3", "tiled")], ids="-".join)
def test_readers_hear_what_it_shows(kind: Kind) -> None:
    pdf = make(wanted(kind, alternative="橋の上の二人")).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        spoken = [
            str(each.Alt)
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert any("橋の上の二人" in words for words in spoken)


def test_equal_photographs_give_equal_bytes_also_in_a_child_with_limits() -> None:
    kind = ("poster", "a4", "press")
    assert make(wanted(kind)).pdf == make(wanted(kind)).pdf == make_bounded(wanted(kind)).pdf


def test_another_photograph_is_another_document() -> None:
    kind = ("poster", "a4", "press")
    one, other = make(wanted(kind)).pdf, make(wanted(kind, 2400, 1700)).pdf
    ids = [re.search(rb"/ID \[(.*?)\]", pdf) for pdf in (one, other)]
    assert ids[0] is not None
    assert ids[1] is not None
    assert ids[0].group(1) != ids[1].group(1)


def test_a_photograph_that_was_not_handed_in_is_not_a_gap() -> None:
    design = all_designs()["poster"]
    with pytest.raises(BaseException, match="not handed in"):
        make(job(design, with_picture(900, 600), design.sheet("a4"), "office"))


def test_without_a_photograph_or_a_window_nothing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    design = all_designs()["poster"]
    sheet = design.sheet("a4")
    assert assets(design, sample_content(), sheet, "press", GENERIC, kept) == {}
    monkeypatch.setattr(window, "windows", lambda *_identity: {})
    assert assets(design, with_picture(900, 600), sheet, "press", GENERIC, kept) == {}


def test_what_is_in_front_is_drawn_over_it(monkeypatch: pytest.MonkeyPatch) -> None:
    scenes = theme("coast").scenes
    in_front = replace(scenes["poster"], before=lambda canvas: canvas.svg(["<path id='in-front'/>"]))
    monkeypatch.setitem(scenes, "poster", in_front)  # type: ignore[arg-type]
    page = wanted(("poster", "a4", "office")).page
    parts = ["<svg", "asset:key-picture-poster", "in-front", "<h1"]
    assert sorted(parts, key=page.index) == parts
