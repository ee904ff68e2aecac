"""JSON-LD: what it says, and that no title breaks out of it."""

import json
import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from campaigns.cases.models import CaseDay, CaseHours
from campaigns.models import CampaignPage
from campaigns.opening.timetable import Hours, OnHolidays, Rule, SpecialDays, Timetable
from home.models import HomePage
from home.structured import hours, things
from home.structured.markup import script
from tests.factories import AreaFactory, CaseFactory, CaseIndexPageFactory, DeskFactory, DeskIndexPageFactory
from tests.home.whats_on import event, event_list

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TOKYO = ZoneInfo("Asia/Tokyo")


def data_of(client: Client, path: str) -> dict[str, Any]:
    """The things of a page by their type."""
    answer = client.get(path)
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    (text,) = BLOCK.findall(answer.content.decode())
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def test_nothing_breaks_out_of_a_data_block() -> None:
    hostile = "</script><script>alert(1)</script><!-- & \u2028"
    text = script({"@type": "Event", "name": hostile})
    (inside,) = BLOCK.findall(text)
    assert not set("<>&\u2028") & set(inside)
    assert json.loads(inside)["@graph"][0]["name"] == hostile


def test_hours_say_what_schema_org_can_say() -> None:
    workdays = Rule(Hours(time(9), time(17)), frozenset(range(5)), on_holidays=OnHolidays.CLOSED)
    third = Rule(Hours(time(9), time(17)), frozenset({1}), week=3)
    around = Rule(Hours())
    week, holidays = hours.usual(Timetable((workdays,), valid_until=date(2027, 3, 31)))
    assert week["dayOfWeek"] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert (week["opens"], week["closes"]) == ("09:00", "17:00")
    assert (holidays["dayOfWeek"], holidays["closes"]) == (["PublicHolidays"], "00:00")
    assert week["validThrough"] == holidays["validThrough"] == "2027-03-31"
    assert "validFrom" not in week
    (day_and_night,) = hours.usual(Timetable((around,)))
    assert (day_and_night["dayOfWeek"][-1], day_and_night["closes"]) == ("PublicHolidays", "23:59")
    assert hours.usual(Timetable((workdays, third))) == [], "the third Tuesday cannot be said"
    assert hours.usual(Timetable((workdays, around))) == [], "nor holidays that differ from rule to rule"
    closed = SpecialDays(date(2026, 12, 1), date(2026, 12, 3))
    over = SpecialDays(date(2026, 1, 1), date(2026, 1, 2), Hours(time(9), time(10)))
    (day,) = hours.special(Timetable(special=(over, closed)), date(2026, 12, 2))
    assert day["opens"] == day["closes"] == "00:00"
    assert (day["validFrom"], day["validThrough"]) == ("2026-12-01", "2026-12-03")
    (rest,) = hours.special(Timetable(rests_at_new_year=True), date(2027, 1, 3))
    assert (rest["validFrom"], rest["validThrough"]) == ("2026-12-29", "2027-01-03")
    open_then = SpecialDays(date(2026, 12, 31), date(2026, 12, 31), Hours(time(9), time(10)))
    (day,) = hours.special(Timetable(special=(open_then,), rests_at_new_year=True), date(2026, 12, 2))
    assert day["opens"] == "09:00"


def test_an_event_from_plain_values() -> None:
    starts = datetime(2026, 12, 1, 13, tzinfo=TOKYO)
    event = things.event(
        "お茶の会", "http://testserver/events/ocha/", starts, where="公民館", locality="鶴見区"
    )
    assert event["startDate"] == "2026-12-01T13:00:00+09:00"
    assert event["location"]["address"]["addressLocality"] == "鶴見区"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert not {"endDate", "organizer"} & set(event)
    cancelled = things.event("お茶の会", "http://testserver/", starts, is_cancelled=True)
    assert cancelled["eventStatus"].endswith("EventCancelled")


def test_the_page_of_an_event_tells_machines_and_whoever_gets_its_address(
    home: HomePage, client: Client
) -> None:
    where = {"area": AreaFactory(code="14101", name="鶴見区"), "address": "見本町1-2-3", "attendance": "both"}
    page = event(
        event_list(home), "winter", "2026-12-12 13:30", "2026-12-12 16:00", organiser="見本の会", **where
    )
    url = "http://testserver/events/winter/"
    for path in ("/events/winter/", "/vi/events/winter/"):
        found = data_of(client, path)
        told = found["Event"]
        assert (told["@id"], told["startDate"]) == (f"{url}#event", "2026-12-12T13:30:00+09:00")
        place, online = told["location"]
        assert (place["name"], place["address"]["addressLocality"]) == ("見本センター", "鶴見区")
        assert online == {"@type": "VirtualLocation", "url": url}
        assert told["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
        assert told["organizer"]["name"] == "見本の会"
    assert [each["name"] for each in found["BreadcrumbList"]["itemListElement"]][1:] == [
        "見本の催し",
        page.title,
    ]
    html = client.get("/vi/events/winter/").content.decode()
    said = "2026年12月12日（土） 13:30から16:00まで 見本センター – 見本を学びます。"
    assert f'<meta property="og:description" content="{said}">' in html
    assert f'property="og:image" content="http://testserver/sharing/page/{page.pk}-' in html
    assert url in client.get("/sitemap.xml").content.decode()
    online = things.event("線の上", url, page.starts, is_online=True)
    assert online["location"]["@type"] == "VirtualLocation"
    assert online["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")


def test_a_place_a_desk_and_the_site(home: HomePage, client: Client) -> None:
    CaseIndexPageFactory(parent=home)
    DeskIndexPageFactory(parent=home)
    case = CaseFactory(name="見本の冷蔵庫</script>", phone="045-000-0000")
    CaseHours.objects.create(case=case, weekdays="01234", opens=time(10), closes=time(16))
    CaseDay.objects.create(case=case, first_day=date(2099, 1, 1), kind="closed")
    DeskFactory(phone="#9999", phone_alternative="0120-000-000", languages=["ja", "vi"])

    found = data_of(client, "/places/reizoko/")
    place = found["CivicStructure"]
    assert place["name"] == "見本の冷蔵庫</script>"
    assert place["url"] == "http://testserver/places/reizoko/"
    assert place["address"] == {
        "@type": "PostalAddress", "streetAddress": "見本町1-2-3", "addressLocality": "鶴見区", "addressCountry": "JP",
    }  # fmt: skip
    assert place["openingHoursSpecification"][0]["opens"] == "10:00"
    assert place["specialOpeningHoursSpecification"][0]["validFrom"] == "2099-01-01"
    way = [each["item"] for each in found["BreadcrumbList"]["itemListElement"]]
    assert way == ["http://testserver/", "http://testserver/places/", place["url"]]

    channel = data_of(client, "/desks/denwa/")["Service"]["availableChannel"]
    assert channel["servicePhone"]["telephone"] == "0120-000-000"
    assert channel["availableLanguage"] == ["ja", "vi"]

    # Read in another language, it is the same thing at its own address.
    assert data_of(client, "/vi/places/reizoko/")["CivicStructure"]["url"] == place["url"]
    site = data_of(client, "/")
    assert (
        site["WebSite"]["publisher"]["@id"]
        == site["Organization"]["@id"]
        == "http://testserver/#organization"
    )
    assert site["Organization"]["name"] == home.title


def test_the_network_is_who_issues_the_campaign(campaign: CampaignPage, client: Client) -> None:
    assert data_of(client, "/")["Organization"]["name"] == campaign.issuer
