"""The places nearest to an organisation, in the municipalities of Kanagawa."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.areas.models import Area
from campaigns.areas.nearness import ANYWHERE, Atlas, Whereabouts, atlas_around, distance, nearest
from cms.demo import load_areas, read
from print_templates.content import Place

KANAGAWA: Atlas = {
    row["code"]: Whereabouts(row["parent"] or "", frozenset(row["neighbours"])) for row in read("areas")
}
TSURUMI, YOKOHAMA, KAWASAKI_KU, TOTSUKA, HAKONE = "14101", "14100", "14131", "14110", "14382"
codes = st.sampled_from(sorted(KANAGAWA))


def place(code: str, name: str = "") -> Place:
    return Place(name or f"見本{code}", "", "", "", code)


def found(own: str, *wanted: str, most: int = 3) -> list[str]:
    return [near.area_code for near in nearest([place(code) for code in wanted], own, KANAGAWA, most)]


def test_it_works() -> None:
    assert found(TSURUMI, HAKONE, TOTSUKA, KAWASAKI_KU, YOKOHAMA, TSURUMI, most=5) == [
        TSURUMI, YOKOHAMA, KAWASAKI_KU, TOTSUKA, HAKONE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("own", "other", "far"),
    [
        ("14101", "14101", 0),
        ("14101", "14100", 1),
        ("14130", "14131", 1),
        ("14101", "14132", 2),
        ("14206", "14382", 2),
        ("14101", "14117", 3),
        ("14101", "14137", 4),
        ("14118", "14130", 4),
        ("14201", "14113", 4),
        ("14101", "14382", ANYWHERE),
        ("14101", "", ANYWHERE),
        ("", "14101", ANYWHERE),
        ("", "", ANYWHERE),
        ("14101", "99999", ANYWHERE),
    ],
)
def test_distances(own: str, other: str, far: int) -> None:
    assert distance(own, other, KANAGAWA) == far


@given(codes, codes)
def test_the_way_back_is_as_far(one: str, other: str) -> None:
    assert distance(one, other, KANAGAWA) == distance(other, one, KANAGAWA)


@given(codes, st.lists(codes, max_size=60))
def test_equally_near_places_keep_the_campaigns_order(own: str, wanted: list[str]) -> None:
    places = [place(code, str(number)) for number, code in enumerate(wanted)]
    near = nearest(places, own, KANAGAWA, 60)
    assert sorted(near, key=lambda each: int(each.name)) == places
    keys = [(distance(own, each.area_code, KANAGAWA), int(each.name)) for each in near]
    assert keys == sorted(keys)


def test_a_border_that_only_one_side_knows_counts_both_ways() -> None:
    atlas = {"1": Whereabouts("", frozenset({"2"})), "2": Whereabouts()}
    assert distance("1", "2", atlas) == distance("2", "1", atlas) == 2


def test_without_a_municipality_the_campaigns_order_stays() -> None:
    for order in permutations([HAKONE, TSURUMI, TOTSUKA]):
        assert found("", *order) == list(order)


@pytest.mark.parametrize("own", ["14101", "14204", "14206", "14364"])
def test_what_is_read_of_the_database_says_the_same_in_one_query(
    own: str, db: None, django_assert_num_queries: Callable[..., Any]
) -> None:
    load_areas()
    area = Area.objects.get(code=own)
    with django_assert_num_queries(1):
        read_code, atlas = atlas_around(area.pk, KANAGAWA)
    assert read_code == own
    assert all(distance(own, other, atlas) == distance(own, other, KANAGAWA) for other in KANAGAWA)
