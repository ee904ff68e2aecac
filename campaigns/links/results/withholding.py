"""Which numbers of a page are withheld, so that nobody computes the few from those that are told.

Every number is a sum of atoms, which are what no number of the page takes apart. Whoever adds and subtracts told numbers
can compute exactly the sums that lie in the linear span of theirs. So numbers are told one after the other, the important
ones first, and one is withheld when together with those before it it would span something few. That holds for all
tables at once: a total that one table shows by adding up is known when another table is looked at.

Arithmetic is modulo a large prime, which is exact for whole numbers as small as these and much faster than fractions.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from campaigns.links.results.few import TOLD

PRIME = (1 << 31) - 1

Atom = Hashable
Atoms = frozenset[Atom]
#: Coefficients by the place of an atom; none is 0.
Vector = dict[int, int]
Key = tuple[Hashable, ...]


@dataclass(frozen=True)
class Number:
    """How much some atoms add up to. Atoms that are 0 are left out: a 0 tells them all."""

    atoms: Atoms
    count: int

    @property
    def is_few(self) -> bool:
        return 0 < self.count < TOLD


def withheld(
    numbers: Mapping[Key, Number],
    groups: Sequence[Sequence[Key]],
    equal: Iterable[tuple[Atoms, Atoms]] = (),
) -> set[Key]:
    """The keys of what must not be told, besides the few themselves.

    `numbers` come in the order of their importance. Each of `groups` adds up to something that may be known;
    `equal` are pairs of atoms that are known to have one sum.
    """
    secrets = {number.atoms for number in numbers.values() if number.is_few}
    known = list(equal)
    while secrets:
        found = refused(numbers, secrets, known)
        hidden = [[numbers[key] for key in group if numbers[key].is_few or key in found] for group in groups]
        telling = {frozenset().union(*(number.atoms for number in rest)) for rest in hidden if tells(rest)}
        if telling <= secrets:
            return found
        secrets |= telling
    return set()


def tells(hidden: Sequence[Number]) -> bool:
    """Whether their sum tells the few among them: all are as small, or all as large, as they can be."""
    few = sum(number.is_few for number in hidden)
    count = sum(number.count for number in hidden)
    others = len(hidden) - few
    as_small = count == few + TOLD * others
    as_large = not others and count == (TOLD - 1) * few
    return few > 0 and (as_small or as_large)


def refused(
    numbers: Mapping[Key, Number], secrets: Iterable[Atoms], equal: Iterable[tuple[Atoms, Atoms]]
) -> set[Key]:
    """One pass: what cannot be told after what was told before it."""
    places: dict[Atom, int] = {}

    def vector(atoms: Atoms, value: int = 1) -> Vector:
        return {places.setdefault(atom, len(places)): value for atom in atoms}

    knowledge = Knowledge([vector(secret) for secret in secrets])
    for one, other in equal:
        knowledge.learn(vector(one) | vector(other, PRIME - 1))
    return {
        key
        for key, number in numbers.items()
        if number.count >= TOLD and not knowledge.learn(vector(number.atoms))
    }


class Knowledge:
    """What can be computed from the numbers learnt so far: rows in echelon form, each with 1 at its pivot."""

    def __init__(self, secrets: list[Vector]) -> None:
        #: By pivot, in the order in which they were learnt: a row has none of the pivots before its own.
        self.rows: dict[int, Vector] = {}
        #: What of each secret the rows do not span.
        self.secrets = secrets

    def learn(self, vector: Vector) -> bool:
        """Add a number, unless it would tell a secret; whether it may be told."""
        rest = self.rest(vector)
        if not rest:
            return True
        if any(proportional(rest, secret) for secret in self.secrets):
            return False
        pivot = next(iter(rest))
        inverse = pow(rest[pivot], -1, PRIME)
        row = {place: value * inverse % PRIME for place, value in rest.items()}
        self.rows[pivot] = row
        for secret in self.secrets:
            if pivot in secret:
                subtract(secret, row, secret[pivot])
        return True

    def rest(self, vector: Vector) -> Vector:
        """What of it the rows do not span."""
        rest = dict(vector)
        for pivot, row in self.rows.items():
            if pivot in rest:
                subtract(rest, row, rest[pivot])
        return rest


def subtract(vector: Vector, row: Vector, times: int) -> None:
    for place, value in row.items():
        left = (vector.get(place, 0) - times * value) % PRIME
        if left:
            vector[place] = left
        else:
            vector.pop(place, None)


def proportional(one: Vector, other: Vector) -> bool:
    """Whether one is a multiple of the other."""
    if len(one) != len(other) or one.keys() != other.keys():
        return False
    first = next(iter(one))
    times = other[first] * pow(one[first], -1, PRIME) % PRIME
    return all(other[place] == times * value % PRIME for place, value in one.items())
