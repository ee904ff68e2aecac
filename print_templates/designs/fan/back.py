"""The words of the fan's back, set into the round: small things above, the desk across the middle, the panel below.

Heights and widths are shares of the diameter; a row is as wide as the round is where it stands.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Any

from django.utils.translation import gettext as _

from print_templates.content import Content, DeskLine, SmallThing
from print_templates.fonts import BODY, LETTERING
from print_templates.ruby import word_spans
from print_templates.running import Line, Readings, fitted, readings
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import FAN_WORDS, Box
from print_templates.typeset import advance

#: Words keep so far inside the round of paper.
INSIDE = 0.012
#: The heading's row; where the small things end above a desk and where nobody answers; the desk's band.
HEADING, THINGS, BAND = (0.143, 0.045), (0.2, 0.447), (0.455, 0.1215)
ALONE = 0.575
#: The row of one of three things and how much larger one of fewer may be; its number's diameter, and the air
#: beside the number and below the sentence.
ROW, LARGER, NUMBER, BESIDE, BELOW = 0.0815, 1.4, 0.05, 0.018, 0.009
MOST_THINGS = 3
#: Sizes: heading, a thing's title and sentence. A sentence is 12 pt on the largest fan, 10 on the smallest.
HEAD, TITLE, SENTENCE = 0.029, 0.029, 0.0225
#: The share of a row that its title takes.
TITLE_SHARE = 0.42
#: The band's half width, and its label, number and hours as (top inside it, height, size).
HALF, LABEL, PHONE, HOURS = 0.36, (0.009, 0.026, 0.0195), (0.035, 0.056, 0.051), (0.09, 0.024, 0.0178)
#: How far readings over the hours move label and number up.
READ_UP = 0.007
#: Who answers is left out where it would make the hours smaller than this share of their size.
READABLE = 0.9
#: The widest that label and hours may be beside the band's round ends.
BAND_WORDS = 0.58


def half_width(top: float, bottom: float) -> float:
    """Half of what is free between two heights in the round of paper."""
    away = max(abs(top - 0.5), abs(bottom - 0.5))
    return sqrt(max((FAN_WORDS - INSIDE) ** 2 - away**2, 0.0))


@dataclass(frozen=True)
class Thing:
    """One small thing: the box of its number in mm, its title and its sentence."""

    number: Line
    title: Line
    sentence: Line


def back(content: Content, sheet: Sheet) -> dict[str, Any]:
    """What the template of the fan's back is told beside the words."""
    desk = content.desks[0] if content.desks else None
    top, bottom = THINGS[0], THINGS[1] if desk else ALONE
    read = readings(content)
    told: dict[str, Any] = {"things": things(content.small_things, sheet, top, bottom, read)}
    if told["things"]:
        three = len(told["things"]) == MOST_THINGS
        words = _("Three small things for summer") if three else _("Small things for summer")
        told["heading"] = heading(words, sheet)
    else:
        told["lead"] = centred(sheet, (top, bottom - top), content.lead, 1.6 * HEAD, 700, read)
    if desk:
        told |= {"band": band(sheet), "desk": desk_lines(desk, sheet, read)}
    return told


def centred(
    sheet: Sheet, row: tuple[float, float], words: str, size: float, weight: int = 700, read: Readings = ()
) -> Line:
    """A text in the middle of a row (top, height), as wide as the round is there."""
    top, height = row
    half = half_width(top + 0.2 * height, top + 0.8 * height)
    box = scaled(sheet, 0.5 - half, top, 2 * half, height)
    return fitted(box, words, points(size * sheet.width), weight, read)


def scaled(sheet: Sheet, x: float, y: float, width: float, height: float) -> Box:
    return Box(x, y, width, height).scaled(sheet.width, sheet.width)


def heading(words: str, sheet: Sheet) -> Line:
    """The heading in the lettering face on one line, as wide as the round is there."""
    top, height = HEADING
    half = half_width(top + 0.25 * height, top + 0.75 * height)
    size = min(HEAD, 0.98 * 2 * half / advance(words, LETTERING[900])) * sheet.width
    return Line(scaled(sheet, 0.5 - half, top, 2 * half, height), words, points(size))


