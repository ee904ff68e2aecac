"""Somebody to talk to now: open desks first, and day and night somebody."""

import pytest

from campaigns.desks.models import Desk
from home.desks.answering import desks_in, few
from tests.factories import DeskFactory, locale
from tests.places import SetClock, desk_open


@pytest.fixture
def desks(db: None) -> list[Desk]:
    return [
        desk_open("morning", "09:00", "12:00", sort_order=0),
        desk_open("day", "09:00", "17:00", sort_order=1),
        desk_open("noon", "11:00", "14:00", sort_order=2),
        desk_open("always", sort_order=3),
        desk_open("night", "22:00", "06:00", sort_order=4),
    ]


@pytest.mark.parametrize(
    ("now", "named"),
    [
        ("2026-11-27 11:30", ["morning", "day", "always"]),
        ("2026-11-27 16:00", ["day", "always", "night"]),
        ("2026-11-27 21:00", ["always", "night", "morning"]),
        ("2026-11-27 23:00", ["always", "night", "morning"]),
        ("2026-11-28 05:59", ["always", "night", "morning"]),
    ],
)
def test_three_are_named(desks: list[Desk], clock: SetClock, now: str, named: list[str]) -> None:
    found = few(desks_in("ja"), clock(now))
    assert [each.desk.slug for each in found] == named


def test_one_that_is_away_is_not_named(db: None, clock: SetClock) -> None:
    now = clock("2026-11-27 12:00")
    desk_open("over", "09:00", "17:00", valid_until="2026-11-27")
    DeskFactory(slug="in-words")
    assert [each.desk.slug for each in few(desks_in("ja"), now)] == ["over", "in-words"]
    late = clock("2026-11-27 18:00")
    assert [each.desk.slug for each in few(desks_in("ja"), late)] == ["in-words"]


def test_a_language_without_desks_names_the_usual_ones(db: None, clock: SetClock) -> None:
    clock("2026-11-27 12:00")
    desk_open("always", sort_order=1)
    assert [desk.slug for desk in desks_in("en")] == ["always"]
    desk_open("english", sort_order=0, locale=locale("en"))
    assert [desk.slug for desk in desks_in("en")] == ["english", "always"]
