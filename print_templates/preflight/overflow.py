"""Overflow: text that is cut off or covered, lies over other text, or runs into a code."""

import unicodedata
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from PIL import Image, ImageChops

from print_templates.preflight.contrast import TEXT, contrast_of
from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.safe import ROUNDING
from print_templates.preflight.sight import Letter, Sight
from print_templates.preflight.words import by_field

#: A letter that lacks so much of its width or height is cut off; less is the raster's.
CUT = 0.25
#: Letters lower or narrower than this, in pixels, are not looked at.
FEW_PIXELS = 4
#: Two letters that share so much of the smaller one's box are printed over one another.
SHARED = 0.25
#: A difference between two pixels, of 255, that an eye would see.
SEEN = 8
#: A code's place is decoded from pixels and so far uncertain, in mm.
BLUR = 0.3


def overflowing(document: Document) -> Iterator[Finding]:
    """Everything set is there to be read."""
    fields = document.expected.fields
    cut = _("“%(text)s” is cut off or covered; make it shorter or give it more room.")
    over = _("“%(text)s” is printed over other text; make one of the two shorter.")
    near = _("“%(text)s” runs into the code or its white margin; make it shorter.")
    for number, letters in enumerate(document.letters):
        faults = (
            (cut, incomplete(document, number)),
            (over, overlapping(letters)),
            (near, in_codes(document, number)),
        )
        for message, found in faults:
            for field, text, _letters in by_field(found, letters, fields):
                yield Finding("overflow", message % {"text": text}, number + 1, field=field)


def incomplete(document: Document, number: int) -> list[Letter]:
    """Letters that the cut goes through, and those of which something is missing on the page as it is seen."""
    sight, trim = document.sights[number], document.trim(document.pdf.pages[number])
    difference = ImageChops.difference(sight.printed, sight.bare).convert("L")
    ink = difference.point([0] * SEEN + [255] * (256 - SEEN))
    found = []
    for letter in document.letters[number]:
        off = trim is not None and not trim.holds(letter.box, ROUNDING)
        if off or (is_cut(letter, sight, ink) and contrast_of(letter, sight) >= TEXT):
            found.append(letter)
    return found


def is_cut(letter: Letter, sight: Sight, ink: Image.Image) -> bool:
    """Whether a letter's ink does not reach the edges of its outline."""
    crop = sight.pixels(letter.box)
    if crop is None:
        return False
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    if min(width, height) < FEW_PIXELS:
        return False
    seen = ink.crop(crop).getbbox()
    if seen is None:
        return True
    across, along = CUT * width, CUT * height
    left, top, right, bottom = seen
    return left > across or width - right > across or top > along or height - bottom > along


def overlapping(letters: Sequence[Letter]) -> list[Letter]:
    """Letters that lie on a letter of another piece of text."""
    ordered = sorted(letters, key=lambda letter: letter.box.left)
    found: dict[int, Letter] = {}
    for index, letter in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.box.left >= letter.box.right:
                break
            if lie_over(letter, other):
                found[id(letter)], found[id(other)] = letter, other
    return [letter for letter in letters if id(letter) in found]


def lie_over(one: Letter, other: Letter) -> bool:
    """Whether two letters spoil one another; a mark above a letter and the letter's own shadow do not."""
    if one.run == other.run or one.text == other.text or is_mark(one) or is_mark(other):
        return False
    smaller = min(one.box.width * one.box.height, other.box.width * other.box.height)
    return one.box.common(other.box) > SHARED * smaller


def is_mark(letter: Letter) -> bool:
    return unicodedata.category(letter.text).startswith("M")


def in_codes(document: Document, number: int) -> list[Letter]:
    """Letters inside a code or the white margin that it needs."""
    cards = [code.card.grown(-BLUR) for code in document.codes if code.page == number and code.modules]
    return [letter for letter in document.letters[number] if any(card.meets(letter.box) for card in cards)]
