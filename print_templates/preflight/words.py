"""Letters as the words they were set in, told by the field that they come from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from print_templates.preflight.fields import field_of
from print_templates.preflight.sight import Letter
from print_templates.sheet import millimetres

#: So much of a text is enough to recognise it by.
TOLD = 30


def by_run(letters: Iterable[Letter]) -> dict[int, list[Letter]]:
    """The letters of each run, in order."""
    found: dict[int, list[Letter]] = {}
    for letter in letters:
        found.setdefault(letter.run, []).append(letter)
    return found


def lines(letters: Iterable[Letter]) -> list[list[Letter]]:
    """The letters of each line: runs that follow one another on it, such as the single letters of a drawing."""
    found: list[list[Letter]] = []
    for letter in letters:
        if found and continues(found[-1][-1], letter):
            found[-1].append(letter)
        else:
            found.append([letter])
    return found


def continues(before: Letter, letter: Letter) -> bool:
    """Whether a letter goes on with a line: set with the one before, or beside it in the same size."""
    if before.run == letter.run:
        return True
    em = millimetres(before.size)
    beside = -0.2 * em < letter.box.left - before.box.right < em
    level = abs((letter.box.bottom + letter.box.top) - (before.box.bottom + before.box.top)) < em
    return abs(before.size - letter.size) < 0.1 and beside and level


def text_of(letters: Iterable[Letter]) -> str:
    return "".join(letter.text for letter in letters)


def by_field(
    strays: Sequence[Letter], letters: Sequence[Letter], fields: Mapping[str, str]
) -> Iterator[tuple[str, str, list[Letter]]]:
    """(field, text, letters) of stray letters: one for each field, found by all the words that were set with them."""
    if not strays:
        return
    stray = {id(letter) for letter in strays}
    told: dict[str, list[Letter]] = {}
    for line in lines(letters):
        some = [letter for letter in line if id(letter) in stray]
        if some:
            told.setdefault(field_of(text_of(line), fields), []).extend(some)
    for field, found in told.items():
        yield field, text_of(found[:TOLD]), found
