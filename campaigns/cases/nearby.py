"""Cases by nearness to a municipality: its own, its city's, those of its neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from campaigns.areas.models import Area
from campaigns.areas.nearness import ANYWHERE, atlas_around, distance
from campaigns.cases.models import Case
from campaigns.languages.shown import best_of

#: Cases at the opening of a page that somebody came to through a poster.
MOST = 6


@dataclass(frozen=True)
class Nearby:
    """What a page shows near a municipality, and the others that one may choose."""

    area: Area
    cases: list[Case]
    areas: list[Area]


def nearby(area: Area, language: str, shown: Iterable[Case]) -> Nearby:
    """The nearest published cases for a reader of `language`, and those a page shows that it has not got. Four queries."""
    translated = best_of(Case.objects.filter(live=True), language)
    others = Case.objects.filter(pk__in=[case.pk for case in shown])
    others = others.exclude(translation_key__in=translated.values("translation_key"))
    return Nearby(area, nearest(translated | others, area), list(Area.objects.select_related("parent")))


def nearest(cases: "QuerySet[Case]", area: Area, most: int = MOST) -> list[Case]:
    """At most so many, with their municipality, of which something is known to be near. Three queries."""
    near = [pk for far, pk in by_nearness(cases, area) if far < ANYWHERE][:most]
    found = cases.select_related("area__parent").in_bulk(near)
    return [found[pk] for pk in near]


def by_nearness(cases: "QuerySet[Case]", area: Area) -> list[tuple[int, int]]:
    """The distance and primary key of every case, the nearest first, equally near ones in their own order.

    Two queries, however many there are.
    """
    rows = list(cases.values_list("pk", "area__code"))
    own, atlas = atlas_around(area.pk, (code for _pk, code in rows))
    return sorted(((distance(own, code, atlas), pk) for pk, code in rows), key=lambda row: row[0])
