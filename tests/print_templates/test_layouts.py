"""Words of every length on the panel, the flyer's back and the fan's back: whole, apart, and large enough."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from print_templates.content import Content, DeskLine, Imprint, Place, SmallThing
from print_templates.design import all_designs
from print_templates.designs.flyer import SHEETS, grid
from print_templates.imprint import imprint
from print_templates.plate import Plate, lay_out
from print_templates.preflight import Expected, preflight
from print_templates.preflight.panel import verify
from print_templates.proof import sample_content, sample_imprint
from print_templates.qr import QUIET_ZONE
from print_templates.sheet import PRINTER_EDGE, Finish
from print_templates.themes.theme import BACK_FOOT, BACK_HEAD, PANEL
from tests.print_templates.conftest import red_logo, run, words_on_pages

SENTENCES = "会えばあいさつをする人。用がなくても立ち寄れる店。そんな小さなつながりが、あちこちにあります。"
HOURS = "月曜から金曜 9:00〜12:00、13:00〜17:15（祝日は休み）"
#: What the editor takes at most: 160 letters of lead and loose ties, 80 of a case, 40 of issuer and office.
LONGEST = replace(
    sample_content(),
    issuer=("見本つながりネットワーク推進協議会" * 3)[:40],
    issuer_note=("事務局 見本県福祉部生活援護課" * 3)[:40],
    contact="045-000-0100（平日 9時から17時）",
    lead=(SENTENCES * 4)[:159] + "。",
    loose_ties=(SENTENCES * 4)[:159] + "。",
    places=tuple(
        Place(
            f"{number}番の見本ひろば みんなの台所と図書室",
            "見本市中央区",
            "見本市中央区見本町4丁目7-15 見本会館ビル2階 集会室",
            (SENTENCES * 2)[:79] + "。",
        )
        for number in range(3)
    ),
    desks=(DeskLine("見本いのちの電話 外国語でも話せる窓口", "0120-000-000", HOURS),) * 3,
    small_things=(
        SmallThing("おすそわけをひとつだけ", "切りすぎたすいかを、おとなりさんにも。会った人にも。"),
    )
    * 3,
)
LONG_NAME = "特定非営利活動法人かながわ多文化共生とひとり親家庭の会"
BARE = replace(
    sample_content(), issuer_note="", contact="", edition=0, places=(), desks=(), chart=None, small_things=()
)
KEYS: list[tuple[str, str, Finish]] = [
    ("poster", "a2", "press"),
    ("poster", "a4", "office"),
    ("flyer", "a4", "press"),
    ("flyer", "a4", "office"),
    ("flyer", "b5", "press"),
    ("flyer", "a5", "press"),
    ("fan", "round240", "press"),
    ("fan", "round200", "press"),
    ("fan", "a4", "office"),
]


def printed(
    content: Content, design: str, sheet: str, finish: Finish, words: Imprint | None = None
) -> tuple[Plate, bytes]:
    """A sheet with an imprint that has the content's own places."""
    found = all_designs()[design]
    plate = lay_out(found, content, found.sheet(sheet), finish)
    return plate, imprint(plate, words or replace(sample_imprint(), places=content.places))


def faults(pdf: bytes) -> set[tuple[str, str]]:
    """What is cut off, covered, too near to a cut or too small to be read at all."""
    found = preflight(pdf, expected=Expected(), checks={"overflow", "safe", "type"})
    return {(finding.check, finding.message) for finding in found}


@pytest.mark.parametrize("key", KEYS, ids="-".join)
@pytest.mark.parametrize("words", [LONGEST, BARE], ids=["longest", "fewest"])
def test_it_works(words: Content, key: tuple[str, str, Finish]) -> None:
    member = replace(sample_imprint(red_logo()), name=LONG_NAME, places=words.places)
    plate, pdf = printed(words, *key, member)
    assert faults(pdf) == set()
    assert verify(pdf, plate, member) == []


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_any_number_of_places_and_desks_is_composed(count: int) -> None:
    words = replace(LONGEST, places=LONGEST.places[:count], desks=LONGEST.desks[:count])
    for sheet in ("a4", "a5"):
        assert faults(printed(words, "flyer", sheet, "press")[1]) == set()


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_any_number_of_small_things_is_composed(count: int) -> None:
    words = replace(LONGEST, small_things=LONGEST.small_things[:count], desks=LONGEST.desks[: count % 2])
    assert faults(printed(words, "fan", "round200", "press")[1]) == set()


