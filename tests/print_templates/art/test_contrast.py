"""Every letter stands out from all that lies around it, in ink values and in screen colours alike (PRINT.md 7)."""

import re
from collections.abc import Iterator
from itertools import accumulate

import pytest
from PIL import Image

from print_templates.design import all_designs
from print_templates.gallery.artefacts import OWN, artefacts
from print_templates.gallery.contrast import Pair, pairs
from print_templates.preflight.contrast import contrast, over
from print_templates.preflight.fields import fields_of
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.sight import Colour, Letter, Sight
from print_templates.proof import sample_content
from print_templates.sheet import millimetres
from print_templates.themes import themes
from print_templates.variants import STANDARD
from tests.print_templates.art.reading import Line, read
from tests.print_templates.art.reading import sights as seen
from tests.print_templates.conftest import Artefact

TEXT, PHONE = 4.5, 7.0
#: A telephone number as the samples have it.
NUMBER = re.compile(r"0\d{1,3}-\d{3,4}-\d{3,4}")
#: A letter needs its ground this far around it, in em, and so much of that may be something else: an edge passing by.
AROUND, PASSING = 0.04, 0.06


def test_it_works() -> None:
    """Black on white, white on white, and grey with a white corner, which is nearly all of what lies behind it."""
    page = Rectangle(0, 0, 100, 100)
    letter = Letter("a", Rectangle(10, 10, 20, 20), 28.0, (0, 0, 0))
    white, grey = Image.new("RGB", (400, 400), "white"), Image.new("RGB", (400, 400), "#777777")
    grey.paste((255, 255, 255), (78, 318, 81, 322))
    assert least(letter, Sight(page, white, white)) == 21
    assert least(Letter("a", letter.box, 28.0, (255, 255, 255)), Sight(page, white, white)) == 1
    assert least(Letter("a", letter.box, 28.0, (255, 255, 255)), Sight(page, grey, grey)) > 4.4


def least(letter: Letter, sight: Sight) -> float:
    """The contrast to the worst colour behind or close around a letter."""
    crop = sight.pixels(letter.box.grown(AROUND * millimetres(letter.size)))
    assert crop is not None
    behind = sight.bare.crop(crop)
    colours: list[tuple[int, Colour]] = behind.getcolors(behind.width * behind.height)  # type: ignore[assignment]
    passing = PASSING * behind.width * behind.height
    ranked = sorted((contrast(over(letter, colour), colour), count) for count, colour in colours)
    reached = accumulate(count for _ratio, count in ranked)
    return next(ratio for (ratio, _count), so_far in zip(ranked, reached, strict=True) if so_far > passing)


def needs(line: Line) -> Iterator[tuple[Letter, float]]:
    """Each letter of a line and the contrast it needs."""
    numbers = {place for found in NUMBER.finditer(line.text) for place in range(*found.span())}
    for place, letter in enumerate(line.letters):
        yield letter, PHONE if place in numbers else TEXT


def test_every_letter_stands_out(artefact: Artefact) -> None:
    grounds = seen(artefact)
    found = [
        (line.text, needed, least(letter, grounds[line.page]))
        for line in read(artefact)
        for letter, needed in needs(line)
    ]
    assert not {text: round(ratio, 1) for text, needed, ratio in found if ratio < needed}


@pytest.mark.parametrize("design", all_designs())
@pytest.mark.parametrize("theme", themes())
def test_other_words_stand_out_too(theme: str, design: str) -> None:
    """Every version, candidate phrase, length and language: the drawing gives way to its words."""
    pale = [
        (artefact.name, pair.field, pair.text, round(pair.ratio, 1))
        for artefact in artefacts(theme, (design,))
        if artefact.is_composed and (artefact.sample, artefact.variant) != (OWN, STANDARD)
        for pair in pairs(artefact.pdf(), artefact.fields)
        if not pair.passes
    ]
    assert not pale


def test_the_gallery_measures_the_same(poster: Artefact) -> None:
    """Its table has the phrase, the telephone and the name, each with what the page shows."""
    content = sample_content("coast")
    found: dict[str, Pair] = {
        pair.field: pair for pair in pairs(poster.pdf, fields_of(content, poster.words))
    }
    assert {"phrase", "sub_copy", "telephone", "name", "issuer", "address"} <= set(found)
    phrase = next(line for line in read(poster) if line.text in content.phrase)
    shown = seen(poster)[0]
    assert abs(found["phrase"].ratio - least(phrase.letters[0], shown)) < 0.3
    assert found["telephone"].needed == PHONE
    assert all(pair.passes for pair in found.values())
