"""Nothing few can be computed from what is told, whoever adds and subtracts all of it."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.links.results.withholding import Key, Number, tells, withheld

Row = dict[object, Fraction]


def spans(rows: Iterable[Iterable[object]], wanted: Iterable[object], equal: Sequence[Row] = ()) -> bool:
    """Whether sums of rows can make up the wanted one: by elimination in fractions, written apart from the code."""
    basis: list[tuple[object, Row]] = []

    def reduced(row: Row) -> Row:
        for pivot, known in basis:
            share = row.get(pivot, Fraction(0))
            if share:
                row = {
                    atom: value
                    for atom in row.keys() | known.keys()
                    if (value := row.get(atom, Fraction(0)) - share * known.get(atom, Fraction(0)))
                }
        return row

    for row in [*equal, *({atom: Fraction(1) for atom in atoms} for atoms in rows)]:
        rest = reduced(dict(row))
        if rest:
            pivot = next(iter(rest))
            basis.append((pivot, {atom: value / rest[pivot] for atom, value in rest.items()}))
    return not reduced({atom: Fraction(1) for atom in wanted})


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[Key, Number], list[list[Key]]]:
    """Up to eight atoms, grouped in up to four ways, and their total."""
    counts = draw(st.lists(st.integers(1, 12), min_size=1, max_size=8))
    numbers: dict[Key, Number] = {("total",): Number(frozenset(range(len(counts))), sum(counts))}
    groups: list[list[Key]] = [[("total",)]]
    for table in range(draw(st.integers(1, 4))):
        rows = draw(st.lists(st.integers(0, 4), min_size=len(counts), max_size=len(counts)))
        group: list[Key] = []
        for row in sorted(set(rows)):
            atoms = frozenset(atom for atom, own in enumerate(rows) if own == row)
            group.append((table, row))
            numbers[table, row] = Number(atoms, sum(counts[atom] for atom in atoms))
        groups.append(group)
    return numbers, groups


@given(worlds())
def test_no_few_are_spanned_by_what_is_told(world: tuple[dict[Key, Number], list[list[Key]]]) -> None:
    numbers, groups = world
    hidden = withheld(numbers, groups)
    shown = [number.atoms for key, number in numbers.items() if number.count >= 5 and key not in hidden]
    for number in numbers.values():
        if number.is_few:
            assert not spans(shown, number.atoms)


@given(worlds())
def test_no_few_are_the_only_ones_that_make_up_what_is_left(
    world: tuple[dict[Key, Number], list[list[Key]]],
) -> None:
    """In any table whose sum can be computed, a hidden row could be one reading more or less."""
    numbers, groups = world
    hidden = withheld(numbers, groups)
    shown = [number.atoms for key, number in numbers.items() if number.count >= 5 and key not in hidden]
    for group in groups:
        rest = [numbers[key] for key in group if numbers[key].is_few or key in hidden]
        if any(number.is_few for number in rest) and spans(
            shown, frozenset().union(*(n.atoms for n in rest))
        ):
            left = sum(number.count for number in rest)
            choices = [range(1, 5) if number.is_few else range(5, left + 1) for number in rest]
            possible = [values for values in product(*choices) if sum(values) == left]
            for place, number in enumerate(rest):
                assert not number.is_few or len({values[place] for values in possible}) > 1


@given(worlds())
def test_without_few_nothing_is_withheld(world: tuple[dict[Key, Number], list[list[Key]]]) -> None:
    numbers, groups = world
    if not any(number.is_few for number in numbers.values()):
        assert withheld(numbers, groups) == set()


def table(*counts: int) -> dict[Key, Number]:
    return {(place,): Number(frozenset([place]), count) for place, count in enumerate(counts)}


def test_the_total_of_a_table_does_not_give_its_one_small_row_away() -> None:
    rows = table(40, 9, 3)
    numbers = {("total",): Number(frozenset([0, 1, 2]), 52), **rows}
    assert withheld(numbers, [list(rows)]) == {(1,)}


def test_another_tables_sum_gives_none_away_either() -> None:
    rows = table(40, 9, 3)
    numbers: dict[Key, Number] = {("all",): Number(frozenset("a"), 52), **rows}
    equal = [(frozenset("a"), frozenset([0, 1, 2]))]
    assert withheld(numbers, [list(rows)], equal) == {(1,)}
    assert withheld(numbers, [list(rows)]) == set(), "when they are different readings nothing follows"


def test_two_small_rows_hide_one_another_unless_they_are_as_small_as_can_be() -> None:
    for few, expected in (((3, 2), set()), ((1, 1), {(1,)}), ((4, 4), {(1,)})):
        rows = table(40, 9, *few)
        numbers = {("total",): Number(frozenset(range(4)), 49 + sum(few)), **rows}
        assert withheld(numbers, [list(rows)]) == expected, few


@pytest.mark.parametrize(
    ("counts", "expected"), [((1, 5), True), ((1, 6), False), ((2, 5), False), ((9,), False)]
)
def test_what_is_as_small_as_it_can_be_tells_itself(counts: tuple[int, ...], expected: bool) -> None:
    assert tells(list(table(*counts).values())) is expected