def said(pdf: bytes, path: Path) -> str:
    """Everything that can be read on both sides, without white space."""
    path.write_bytes(pdf)
    return "".join(run("pdftotext", "-raw", path, "-").split())


@pytest.mark.parametrize("sheet", ["a4", "b5", "a5"])
def test_nothing_of_the_longest_words_is_lost(sheet: str, tmp_path: Path) -> None:
    text = said(printed(LONGEST, "flyer", sheet, "press")[1], tmp_path / "flyer.pdf")
    assert LONGEST.chart is not None
    whole = (LONGEST.lead, LONGEST.loose_ties, LONGEST.issuer, LONGEST.issuer_note, LONGEST.chart.alternative)
    for words in (*whole, LONGEST.chart.source, LONGEST.contact):
        assert "".join(words.split()) in text


@pytest.mark.parametrize(("sheet", "places", "desks"), [("a4", 3, 3), ("b5", 2, 2), ("a5", 1, 2)])
def test_a_small_flyer_has_fewer_places_and_desks_rather_than_tiny_ones(
    sheet: str, places: int, desks: int, tmp_path: Path
) -> None:
    plate, pdf = printed(LONGEST, "flyer", sheet, "press")
    (tmp_path / "flyer.pdf").write_bytes(pdf)
    back = run("pdftotext", "-raw", "-f", "2", tmp_path / "flyer.pdf", "-")
    assert len(plate.panels[1].places) == places
    assert len(re.findall(r"番の見本ひろば", back)) == places
    assert back.count("0120-000-000") == desks


@pytest.mark.parametrize("key", KEYS[:6], ids="-".join)
def test_the_panel_begins_below_the_artwork(key: tuple[str, str, Finish], tmp_path: Path) -> None:
    """Code, imprint and the edition's lines keep to the panel of paper at the foot."""
    plate, pdf = printed(replace(LONGEST, sub_copy=""), *key)
    path = tmp_path / "front.pdf"
    path.write_bytes(pdf)
    panel, sheet = plate.panels[0], plate.sheet
    foot = plate.layout.trim.y + sheet.height
    phrase = set("つながろうかながわ")
    below = [word for word in words_on_pages(path)[0] if not set(word[0]) <= phrase]
    assert below
    assert all(foot - word[2] <= PANEL * sheet.width for word in below)
    assert sheet.height - panel.card.y <= PANEL * sheet.width
    assert panel.name.box.x == panel.address.box.x == pytest.approx(0.06 * sheet.width)
    assert panel.code.x + panel.code.width == pytest.approx(0.94 * sheet.width)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_the_grid_of_the_back_has_no_section_in_another(sheet: object, count: int) -> None:
    here = grid(sheet, count)  # type: ignore[arg-type]
    boxes = [here.lead, here.near, here.rest, here.foot]
    assert boxes[0].y >= BACK_HEAD * here.sheet.height
    for upper, lower in pairwise(boxes):
        assert upper.y + upper.height <= lower.y + 0.001
    assert here.rest.height > 0.2 * here.sheet.height
    # An office printer's border pushes the artwork inwards, towards the code's white margin.
    inside = here.sheet.height - 2 * PRINTER_EDGE
    artwork = here.sheet.height - PRINTER_EDGE - BACK_FOOT * inside
    assert here.code.y + here.code.height * (1 + QUIET_ZONE / 29) <= artwork


def test_long_hours_on_the_front_are_read_with_what_the_number_is_for(tmp_path: Path) -> None:
    text = said(printed(LONGEST, "flyer", "a5", "press")[1], tmp_path / "flyer.pdf")
    assert "(祝日は休み)" in text.replace("（", "(").replace("）", ")")
