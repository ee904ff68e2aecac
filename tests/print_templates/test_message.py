"""An organisation's own message between its name and its contact."""

from dataclasses import replace
from pathlib import Path

import pytest

from print_templates.content import Imprint
from print_templates.design import Panel, all_designs
from print_templates.imprint import DoesNotFit, imprint, misfits
from print_templates.preflight.panel import verify
from print_templates.proof import sample_imprint
from print_templates.sheet import Finish
from tests.print_templates.conftest import plate_of, run, words_on_pages

MESSAGE = "火曜と木曜の午後は、お茶を用意してお待ちしています。"
#: Forty letters, each as wide as letters are.
FORTY = "どなたでもどうぞ。火曜と木曜の午後は温かいお茶を用意してお待ちしております。。。。"[:40]
WORDS = replace(sample_imprint(), message=MESSAGE)
SHEETS: list[tuple[str, str, Finish]] = [
    ("poster", "a3", "office"),
    ("flyer", "a4", "office"),
    ("flyer", "a5", "press"),
    ("fan", "a4", "office"),
]


@pytest.mark.parametrize(("design", "sheet", "finish"), SHEETS)
def test_it_works(design: str, sheet: str, finish: Finish, tmp_path: Path) -> None:
    plate = plate_of("coast", design, sheet, finish)
    path = tmp_path / "said.pdf"
    path.write_bytes(imprint(plate, WORDS))
    text = "".join(run("pdftotext", "-raw", path, "-").split())
    assert text.count(MESSAGE) == len(plate.panels)
    assert verify(path.read_bytes(), plate, WORDS) == []


def test_it_stands_between_name_and_contact(tmp_path: Path) -> None:
    path = tmp_path / "said.pdf"
    path.write_bytes(imprint(plate_of("coast", "poster", "a4", "office"), WORDS))
    (words,) = words_on_pages(path)
    top = {word[0]: word[2] for word in words}
    assert top[WORDS.name] < top[MESSAGE] < top[WORDS.contact.split()[1]]


def panels() -> list[Panel]:
    return [
        panel
        for design in all_designs().values()
        for sheet in design.sheets
        for panel in design.panels(sheet)
    ]


def test_forty_wide_letters_fit_every_panel() -> None:
    assert len(FORTY) == 40
    assert misfits(tuple(panels()), replace(WORDS, message=FORTY)) == ""


def test_code_card_and_address_stay_where_the_plate_has_them() -> None:
    """Otherwise every plate would have to be laid out anew for a message."""
    for panel in panels():
        other = panel.for_message(MESSAGE)
        assert other.message is not None
        assert (other.code, other.address, other.places) == (panel.code, panel.address, panel.places)


def test_without_a_message_the_panel_is_the_usual_one() -> None:
    assert all(panel.for_message("") is panel for panel in panels())


def test_one_that_is_too_long_is_named() -> None:
    words = replace(WORDS, message="団" * 60)
    plate = plate_of("coast", "poster", "a4", "office")
    assert misfits(plate.panels, words) == "message"
    with pytest.raises(DoesNotFit) as refusal:
        imprint(plate, words)
    assert refusal.value.field == "message"


def test_a_letter_that_no_font_has_is_told() -> None:
    words = replace(WORDS, message="会\U00013000")
    plate = plate_of("coast", "poster", "a4", "office")
    found = verify(imprint(plate, words), plate, words)
    assert ("letters", "message") in {(finding.check, finding.field) for finding in found}


@pytest.mark.parametrize(
    "other", [{"message": "別のことば"}, {"message": ""}, {"contact": MESSAGE, "message": WORDS.contact}]
)
def test_another_message_is_another_state(other: dict[str, str]) -> None:
    changed: Imprint = replace(WORDS, **other)  # type: ignore[arg-type]
    assert changed.state != WORDS.state
