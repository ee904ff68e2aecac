"""Somebody to talk to now: open desks first, and day and night somebody."""

from datetime import time

import pytest

from campaigns.desks.models import Desk, DeskHours, TopicTag
from home.desks.answering import Answering, answering, desks_in, few, when_low
from tests.factories import DeskFactory, locale
from tests.places import EVERY_DAY, SetClock, desk_open


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


def test_hours_that_vary_are_never_called_closed(db: None, clock: SetClock) -> None:
    desk = desk_open("sos", "06:00", "00:00", sort_order=1)
    DeskHours.objects.create(
        desk=desk, weekdays=EVERY_DAY, holidays="same", opens=time(0), closes=time(6), varies=True
    )
    desk_open("day", "09:00", "17:00", sort_order=0)
    for now, words, order in (
        ("2026-11-27 01:00", "この時間は日によって異なります", ["sos", "day"]),
        ("2026-11-27 06:00", "受付中（24:00まで）", ["sos", "day"]),
        ("2026-11-27 23:59", "受付中（24:00まで）", ["sos", "day"]),
        ("2026-11-28 00:00", "この時間は日によって異なります", ["sos", "day"]),
    ):
        found = answering(desks_in("ja"), clock(now))
        assert [each.desk.slug for each in found] == order, now
        assert found[0].words == words, now
        assert not found[0].is_closed, now


def test_what_is_open_perhaps_is_not_promised(db: None, clock: SetClock) -> None:
    """Perhaps on Saturdays: the one from Monday on for sure, the other never for sure."""
    volunteers, office = (
        DeskFactory(slug="volunteers", sort_order=0),
        DeskFactory(slug="office", sort_order=1),
    )
    for desk, weekdays, opens, closes, varies in (
        (volunteers, "5", time(10), time(12), True),
        (office, "5", time(10), time(12), True),
        (office, "01234", time(9), time(17), False),
    ):
        DeskHours.objects.create(
            desk=desk, weekdays=weekdays, holidays="same", opens=opens, closes=closes, varies=varies
        )
    desk_open("evening", "20:00", "21:00", sort_order=2)
    found = answering(desks_in("ja"), clock("2026-11-27 18:00"))
    assert {each.desk.slug: each.words for each in found} == {
        "evening": "時間外（きょう 20:00から）",
        "office": "時間外（月曜日 9:00から）",
        "volunteers": "いまは開いていません",
    }
    assert named(found) == ["evening", "office", "volunteers"]
    assert named(few(desks_in("ja"), clock("2026-11-27 18:00"))) == named(found), "it may open yet"
    assert named(answering(desks_in("ja"), clock("2026-11-28 10:00")))[:2] == ["volunteers", "office"]


def test_with_feelings_those_come_first_who_are_there_for_them(db: None, clock: SetClock) -> None:
    now = clock("2026-11-27 12:00")
    feelings = TopicTag.objects.create(slug="feelings", name="気持ち", when_low=True, locale=locale())
    desk_open("office", sort_order=0)
    for order, (slug, opens, languages) in enumerate(
        (("evening", "16:00", ["ja"]), ("japanese", "09:00", ["ja"]), ("vietnamese", "09:00", ["ja", "vi"]))
    ):
        desk = desk_open(slug, opens, "21:00", languages=languages, sort_order=order + 1)
        desk.topic_tags.add(feelings)
        desk.save()
    assert named(when_low("ja", now)) == ["japanese", "vietnamese", "evening"]
    assert named(when_low("ja-x-easy", now)) == ["japanese", "vietnamese", "evening"]
    assert named(when_low("vi", now)) == ["vietnamese", "japanese", "office"]
    assert "office" in named(when_low("ja", clock("2026-11-27 03:00"))), "nobody else answers"


def named(found: list[Answering]) -> list[str]:
    return [each.desk.slug for each in found]