def things(
    found: tuple[SmallThing, ...], sheet: Sheet, top: float, bottom: float, read: Readings
) -> list[Thing]:
    """The things one below the other, as one group in the middle of the round; fewer are larger."""
    if not found:
        return []
    share = min((bottom - top) / len(found) / ROW, LARGER)
    row = share * ROW
    top += (bottom - top - row * len(found)) / 2
    indent = share * (NUMBER + BESIDE)
    wide = 2 * half_width(top, top + row) - indent
    texts = sentences(found, sheet, wide, share, read)
    titles = [advance(thing.title, BODY[700]) * TITLE * share for thing in found]
    widest = max(*titles, *(measured(text) / points(sheet.width) for text in texts))
    left = 0.5 - (indent + min(widest, wide)) / 2
    return [
        placed(thing, text, sheet, (left, top + row * index), (share, wide), str(index + 1), read)
        for index, (thing, text) in enumerate(zip(found, texts, strict=True))
    ]


def sentences(
    found: tuple[SmallThing, ...], sheet: Sheet, wide: float, share: float, read: Readings
) -> list[Line]:
    """All sentences in the size that the longest one needs, wherever they will stand."""
    box = scaled(sheet, 0, 0, wide, (1 - TITLE_SHARE) * share * ROW - BELOW)
    size = points(share * SENTENCE * sheet.width)
    least = min(fitted(box, thing.text, size, 400, read).size for thing in found)
    return [fitted(box, thing.text, least, 400, read) for thing in found]


def measured(line: Line) -> float:
    """How wide in pt a text's widest line is."""
    return max(advance(each, BODY[400]) for each in (line.words or " ").split("\n")) * line.size


def placed(
    thing: SmallThing,
    text: Line,
    sheet: Sheet,
    corner: tuple[float, float],
    room: tuple[float, float],
    number: str,
    read: Readings,
) -> Thing:
    """A thing with its number at its left and its title above its sentence.

    `corner` is the upper left one of its row, `room` how much larger than one of three it is, and its words' width.
    """
    (left, top), (share, wide) = corner, room
    side, above = share * NUMBER, TITLE_SHARE * share * ROW
    x = left + share * (NUMBER + BESIDE)
    middle = top + (share * ROW - BELOW - side) / 2
    title = scaled(sheet, x, top, wide, above)
    disc = scaled(sheet, left, middle, side, side)
    below = scaled(sheet, x, top + above, wide, share * ROW - BELOW - above)
    return Thing(
        Line(disc, number, points(0.56 * disc.width)),
        fitted(title, thing.title, points(share * TITLE * sheet.width), 700, read),
        Line(below, text.words, text.size),
    )


def band(sheet: Sheet) -> Line:
    """The dark band with round ends across the middle."""
    return Line(scaled(sheet, 0.5 - HALF, BAND[0], 2 * HALF, BAND[1]), "", points(0.02 * sheet.width))


def desk_lines(desk: DeskLine, sheet: Sheet, read: Readings) -> dict[str, Line]:
    """Label, number, and who answers when, one below the other in the band."""

    up = READ_UP if word_spans(f"{desk.name} {desk.hours}", read) else 0.0

    def line(row: tuple[float, float, float], words: str, weight: int, up: float) -> Line:
        top, height, size = row
        box = scaled(sheet, 0.5 - BAND_WORDS / 2, BAND[0] + top - up, BAND_WORDS, height)
        return fitted(box, words, points(size * sheet.width), weight, read)

    both = line(HOURS, f"{desk.name} {desk.hours}".strip(), 400, 0.0)
    small = desk.hours and both.size < READABLE * points(HOURS[2] * sheet.width)
    return {
        "label": line(LABEL, _("When you feel like talking"), 700, up),
        "phone": line(PHONE, desk.phone, 700, up),
        "hours": line(HOURS, desk.hours, 400, 0.0) if small else both,
    }
