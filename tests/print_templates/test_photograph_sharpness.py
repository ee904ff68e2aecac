"""What the editor is told of a photograph before anything is laid out."""

import pytest

from print_templates.design import all_designs
from print_templates.photograph import sharpness as module
from print_templates.photograph.sharpness import sharpness
from print_templates.proof import sample_content
from tests.print_templates.photographs import give_windows, with_picture


@pytest.fixture(autouse=True)
def windowed(monkeypatch: pytest.MonkeyPatch, in_english: None) -> None:
    give_windows(monkeypatch)


def said(pixels: int, design: str = "poster") -> str:
    return sharpness(all_designs()[design], with_picture(pixels, pixels))


@pytest.mark.parametrize(
    ("pixels", "sentence"),
    [
        (2600, "The picture is sharp on every sheet, up to A1."),
        (2200, "The picture is sharp up to B2. On A1 it is a little blurred."),
        (1300, "The picture is sharp up to A3. On B3, A2, B2, A1 it is a little blurred."),
        (1000, "The picture is sharp up to A4. On A3, B3, A2 it is a little blurred. "
               "On B2, A1 it is too coarse to be printed; please choose a larger picture."),
        (500, "The picture is sharp on no sheet. On A4 it is a little blurred. "
              "On A3, B3, A2, B2, A1 it is too coarse to be printed; "
              "please choose a larger picture."),
        (300, "The picture is sharp on no sheet. "
              "On A4, A3, B3, A2, B2, A1 it is too coarse to be printed; please choose a larger picture."),
    ],
)  # fmt: skip
def test_it_works(pixels: int, sentence: str) -> None:
    assert said(pixels) == sentence


def test_fans_are_called_by_their_size() -> None:
    assert said(500, "fan") == "The picture is sharp up to 21 cm. On 24 cm it is a little blurred."


def test_without_a_photograph_nothing_is_said() -> None:
    assert sharpness(all_designs()["poster"], sample_content()) == ""


def test_a_theme_without_a_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "windows", lambda *_identity: {})
    assert said(900) == "The theme “Coast” shows no photograph here."


def test_nothing_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("print_templates.plate.engine", lambda: pytest.fail("a page was laid out"))
    assert said(900)
