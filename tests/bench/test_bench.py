"""The bench itself, once with tiny numbers: no time is asserted, but every output must be right."""

import json
from pathlib import Path
from typing import Any

import pytest

from print_templates.imprint import imprint
from tests.bench import members, outputs, poster, report
from tests.bench.__main__ import QUICK, RIVALS, measure
from tests.bench.frame import frame
from tests.print_templates.conftest import run, words_on_pages


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[str], Path]:
    scratch = tmp_path_factory.mktemp("bench")
    figures, wrong = measure(QUICK, scratch)
    return json.loads(json.dumps(figures)), wrong, scratch


Measured = tuple[dict[str, Any], list[str], Path]


def test_it_works(measured: Measured) -> None:
    figures, wrong, scratch = measured
    assert wrong == []
    times = figures["poster_a2_press"]
    for key in ("imprint_ms", "weasyprint_warm_ms", "chromium_warm_ms", "typst_warm_ms"):
        assert times[key] > 0
    batch = figures["batch"]
    assert batch["organisations"] == QUICK.batch
    assert batch["files"] > batch["organisations"]
    assert batch["seconds"] > 0
    assert batch["plain_write_seconds"] > 0
    assert [step[0] for step in figures["growth"]] == list(QUICK.growth)
    assert all(cost > 0 for _, cost in figures["growth"])
    assert not (scratch / "batch").exists(), "the batch leaves nothing behind"
    assert "× faster than typst" in report.table(figures)


def test_every_rival_prints_the_same_words_in_the_same_places(measured: Measured) -> None:
    scratch = measured[2]
    ours = placed(scratch / "imprint" / "0000.pdf")
    assert len(ours) > 15
    for rival in RIVALS:
        theirs = placed(scratch / f"{rival}-cut" / "0000.pdf")
        assert theirs.keys() == ours.keys(), rival
        for word, (left, middle) in ours.items():
            # Chromium kerns no letter with a space, which adds up to a millimetre at the end of a line.
            assert theirs[word][0] == pytest.approx(left, abs=1.5), (rival, word)
            assert theirs[word][1] == pytest.approx(middle, abs=2.5), (rival, word)


def placed(pdf: Path) -> dict[str, tuple[float, float]]:
    """Left edge and middle (mm) of each word. Poppler takes a line's height from the font's own figures, which
    engines write differently, so that middles of large type differ by more than the type does."""
    return {
        word: (left, (top + bottom) / 2)
        for word, left, top, _right, bottom in words_on_pages(pdf)[0]
        if bottom - top < 20
    }


def test_an_output_of_another_organisation_is_noticed(tmp_path: Path) -> None:
    one, other = members.pool(2)
    path = tmp_path / "0000.pdf"
    path.write_bytes(imprint(poster.plate(), one))
    assert outputs.wrong(path, one) == []
    found = outputs.wrong(path, other)
    assert len(found) == 4
    assert "does not decode" in found[-1]


def test_ten_thousand_organisations_differ() -> None:
    several = range(0, 10_000, 7)
    assert len({members.name(number) for number in several}) == len(several)
    assert len({members.code(number) for number in several}) == len(several)


def test_the_frame_holds_every_word_of_the_empty_plate(tmp_path: Path) -> None:
    path = tmp_path / "plate.pdf"
    path.write_bytes(poster.plate().pdf)
    printed = "".join(run("pdftotext", "-raw", path, "-").split())
    framed = "".join("".join(word["text"].split()) for word in frame()["words"])
    assert sorted(framed) == sorted(printed)
    assert len(frame()["shapes"]) == 1, "the card under the code"


def test_figures_that_miss_an_aim_are_said_to() -> None:
    figures: dict[str, Any] = {
        "poster_a2_press": {
            "imprint_ms": 1.0,
            "weasyprint_warm_ms": 149.0,
            "chromium_warm_ms": 401.0,
            "typst_warm_ms": 15.0,
        },
        "batch": {"seconds": 2.1, "plain_write_seconds": 1.0},
        "growth": [[10, 1.0], [100, 1.6]],
        "growth_memory_mib": [[10, 50.0, 51.0], [100, 51.0, 99.0]],
    }
    assert [aim.met for aim in report.targets(figures)] == [False, True, True, False, False, False]
