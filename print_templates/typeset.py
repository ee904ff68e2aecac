"""Japanese composition: phrase breaks, and the largest size at which a phrase fits its box."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

import budoux
import uharfbuzz as hb

from print_templates.fonts import LETTERING, Face, require

#: Distance between baselines of a display phrase, in em.
LEADING = 1.16


@cache
def hb_font(face: Face) -> hb.Font:
    """The face as a HarfBuzz font whose units are the font's own."""
    require()
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path))))


@cache
def parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


#: Where a display line may break although BudouX keeps the phrase whole: before a polite request.
ALSO_BREAKS = re.compile(r"(?<=[てで])(?=ください)")


#: Where BudouX cuts a word in two: a verb between its stem in kanji and the ending that invites (支え合／おう),
#: and a corporation before its last letter (特定非営利活動法／人).
NEVER_BREAKS = re.compile(r"[一-龠々]\n[おこごそとのぼもろ]う(?=\n|$)|法\n人")


def phrase_units(word: str) -> list[str]:
    """The phrases of one word, in order; together they are the word."""
    phrases = "\n".join(parser().parse(word))
    whole = NEVER_BREAKS.sub(lambda cut: cut[0].replace("\n", ""), phrases)
    return [unit for phrase in whole.split("\n") for unit in ALSO_BREAKS.split(phrase)]


def chunks(text: str) -> list[str]:
    """The units between which a line may break: words at spaces, and phrases inside them."""
    return [unit for word in text.split() for unit in phrase_units(word)]


def advance(text: str, face: Face) -> float:
    """The width of a text in em, shaped in one face."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = hb_font(face)
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions) / font.face.upem


def unset_characters(text: str, weight: int) -> list[str]:
    """The characters the lettering has no glyph for, each once, in order."""
    known = set(hb_font(LETTERING[weight]).face.unicodes)
    return list(dict.fromkeys(letter for letter in text if not letter.isspace() and ord(letter) not in known))


@dataclass(frozen=True)
class Setting:
    """A fitted phrase: its lines and the size in the box's unit."""

    lines: tuple[str, ...]
    size: float


def divide(text: str, count: int) -> list[list[str]]:
    """Every way to put the phrase's units on `count` lines without splitting a unit.

    A space between two units that stay on one line is kept; BudouX units join without one.
    """
    words = text.split()
    units: list[tuple[str, bool]] = []
    for word in words:
        for index, unit in enumerate(phrase_units(word)):
            units.append((unit, index == 0 and bool(units)))
    ways = []
    for cuts in combinations(range(1, len(units)), count - 1):
        edges = (0, *cuts, len(units))
        lines = []
        for start, end in pairwise(edges):
            line = "".join((" " if spaced else "") + unit for unit, spaced in units[start:end])
            lines.append(line.strip())
        ways.append(lines)
    return ways


def fit(text: str, width: float, height: float, *, weight: int = 900, most_lines: int = 4) -> Setting:
    """The lines and size at which a phrase is largest inside a box. Raises ValueError for empty text.

    Lines break only at a newline in the text or else at phrase units: つながろう／かながわ, never つなが／ろう.
    """
    if not text.strip():
        raise ValueError("a phrase to be set has no text")
    face = LETTERING[weight]
    fixed = [line.strip() for line in text.splitlines() if line.strip()]
    ways = (
        [fixed]
        if len(fixed) > 1
        else [lines for count in range(1, most_lines + 1) for lines in divide(fixed[0], count)]
    )
    settings = []
    for lines in ways:
        widest = max(advance(line, face) for line in lines)
        size = min(width / widest, height / (len(lines) * LEADING))
        # Between two ways that fit nearly as large, the one with even lines looks composed.
        unevenness = widest - min(advance(line, face) for line in lines)
        settings.append((size * (1 - 0.01 * unevenness), Setting(tuple(lines), size)))
    return max(settings, key=lambda ranked: ranked[0])[1]
