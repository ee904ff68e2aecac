"""What a member's words do to a plate, however long or rare they are."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from print_templates.content import Imprint, Place
from print_templates.design import Panel, all_designs
from print_templates.imprint import DoesNotFit, imprint
from print_templates.logo import prepare, ready
from print_templates.plate import Plate, lay_out
from print_templates.preflight.panel import verify
from print_templates.proof import sample_content, sample_imprint
from print_templates.qr import QUIET_ZONE, modules
from print_templates.sheet import Finish
from tests.print_templates.conftest import (
    Artefact,
    Word,
    decoded,
    plate_of,
    poppler_pages,
    red_logo,
    run,
    words_on_pages,
)

NAMES = {
    "sixty wide": "団" * 60,
    "long": "特定非営利活動法人かながわ多文化共生とひとり親家庭を支える地域のつながりづくり推進協議会",
    "latin": "Kanagawa International Friendship and Mutual Aid Association",
    "no break": "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH",
    "rare": "髙﨑𠮷田邊商店",
}
SMALLEST: list[tuple[str, str, Finish]] = [
    ("poster", "a4", "office"),
    ("flyer", "a4", "press"),
    ("fan", "a4", "office"),
]


def imprinted_or_refused(plate: Plate, words: Imprint) -> bytes | None:
    try:
        return imprint(plate, words)
    except DoesNotFit:
        return None


@pytest.mark.parametrize("logo", [b"", red_logo()], ids=["no logo", "logo"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("design", "sheet", "finish"), SMALLEST)
def test_no_name_runs_into_the_code(
    design: str, sheet: str, finish: Finish, name: str, logo: bytes, tmp_path: Path
) -> None:
    plate = plate_of("coast", design, sheet, finish)
    words = replace(sample_imprint(logo), name=NAMES[name])
    pdf = imprinted_or_refused(plate, words)
    if pdf is None:
        assert len(NAMES[name]) >= 60, "only the longest names may be refused"
        return
    path = tmp_path / "named.pdf"
    path.write_bytes(pdf)
    assert decoded(poppler_pages(path, 100, tmp_path)) == [words.url] * len(plate.panels)
    pages = words_on_pages(path)
    imprinted = words.name + words.contact + words.address
    for panel in plate.panels:
        zone = quiet_zone(plate, panel, words)
        ours = [word for word in pages[panel.page] if word[0] in imprinted]
        assert ours
        assert [word[0] for word in ours if overlap(ink(word), zone)] == []


@pytest.mark.parametrize("name", ["long", "rare"])
def test_an_ordinary_long_or_rare_name_can_be_copied_out_again(name: str, tmp_path: Path) -> None:
    path = tmp_path / "named.pdf"
    path.write_bytes(
        imprint(plate_of("coast", "poster", "a3", "press"), replace(sample_imprint(), name=NAMES[name]))
    )
    text = run("pdftotext", "-raw", path, "-").replace("\n", "")
    assert NAMES[name] in text


def test_a_contact_that_is_too_long_is_named() -> None:
    with pytest.raises(DoesNotFit) as refusal:
        imprint(plate_of("coast", "fan", "a4", "office"), replace(sample_imprint(), contact="電話" * 60))
    assert refusal.value.field == "contact"


def test_nothing_stands_in_the_quiet_zone_of_a_code(artefact: Artefact) -> None:
    pages = words_on_pages(artefact.path)
    for panel in artefact.plate.panels:
        zone = quiet_zone(artefact.plate, panel, artefact.words)
        assert [word[0] for word in pages[panel.page] if overlap(ink(word), zone)] == []


Corners = tuple[float, float, float, float]


def quiet_zone(plate: Plate, panel: Panel, words: Imprint) -> Corners:
    """The code with four free modules around it, in mm from the medium's top left."""
    quiet = QUIET_ZONE * panel.code.width / len(modules(words.url))
    left = plate.layout.trim.x + panel.code.x - quiet
    top = plate.layout.trim.y + panel.code.y - quiet
    return left, top, left + panel.code.width + 2 * quiet, top + panel.code.height + 2 * quiet


