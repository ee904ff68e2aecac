"""Generated organisations through every design, sheet and finish: printed rightly, or refused with a reason.

`make test` takes a sample, always the same one, through one theme; `make corpus` hundreds, themes taking turns.
"""

import os
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from zlib import crc32

import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, Phase, example, given, settings

from print_templates.content import Imprint
from print_templates.fonts import BODY, FALLBACK
from print_templates.imprint import DoesNotFit, imprint
from print_templates.proof import sample_imprint
from print_templates.shaping import missing_characters
from print_templates.themes.theme import Box
from tests.corpus.organisations import drawn, imprints
from tests.corpus.paper import faults, painted, paper, said
from tests.print_templates.conftest import Key, decoded, keys, plate_of

WHOLE = os.environ.get("CORPUS") == "whole"
THEMES = ("coast", "ripples", "rounds") if WHOLE else ("coast",)
EXAMPLES = 320 if WHOLE else 8
#: Sheets put on other paper, whose codes and words are shown more than once; a tiled code may lie across a seam.
IMPOSED = ("nup", "tiled") if WHOLE else ("nup",)
#: A name or contact as long as this may be refused where the panel is smallest; a shorter one never is.
MAY_BE_REFUSED = 24
SAMPLE = sample_imprint()

thorough = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    # Shrinking repeats every sheet some hundred times.
    phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if WHOLE else [])],
    suppress_health_check=[HealthCheck.too_slow],
)


@cache
def sheets(theme: str) -> list[Key]:
    """Every design, sheet and finish of a theme."""
    return [key for key in keys() if key[0] == theme and key[3] in ("press", "office", *IMPOSED)]


@cache
def drawable(weight: int) -> frozenset[int]:
    """What the faces of a weight have, as fontTools reads it from their files."""
    faces = (BODY[weight], FALLBACK[weight])
    return frozenset(code for face in faces for code in TTFont(face.path).getBestCmap())


def lacking(words: Imprint) -> list[str]:
    """The characters for which a box would be printed, and marks that would stand beside their letter."""
    return [
        character
        for text, weight in ((words.name, 700), (words.contact, 400))
        for character in text
        if not character.isspace()
        and (ord(character) not in drawable(weight) or unicodedata.combining(character))
    ]


def outcome(key: Key, words: Imprint) -> str:
    """What is wrong on one sheet; nothing when it was printed rightly or refused for its length."""
    try:
        pdf = imprint(plate_of(*key), words)
    except DoesNotFit as refusal:
        text = {"name": words.name, "contact": words.contact}[refusal.field]
        return f"{text!r} is refused" if len(text) < MAY_BE_REFUSED else ""
    return "; ".join(
        faults_on_other_paper(key, pdf, words) if key[3] in IMPOSED else faults(paper(key), pdf, words)
    )


def faults_on_other_paper(key: Key, pdf: bytes, words: Imprint) -> list[str]:
    """What is wrong with an imposed PDF: words that cannot be copied out, two-up codes that do not decode."""
    text = said(pdf)
    found = [
        f"{what!r} cannot be copied out"
        for what in (words.name, words.contact, words.address)
        if "".join(what.split()) not in text
    ]
    if key[3] == "nup" and set(decoded(painted(pdf, 100))) != {words.url}:
        found.append("no code decodes")
    return found


@thorough
@example(words=SAMPLE)
@example(words=replace(SAMPLE, name="髙﨑𠮷邊㈱", logo=drawn(1200, 100, 1)))
@example(words=replace(SAMPLE, name="W" * 60, contact=""))
@example(words=replace(SAMPLE, name="キ゚か゚"))
@given(words=imprints())
def test_it_works(words: Imprint) -> None:
    """Every sheet is right, or the organisation is told which of its characters no face has."""
    told = missing_characters(words.name + words.contact)
    assert told == list(dict.fromkeys(lacking(words)))
    if told:
        return
    every = sheets(THEMES[crc32(words.url.encode()) % len(THEMES)])
    for key in every:
        plate_of(*key)
    with ThreadPoolExecutor(2) as two:
        found = dict(zip(every, two.map(lambda key: outcome(key, words), every), strict=True))
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("moved", "fault"),
    [
        (Box(-12, 0, 0, 0), "outside the safe area"),
        (Box(14, 0, 0, 0), "in the quiet zone"),
        (Box(40, 0, 0, 0), "on the code"),
        (Box(0, -30, 0, 0), "outside its room"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_name_that_stands_where_it_must_not_is_found(moved: Box, fault: str) -> None:
    """Moved by some mm on the A4 poster, a name is where nothing may be."""
    sheet = paper(("coast", "poster", "a4", "office"))
    (panel,) = sheet.plate.panels
    box = panel.name.box
    slot = replace(
        panel.name, box=Box(box.x + moved.x, box.y + moved.y, box.width, box.height), align="right"
    )
    if moved.x < 0:
        slot = replace(slot, align="left")
    shifted = replace(sheet.plate, panels=(replace(panel, name=slot),))
    found = faults(sheet, imprint(shifted, SAMPLE), SAMPLE)
    assert any(fault in each for each in found), found


def test_a_code_of_somebody_else_is_found() -> None:
    sheet = paper(("coast", "poster", "a4", "office"))
    other = replace(SAMPLE, url=SAMPLE.url[:-1] + "6")
    assert "a code does not decode" in faults(sheet, imprint(sheet.plate, other), SAMPLE)
