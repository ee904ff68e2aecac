"""Cases by nearness to a municipality: its own, its city's, those of its neighbours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import QuerySet, Value, When

from campaigns.areas.models import Area
from campaigns.areas.near import municipalities
from campaigns.areas.nearness import ANYWHERE, NEAR, distances_from
from campaigns.cases.models import Case
from campaigns.languages.shown import best_of

#: Cases at the opening of a page that somebody came to through a poster.
MOST = 6


@dataclass(frozen=True)
class Nearby:
    """What a page shows near a municipality, and the others that one may choose."""

    area: Area
    cases: list[Case]
    areas: Sequence[Area]


def nearby(area: Area, language: str, shown: Iterable[Case]) -> Nearby:
    """The nearest published cases for a reader of `language`, and those a page shows that it has not got. One query."""
    translated = best_of(Case.objects.filter(live=True), language)
    others = Case.objects.filter(pk__in=[case.pk for case in shown])
    others = others.exclude(translation_key__in=translated.values("translation_key"))
    near = nearest_first(translated | others, distances_from(area.pk), NEAR)
    return Nearby(area, list(near.select_related("area__parent")[:MOST]), municipalities())


def nearest_first(
    cases: "QuerySet[Case]", distances: Mapping[int, int], most: int = ANYWHERE
) -> "QuerySet[Case]":
    """Those within a distance (`nearness.distance`) of what `distances` are from, in that order."""
    by_distance: dict[int, list[int]] = {}
    for area, distance in distances.items():
        if distance <= most:
            by_distance.setdefault(distance, []).append(area)
    whens = [When(area__in=areas, then=Value(distance)) for distance, areas in by_distance.items()]
    far = models.Case(*whens, default=Value(ANYWHERE), output_field=models.IntegerField())
    within = (
        cases
        if most >= ANYWHERE
        else cases.filter(area__in=[pk for pks in by_distance.values() for pk in pks])
    )
    return within.annotate(distance=far).order_by("distance", "sort_order", "reading", "pk")
