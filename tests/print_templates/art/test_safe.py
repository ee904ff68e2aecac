"""Nothing that is read comes near a cut: edge, rim or finger hole (PRINT.md 1)."""

from math import hypot
from pathlib import Path

import pytest

from print_templates.preflight.geometry import Rectangle
from tests.print_templates.art.reading import codes, keys_of, read
from tests.print_templates.conftest import Artefact, Key, artefact_of, ids

#: In mm; a letter may stick out of its place by its own roundness.
SAFE, ROUNDING = 5.0, 0.25


def what_is_read(artefact: Artefact) -> list[tuple[str, int, Rectangle]]:
    """Every letter and every code with its page, in mm from the trim's top left."""
    words = [(line.text, line.page, line.box) for line in read(artefact)]
    found = [("code", page, box) for page, box in codes(artefact)]
    assert len(found) == len(artefact.plate.panels)
    return words + found


@pytest.mark.parametrize("key", keys_of("poster", "flyer"), ids=ids)
def test_words_and_codes_keep_from_the_cut(key: Key, folder: Path) -> None:
    artefact = artefact_of(key, folder)
    room = Rectangle(0, 0, artefact.sheet.width, artefact.sheet.height).grown(ROUNDING - SAFE)
    assert not [(text, page) for text, page, box in what_is_read(artefact) if not room.holds(box)]


@pytest.mark.parametrize("key", keys_of("fan"), ids=ids)
def test_words_and_codes_of_a_fan_keep_from_rim_and_hole(key: Key, folder: Path) -> None:
    """What stands outside an office fan is an instruction for whoever cuts it out."""
    artefact = artefact_of(key, folder)
    die, middle = artefact.sheet.die, artefact.sheet.width / 2
    assert die is not None
    near = []
    for text, page, box in what_is_read(artefact):
        if box.bottom > artefact.sheet.height:
            continue
        rim = max(hypot(x - middle, y - middle) for x, y in box.corners)
        hole = gap(box, middle, artefact.sheet.height - die.hole_rise)
        if rim > die.diameter / 2 - SAFE + ROUNDING or hole < die.hole / 2 + SAFE - ROUNDING:
            near.append((text, page, round(rim, 1), round(hole, 1)))
    assert not near


def gap(box: Rectangle, x: float, y: float) -> float:
    """How far a box is from a point."""
    return hypot(max(box.left - x, 0, x - box.right), max(box.bottom - y, 0, y - box.top))
