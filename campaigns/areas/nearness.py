"""Which places are nearest to a municipality, by what belongs together and what borders what.

Nothing here knows coordinates: people think of their town, its city, and the towns next to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from campaigns.areas.models import Area
from campaigns.freshness.kept import kept
from print_templates.content import Place


@dataclass(frozen=True)
class Whereabouts:
    """Where a municipality lies, by codes: the city it is a ward of (or nothing), and what borders it."""

    city: str = ""
    borders: frozenset[str] = frozenset()


UNKNOWN = Whereabouts()
#: Places that an organisation's prints have.
MOST_NEAR = 3
#: The distances of what belongs to it, and of what lies next to it.
BELONGS, NEXT = 1, 2
#: The distance of what is neither the same city nor next to it, and the farthest that is still near.
ANYWHERE, NEAR = 5, 4
#: What is known of municipalities by code.
Atlas = Mapping[str, Whereabouts]


def nearest(places: Sequence[Place], own: str, atlas: Atlas, most: int) -> tuple[Place, ...]:
    """The first `most` places by nearness to the municipality `own`; equally near ones keep their order."""
    return tuple(sorted(places, key=lambda place: distance(own, place.area_code, atlas))[:most])


def distance(own: str, other: str, atlas: Atlas) -> int:
    """How far apart two municipalities are: 0 is the same, ANYWHERE whatever is not known to be nearer."""
    city, other_city = atlas.get(own, UNKNOWN).city, atlas.get(other, UNKNOWN).city
    if not own or not other:
        return ANYWHERE
    nearer = (
        own == other,
        other == city or own == other_city,
        bordering(own, other, atlas),
        bool(city) and city == other_city,
        bordering(city or own, other_city or other, atlas) or bordering(city, other, atlas),
    )
    return nearer.index(True) if any(nearer) else ANYWHERE


def bordering(one: str, other: str, atlas: Atlas) -> bool:
    """Whether either of two is known to border the other."""
    return other in atlas.get(one, UNKNOWN).borders or one in atlas.get(other, UNKNOWN).borders


def atlas_around(area: int, codes: Iterable[str]) -> tuple[str, Atlas]:
    """The code of the municipality with that primary key, and what is known of it, its city and `codes`.

    One query, however many there are.
    """
    city = Area.objects.filter(pk=area).values("parent")
    rows = (
        Area.objects.filter(Q(pk=area) | Q(pk__in=city) | Q(code__in=set(codes)))
        .order_by()
        .values_list("pk", "code", "parent__code", "neighbours__code")
    )
    own, atlas = "", dict[str, Whereabouts]()
    for pk, code, parent, neighbour in rows:
        own = code if pk == area else own
        known = atlas.get(code, Whereabouts(parent or ""))
        atlas[code] = Whereabouts(known.city, known.borders | ({neighbour} if neighbour else set()))
    return own, atlas


def distances_from(area: int) -> Mapping[int, int]:
    """How far all municipalities are from one, by key. Read once until something changes, and never altered."""
    return kept(("distances", area), lambda: measured_distances(area))


def measured_distances(area: int) -> Mapping[int, int]:
    codes = dict(Area.objects.order_by().values_list("pk", "code"))
    own, atlas = atlas_around(area, codes.values())
    return {pk: distance(own, code, atlas) for pk, code in codes.items()}
