"""Where a display phrase is divided into lines or columns, so that it is largest and looks composed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from print_templates import ruby
from print_templates.ruby import Span
from print_templates.units import KANJI, NOT_FIRST, NOT_LAST, letters, phrase_units

#: A phrase is broken inside a unit only when it would else be smaller than this share of the broken one.
TOO_SMALL = 0.6
#: Units of so many letters are never broken inside.
SHORT = 6
#: What a line's end costs: beside a space that stays unbroken, and by force inside a unit (same script, other).
BESIDE_SPACE, WITHIN_SCRIPT, WITHIN_UNIT = 0.04, 0.06, 0.02
#: What every em costs by which the shortest line is shorter than the longest.
UNEVEN = 0.01


@dataclass(frozen=True)
class Atom:
    """What is never broken: its place in the text, and what a line's end before it costs.

    `cost` is None at a line's end that the writer has set, infinite where there may be none.
    """

    start: int
    end: int
    cost: float | None = 0.0


#: The extent of a piece of the text along its line, in em.
Measure = Callable[[int, int], float]
#: The size at which lines, by their places in the text, fill the room across them.
Across = Callable[[Sequence[tuple[int, int]]], float]


def tidy(text: str) -> str:
    """The phrase with one space between words and one newline between its writer's lines."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def atoms(text: str, spans: Sequence[Span] = (), language: str = "ja", *, forced: bool = False) -> list[Atom]:
    """The pieces of a tidied phrase between which a line may end; `forced` breaks units by kinsoku, too."""
    found: list[Atom] = []
    spaced = " " in text
    for match in re.finditer(r"[^ \n]+", text):
        at = match.start()
        for number, unit in enumerate(ruby.whole(phrase_units(match[0], language), spans, at)):
            pieces = ruby.whole(letters(unit), spans, at) if forced and len(unit) > SHORT else [unit]
            for index, piece in enumerate(pieces):
                if index:
                    cost: float | None = forced_cost(text[at - 1], text[at])
                else:
                    cost = before_unit(text, at, number, spaced)
                found.append(Atom(at, at + len(piece), cost))
                at += len(piece)
    return found


def before_unit(text: str, at: int, number: int, spaced: bool) -> float | None:
    """What a line's end costs before the unit of a word that stands at `at`."""
    if number:
        return BESIDE_SPACE if spaced else 0.0
    if not at or text[at - 1] == "\n":
        return None
    return 0.0 if text[at] not in NOT_FIRST and text[at - 2] not in NOT_LAST else float("inf")


def forced_cost(before: str, behind: str) -> float:
    same = bool(KANJI.match(before)) == bool(KANJI.match(behind))
    return WITHIN_UNIT + (WITHIN_SCRIPT if same else 0)


def divisions(pieces: Sequence[Atom], most: int) -> Iterator[tuple[list[tuple[int, int]], float]]:
    """Every way to put the pieces on at most so many lines: where each begins and ends, and what it costs."""
    fixed = [index for index, piece in enumerate(pieces) if index and piece.cost is None]
    free = [(index, piece.cost) for index, piece in enumerate(pieces) if index and piece.cost is not None]
    allowed = [(index, cost) for index, cost in free if cost != float("inf")]
    for count in range(max(0, most - 1 - len(fixed)) + 1):
        for chosen in combinations(allowed, count):
            edges = (0, *sorted([*fixed, *(index for index, _cost in chosen)]), len(pieces))
            lines = [(pieces[start].start, pieces[end - 1].end) for start, end in pairwise(edges)]
            yield lines, sum(cost for _index, cost in chosen)


@dataclass(frozen=True)
class Way:
    """One division of a phrase at its size, and how well it looks."""

    lines: list[tuple[int, int]]
    size: float
    longest: float
    merit: float


def largest(pieces: Sequence[Atom], most: int, measure: Measure, along: float, across: Across) -> Way:
    """The division at which a phrase is largest; of two nearly as large the one that looks composed.

    `along` is the room of a line.
    """
    best: Way | None = None
    measure = cache(measure)
    for lines, cost in divisions(pieces, most):
        extents = [measure(start, end) for start, end in lines]
        longest = max(extents)
        size = min(along / longest, across(lines))
        merit = size * (1 - cost) * (1 - min(0.5, UNEVEN * (longest - min(extents))))
        if best is None or merit > best.merit:
            best = Way(lines, size, longest, merit)
    assert best is not None
    return best


def composed(
    text: str, spans: Sequence[Span], language: str, most: int, measure: Measure, along: float,
    across: Across,
) -> Way:  # fmt: skip
    """The best division of a tidied phrase at its units, or inside one that would make all of it too small."""
    whole = atoms(text, spans, language)
    way = largest(whole, most, measure, along, across)
    edges = {(atom.start, atom.end) for atom in whole}
    held = any(line in edges and measure(*line) >= way.longest * 0.999 for line in way.lines)
    if held and way.size >= along / way.longest * 0.999:
        broken = largest(atoms(text, spans, language, forced=True), most, measure, along, across)
        if way.size < TOO_SMALL * broken.size:
            return broken
    return way