def ink(word: Word) -> Corners:
    """Poppler's box of a word is as high as its line; its letters fill the middle."""
    _text, left, top, right, bottom = word
    trimmed = 0.12 * (bottom - top)
    return left, top + trimmed, right, bottom - trimmed


def overlap(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_the_unbranded_kit_has_a_code_and_nobodys_name(tmp_path: Path) -> None:
    words = Imprint(url=sample_imprint().url, address=sample_imprint().address)
    path = tmp_path / "bare.pdf"
    path.write_bytes(imprint(plate_of("coast", "poster", "a4", "office"), words))
    assert "見本の会" not in run("pdftotext", path, "-")
    assert decoded(poppler_pages(path, 100, tmp_path)) == [words.url]


def test_equal_words_give_equal_bytes_and_others_do_not() -> None:
    plate = plate_of("coast", "poster", "a4", "press")
    assert imprint(plate, sample_imprint()) == imprint(plate, sample_imprint())
    assert imprint(plate, sample_imprint()) != imprint(plate, replace(sample_imprint(), name="別の会"))


def test_module_width_is_at_least_half_a_millimetre() -> None:
    for design in all_designs().values():
        for sheet in design.sheets:
            for panel in design.panels(sheet):
                assert panel.code.width / len(modules(sample_imprint().url)) >= 0.5, (design.key, sheet.key)


def test_a_logo_of_few_pixels_is_printed_small_rather_than_coarse(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (90, 60), (200, 30, 40)).save(out, "PNG")
    words = replace(sample_imprint(), logo=ready(prepare(out.getvalue())))
    path = tmp_path / "small.pdf"
    path.write_bytes(imprint(plate_of("coast", "poster", "a2", "press"), words))
    (row,) = run("pdfimages", "-list", path).splitlines()[2:]
    assert int(row.split()[12]) == pytest.approx(150, abs=1)


# --- the places near the organisation -------------------------------------------------------------------


def near(count: int) -> tuple[Place, ...]:
    """Places whose words are all different."""
    return tuple(
        Place(
            f"見本の場所{number}",
            f"見本市{number}区",
            f"見本町{number}-1",
            f"だれでも寄れる{number}番の場所。",
        )
        for number in range(count)
    )


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_each_place_near_by_is_laid_into_a_room_of_its_own(count: int, tmp_path: Path) -> None:
    flyer, content = all_designs()["flyer"], replace(sample_content(), places=near(count))
    plate = lay_out(flyer, content, flyer.sheet("a4"), "press")
    assert [len(panel.places) for panel in plate.panels] == [0, count]
    words = replace(sample_imprint(), places=near(count))
    path = tmp_path / "near.pdf"
    path.write_bytes(imprint(plate, words))
    text = run("pdftotext", "-raw", path, "-")
    for place in words.places:
        assert place.name in text
        assert place.whereabouts in text
        assert place.summary in text
    assert verify(path.read_bytes(), plate, words) == []


def test_another_organisation_has_other_places_on_the_same_plate() -> None:
    plate = plate_of("coast", "flyer", "a4", "press")
    one, other = (replace(sample_imprint(), places=places) for places in (near(3), near(4)[1:]))
    assert one.state != other.state
    assert imprint(plate, one) != imprint(plate, other)


def test_a_place_whose_words_are_too_long_is_named() -> None:
    long = replace(near(1)[0], summary="とても長い紹介です。" * 30)
    with pytest.raises(DoesNotFit) as refusal:
        imprint(plate_of("coast", "flyer", "a4", "press"), replace(sample_imprint(), places=(long,)))
    assert (refusal.value.field, refusal.value.case) == ("places", long.name)


def test_a_preview_may_leave_rooms_empty() -> None:
    plate = plate_of("coast", "flyer", "a4", "press")
    assert imprint(plate, replace(sample_imprint(), places=near(1)))


def test_an_address_that_says_its_area_says_it_once() -> None:
    place = Place("見本の店", "見本市", "見本市見本町1", "")
    assert place.whereabouts == "見本市見本町1"
    assert replace(place, address="見本町1").whereabouts == "見本市 見本町1"
    assert replace(place, address="").whereabouts == "見本市"
