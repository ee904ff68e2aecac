"""Calendar files, read back by the rules of RFC 5545 and none of our code."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from home.events.calendar import Entry, calendar
from home.models import HomePage
from tests.factories import AreaFactory, locale
from tests.home.whats_on import event, event_list, tokyo
from tests.places import SetClock

#: 3.1: name, parameters, value. No parameter of ours is quoted.
LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^:;,\"]+)*):(.*)", re.DOTALL)
#: 3.3.11 TSAFE-CHAR and ESCAPED-CHAR.
TEXT = re.compile(r"(?:[^\x00-\x1f\x7f\\;,]|\\[\\;,nN])*")
UTC_TIME = re.compile(r"\d{8}T\d{6}Z")
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION"}
NOW = datetime(2026, 11, 1, tzinfo=UTC)


class Read(NamedTuple):
    calendar: dict[str, str]
    events: list[dict[str, str]]


def read(content: bytes) -> Read:
    """Lines of at most 75 octets that end in CRLF, unfolded; properties that may be there once are there once."""
    assert content.endswith(b"\r\n")
    physical = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in physical)
    assert not any(b"\n" in line or b"\r" in line for line in physical)
    for line in physical:
        line.decode()  # no letter is cut
    logical = "\r\n".join(line.decode() for line in physical).replace("\r\n ", "").split("\r\n")
    assert (logical[0], logical[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    found = Read({}, [])
    into = found.calendar
    for line in logical[1:-1]:
        name, _parameters, value = LINE.fullmatch(line).groups()  # type: ignore[union-attr]
        if (name, value) == ("BEGIN", "VEVENT"):
            into = {}
            found.events.append(into)
        elif (name, value) == ("END", "VEVENT"):
            into = found.calendar
        else:
            assert name not in into
            into[name] = unescaped(value) if name in TEXTS else value
    assert found.calendar["VERSION"] == "2.0"
    assert found.calendar["PRODID"]
    for each in found.events:
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND"} <= set(each)
        assert all(UTC_TIME.fullmatch(each[name]) for name in ("DTSTAMP", "DTSTART", "DTEND"))
    return found


def unescaped(value: str) -> str:
    assert TEXT.fullmatch(value), value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=300)
)
def test_whatever_is_said_comes_back(words: str) -> None:
    entry = Entry("one", NOW, NOW, NOW, summary=words, description=f"{words}\n{words}", location=words)
    found = read(calendar([entry], words, "Asia/Tokyo")).events[0]
    assert found["SUMMARY"] == words
    assert found.get("LOCATION", "") == words
    assert found["DESCRIPTION"] == f"{words}\n{words}"


def test_control_characters_cannot_add_lines() -> None:
    entry = Entry("one", NOW, NOW, NOW, summary="a\r\nBEGIN:VEVENT\x00\x0b")
    assert read(calendar([entry], "b", "Asia/Tokyo")).events[0]["SUMMARY"] == "a\nBEGIN:VEVENT"


def test_events_are_in_the_file_with_their_times(home: HomePage, client: Client, clock: SetClock) -> None:
    clock("2026-11-27 10:00")
    index = event_list(home)
    page = event(
        index, "winter", "2026-12-12 08:30", "2026-12-12 16:00", title="冬の学習会, 見本; 1", address="見本町1-2",
        kind="study",
    )  # fmt: skip
    event(index, "past", "2026-06-01 10:00", "2026-06-01 12:00", is_called_off=True, kind="visit")
    event(index, "ancient", "2025-06-01 10:00", "2025-06-01 12:00")
    response = client.get("/events/winter/calendar/")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="winter.ics"' in response.headers["Content-Disposition"]
    (one,) = read(response.content).events
    assert one["SUMMARY"] == "冬の学習会, 見本; 1"
    assert (one["DTSTART"], one["DTEND"]) == ("20261211T233000Z", "20261212T070000Z")
    assert one["LOCATION"] == "見本センター 見本町1-2"
    assert one["URL"] == "http://testserver/events/winter/"
    assert one["STATUS"] == "CONFIRMED"
    assert client.get("/events/winter/calendar/").content == response.content, "nothing of it is the clock's"

    whole = read(client.get("/events/calendar/").content)
    assert whole.calendar["X-WR-TIMEZONE"] == "Asia/Tokyo"
    assert [each["SUMMARY"] for each in whole.events] == ["見本のpast", one["SUMMARY"]]
    assert whole.events[0]["STATUS"] == "CANCELLED"
    assert len(read(client.get("/events/calendar/?kind=study&near=nonsense").content).events) == 1

    for each in (home, index, page):
        each.copy_for_translation(locale("en")).save_revision().publish()
    page.starts = tokyo("2026-12-12 09:00")
    page.save_revision().publish()
    (moved,) = read(client.get("/events/winter/calendar/").content).events
    (english,) = read(client.get("/en/events/winter/calendar/").content).events
    assert moved["UID"] == english["UID"] == one["UID"]
    assert moved["DTSTART"] == "20261212T000000Z"
    assert moved["DTSTAMP"] >= one["DTSTAMP"]


def test_what_is_online_has_no_address(home: HomePage, client: Client) -> None:
    index = event_list(home)
    event(
        index, "冬の学習会", "2026-12-12 08:30", "2026-12-12 16:00", attendance="online", address="見本町1-2",
        online="申し込んだ方に案内します。",
    )  # fmt: skip
    response = client.get("/events/冬の学習会/calendar/")
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%E5%86%AC")
    (one,) = read(response.content).events
    assert "見本町" not in one["LOCATION"]
    assert "申し込んだ方に案内します。" in one["DESCRIPTION"]
    assert "見本町" not in client.get("/events/冬の学習会/").content.decode()


def test_where_nothing_is_on_the_file_is_empty(home: HomePage, client: Client) -> None:
    AreaFactory(code="14205", name="藤沢市")
    event(event_list(home), "winter", "2026-12-12 08:30", "2026-12-12 16:00")
    assert read(client.get("/events/calendar/?near=14205").content).events == []
    assert len(read(client.get("/events/calendar/?near=99999").content).events) == 1
    html = client.get("/events/?near=14205").content.decode()
    assert "藤沢市" in html
    assert "見本のwinter" not in html
