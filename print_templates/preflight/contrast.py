"""Contrast: every letter stands out from what lies behind it, as WCAG 2.2 measures it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _
from PIL import Image

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.sight import Colour, Letter, Sight
from print_templates.preflight.words import by_field, by_run, text_of

#: What text needs, and what telephone numbers need (PRINT.md 7).
TEXT, PHONE = 4.5, 7.0
#: A letter may touch another colour with so much of its box: a corner is not the letter.
CORNER = 0.15
#: What lies behind a letter is sampled at so many places each way.
SAMPLES = 16
WHITE: Colour = (255, 255, 255)
#: A telephone number as it is written in Japan, in figures and hyphens or without them.
NUMBER = re.compile(r"(?<!\d)(0\d{1,4}[-‐‑–()]\d{1,4}[-‐‑–()]\d{3,4}|0\d{9,10})(?!\d)")


def text_contrast(document: Document) -> Iterator[Finding]:
    """No text is too pale, told once for each field with the worst that it has."""
    for number, (letters, sight) in enumerate(zip(document.letters, document.sights, strict=True), start=1):
        for needed, pale in ((PHONE, pale_numbers(letters, sight)), (TEXT, pale_letters(letters, sight))):
            for field, text, found_pale in by_field(pale, letters, document.expected.fields):
                found = min(contrast_of(letter, sight) for letter in found_pale)
                message = _(
                    "“%(text)s” has a contrast of %(found)s instead of %(needed)s and is hard to read; "
                    "make the text or what is behind it darker or lighter."
                )
                told = {"text": text, "found": f"{found:.1f}", "needed": f"{needed:g}"}
                yield Finding("contrast", message % told, number, field=field)


def pale_letters(letters: list[Letter], sight: Sight) -> list[Letter]:
    return [letter for letter in letters if contrast_of(letter, sight) < TEXT]


def pale_numbers(letters: list[Letter], sight: Sight) -> list[Letter]:
    """Letters of telephone numbers that are dark enough for text but not for a number."""
    return [
        letter
        for run in by_run(letters).values()
        for found in NUMBER.finditer(text_of(run))
        for letter in run[found.start() : found.end()]
        if TEXT <= contrast_of(letter, sight) < PHONE
    ]


def contrast_of(letter: Letter, sight: Sight) -> float:
    """The contrast that all but a corner of a letter has; 21 where the page does not show it."""
    return against(letter, sight)[0]


def against(letter: Letter, sight: Sight) -> tuple[float, Colour]:
    """A letter's contrast, and the colour behind it with which it has so little."""
    crop = sight.pixels(letter.box)
    if crop is None:
        return 21.0, WHITE
    width, height = min(crop[2] - crop[0], SAMPLES), min(crop[3] - crop[1], SAMPLES)
    behind = sight.bare.resize((width, height), Image.Resampling.NEAREST, box=crop)
    colours = behind.getcolors(SAMPLES * SAMPLES) or []
    steps = sorted((contrast(over(letter, colour), colour), count, colour) for count, colour in colours)  # type: ignore[arg-type]
    left = CORNER * width * height
    for ratio, count, colour in steps:
        left -= count
        if left < 0:
            return ratio, colour  # type: ignore[return-value]
    return 21.0, WHITE


def over(letter: Letter, behind: Colour) -> Colour:
    """The letter's colour as it is seen through its own transparency."""
    if letter.opacity >= 1:
        return letter.colour
    red, green, blue = (
        round(letter.opacity * ink + (1 - letter.opacity) * paper)
        for ink, paper in zip(letter.colour, behind, strict=True)
    )
    return (red, green, blue)


@lru_cache(maxsize=4096)
def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21 (WCAG 2.2, 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
