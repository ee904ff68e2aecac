"""What is open now, and when that changes: until then the state is the same, from then on it is another."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.opening.state import AHEAD, State, earliest, next_midnight, state_of
from campaigns.opening.timetable import Hours, OnHolidays, Rule, SpecialDays, Timetable
from tests.opening.minutes import is_open

TOKYO = ZoneInfo("Asia/Tokyo")
MINUTE = timedelta(minutes=1)
#: Around New Year, Golden Week and the silver week of 2026, which has a 国民の休日.
DAYS = st.dates(date(2026, 9, 1), date(2027, 6, 1))
CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from((0, 0, 15, 59)))
HOURS = st.builds(Hours, CLOCKS, CLOCKS)
RULES = st.builds(
    Rule,
    HOURS,
    weekdays=st.frozensets(st.integers(0, 6)),
    week=st.sampled_from((0, 0, 0, 1, 2, 5, 6)),
    day_of_month=st.one_of(st.none(), st.none(), st.integers(1, 31)),
    on_holidays=st.sampled_from(OnHolidays),
)
SPECIAL = st.builds(
    lambda first, length, hours: SpecialDays(first, first + timedelta(days=length), hours),
    DAYS, st.integers(0, 6), st.one_of(st.none(), HOURS),
)  # fmt: skip
TABLES = st.builds(
    Timetable,
    st.lists(RULES, max_size=3).map(tuple),
    st.lists(SPECIAL, max_size=3).map(tuple),
    valid_from=st.one_of(st.none(), DAYS),
    valid_until=st.one_of(st.none(), DAYS),
    rests_at_new_year=st.booleans(),
)
MOMENTS = st.builds(lambda day, clock: datetime.combine(day, clock, TOKYO), DAYS, CLOCKS)


@given(TABLES, MOMENTS)
@settings(max_examples=150)
def test_it_is_open_when_its_hours_say_so(table: Timetable, now: datetime) -> None:
    assert state_of(table, now).is_open == is_open(table, now)


@given(TABLES, MOMENTS, st.integers(0, 10**6))
@settings(max_examples=150)
def test_until_the_change_it_is_the_same_and_then_another(
    table: Timetable, now: datetime, share: int
) -> None:
    state = state_of(table, now)
    end = state.changes or now + timedelta(days=60)
    assert end > now
    between = min(now + (end - now) * share / 10**6, end - MINUTE)
    for moment in (between.replace(second=0, microsecond=0), end - MINUTE):
        if moment >= now:
            assert is_open(table, moment) == state.is_open
    if state.changes is not None:
        assert is_open(table, state.changes) != state.is_open
        assert state_of(table, state.changes).is_open != state.is_open


@given(TABLES, MOMENTS)
@settings(max_examples=50)
def test_it_does_not_matter_in_which_zone_one_asks(table: Timetable, now: datetime) -> None:
    assert state_of(table, now.astimezone(UTC)) == state_of(table, now)
    assert state_of(table, now.astimezone(ZoneInfo("America/New_York"))) == state_of(table, now)


def at(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=TOKYO)


OFFICE = Rule(Hours(time(9), time(17)), frozenset(range(5)), on_holidays=OnHolidays.CLOSED)
NIGHT = Rule(Hours(time(22), time(2)), frozenset({4}))
ALWAYS = Rule(Hours())


@pytest.mark.parametrize(
    ("rules", "now", "is_open_now", "changes"),
    [
        ((OFFICE,), at("2026-11-27", "08:59"), False, at("2026-11-27", "09:00")),
        ((OFFICE,), at("2026-11-27", "09:00"), True, at("2026-11-27", "17:00")),
        ((OFFICE,), at("2026-11-27", "17:00"), False, at("2026-11-30", "09:00")),
        # 勤労感謝の日 is a Monday; 22 September 2026 lies between two holidays and is one itself.
        ((OFFICE,), at("2026-11-21", "12:00"), False, at("2026-11-24", "09:00")),
        ((OFFICE,), at("2026-09-21", "12:00"), False, at("2026-09-24", "09:00")),
        ((NIGHT,), at("2026-11-28", "01:59"), True, at("2026-11-28", "02:00")),
        ((NIGHT,), at("2026-11-28", "02:00"), False, at("2026-12-04", "22:00")),
        ((ALWAYS,), at("2026-11-28", "02:00"), True, None),
        ((), at("2026-11-28", "02:00"), False, None),
    ],
)
def test_examples(
    rules: tuple[Rule, ...], now: datetime, is_open_now: bool, changes: datetime | None
) -> None:
    state = state_of(Timetable(rules), now)
    assert (state.is_open, state.changes) == (is_open_now, changes)
    assert state.opens == (None if is_open_now else changes)


SOMETIMES = Rule(Hours(time(17), time(21)), frozenset(range(5)), varies=True)


@pytest.mark.parametrize(
    ("now", "is_open_now", "varies", "changes"),
    [
        ("08:00", False, False, "09:00"),
        ("16:59", True, False, "17:00"),
        ("17:00", False, True, "21:00"),
        ("20:59", False, True, "21:00"),
    ],
)
def test_what_varies_is_neither_open_nor_closed(
    now: str, is_open_now: bool, varies: bool, changes: str
) -> None:
    state = state_of(Timetable((OFFICE, SOMETIMES)), at("2026-11-27", now))
    assert (state.is_open, state.changes, state.varies) == (is_open_now, at("2026-11-27", changes), varies)


#: Perhaps on Saturdays, before the sure Monday.
SATURDAYS = Rule(Hours(time(10), time(12)), frozenset({5}), varies=True)


@pytest.mark.parametrize(
    ("now", "varies", "changes"),
    [
        (at("2026-11-27", "18:00"), False, at("2026-11-28", "10:00")),
        (at("2026-11-28", "10:00"), True, at("2026-11-28", "12:00")),
        (at("2026-11-28", "12:00"), False, at("2026-11-30", "09:00")),
    ],
)
def test_only_a_sure_opening_is_promised(now: datetime, varies: bool, changes: datetime) -> None:
    state = state_of(Timetable((OFFICE, SATURDAYS)), now)
    assert state == State(False, changes, varies, opens=at("2026-11-30", "09:00"))


def test_what_always_varies_promises_nothing() -> None:
    table = Timetable((SATURDAYS,))
    assert state_of(table, at("2026-11-27", "18:00")) == State(False, at("2026-11-28", "10:00"))
    assert state_of(table, at("2026-11-28", "10:00")) == State(False, at("2026-11-28", "12:00"), varies=True)


def test_days_that_differ_do_not_vary() -> None:
    closed = SpecialDays(date(2026, 11, 27), date(2026, 11, 27))
    state = state_of(Timetable((OFFICE, SOMETIMES), (closed,)), at("2026-11-27", "18:00"))
    assert (state.is_open, state.varies) == (False, False)


def test_an_announced_window_opens_and_closes_what_has_no_rule() -> None:
    table = Timetable(special=(SpecialDays(date(2026, 12, 28), date(2027, 1, 3), Hours()),))
    assert state_of(table, at("2026-11-28", "12:00")).changes == at("2026-12-28", "00:00")
    assert state_of(table, at("2026-12-31", "12:00")).changes == at("2027-01-04", "00:00")
    assert state_of(table, at("2027-01-04", "00:00")).changes is None


def test_the_new_year_rest_is_not_a_change_for_ever() -> None:
    table = Timetable((ALWAYS,), rests_at_new_year=True)
    assert state_of(table, at("2026-11-28", "12:00")).changes == at("2026-12-29", "00:00")
    assert state_of(table, at("2026-12-29", "00:00")).changes == at("2027-01-04", "00:00")


def test_what_ends_closes_at_the_end_of_its_last_day() -> None:
    table = Timetable((ALWAYS,), valid_until=date(2026, 11, 30))
    assert state_of(table, at("2026-11-28", "12:00")).changes == at("2026-12-01", "00:00")


def test_a_change_beyond_the_horizon_is_none() -> None:
    far = date(2026, 11, 28) + AHEAD + timedelta(days=2)
    assert (
        state_of(Timetable(special=(SpecialDays(far, far, Hours()),)), at("2026-11-28", "12:00")).changes
        is None
    )


def test_days_turn_at_midnight_here() -> None:
    assert next_midnight(datetime(2026, 11, 27, 14, 59, tzinfo=UTC)) == at("2026-11-28", "00:00")
    assert next_midnight(datetime(2026, 11, 27, 15, 0, tzinfo=UTC)) == at("2026-11-29", "00:00")


def test_the_earliest_of_nothing_is_nothing() -> None:
    now = at("2026-11-28", "12:00")
    assert earliest([None, now, now + MINUTE]) == now
    assert earliest([None]) is None
