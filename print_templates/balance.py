"""Running text in even lines: broken by measure between phrases, and without a last line of a letter or two."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from print_templates import ruby
from print_templates.fonts import Face
from print_templates.measure import advance
from print_templates.ruby import Span
from print_templates.units import LONG, letters, phrase_units

#: A last line has at least so many letters.
ORPHAN = 4


def units(line: str, spans: Sequence[Span] = (), language: str = "ja") -> list[str]:
    """The unbreakable pieces of a line of running text, in order; a space begins the piece behind it.

    The last one is long enough to stand on a line of its own.
    """
    found: list[str] = []
    at = 0
    for number, word in enumerate(line.split()):
        pieces = ruby.whole(phrase_units(word, language), spans, at + bool(number))
        found += [(" " if number else "") + pieces[0], *pieces[1:]]
        at += bool(number) + len(word)
    while len(found) > 1 and len(found[-1].strip()) < ORPHAN:
        found[-2:] = [found[-2] + found[-1]]
    return found


def lines(line: str, room: float, face: Face, language: str = "ja", spans: Sequence[Span] = ()) -> list[str]:
    """A line of text on the fewest lines of `room` em, all about equally long; a longer unit stands out.

    The sum of the squares of what the lines lack is smallest.
    """
    pieces = broken(units(line, spans, language), room, face)
    ends = [0.0, *accumulate(advance(piece, face) for piece in pieces)]
    count = fewest(ends, room)
    if count == 1:
        return ["".join(pieces)]
    aim = ends[-1] / count
    # best[n][i]: the least raggedness of the first i pieces on n lines, and where the last of them begins.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _line in range(count):
        row: dict[int, tuple[float, int]] = {}
        for end in range(1, len(pieces) + 1):
            ways = [
                (cost + raggedness(ends[end] - ends[start], aim, room), start)
                for start, (cost, _before) in best[-1].items()
                if start < end
            ]
            if ways:
                row[end] = min(ways)
        best.append(row)
    cuts = [len(pieces)]
    for row in reversed(best[1:]):
        cuts.append(row[cuts[-1]][1])
    cuts.reverse()
    return ["".join(pieces[start:end]).strip() for start, end in pairwise(cuts)]


def raggedness(width: float, aim: float, room: float) -> float:
    """What a line costs; one that is too wide costs more than any that fits."""
    return (width - aim) ** 2 + (1000 * (width - room) if width > room * 1.0001 else 0)


def fewest(ends: Sequence[float], room: float) -> int:
    """How many lines the pieces that end there need at least."""
    count, start = 1, 0
    for index in range(1, len(ends)):
        if ends[index] - ends[start] > room * 1.0001 and index - start > 1:
            count, start = count + 1, index - 1
    return count


def broken(pieces: Sequence[str], room: float, face: Face) -> list[str]:
    """The pieces, with very long ones that fit on no line broken where kinsoku lets them."""
    found: list[str] = []
    for piece in pieces:
        if len(piece) > LONG and advance(piece, face) > room:
            found += letters(piece)
        else:
            found.append(piece)
    return found
