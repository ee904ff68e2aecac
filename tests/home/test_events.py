"""Events: what is coming, month by month; what was, year by year; one of them with how to sign up."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campaigns.areas.models import Area
from home.changes import next_change
from home.events.models import EventIndexPage, EventPage
from home.models import HomePage, StandardPage
from tests.asked import asked
from tests.factories import CaseTagFactory, locale
from tests.home.whats_on import event, event_list, tokyo
from tests.places import SetClock

#: What the list itself asks: all that is coming, whether there is an archive, and the list of places.
MOST_QUERIES = 3
#: What the archive asks: which years there are, when the next event ends, how many, and a page of them.
MOST_QUERIES_OF_ARCHIVE = 4


@pytest.fixture
def index(home: HomePage, clock: SetClock) -> EventIndexPage:
    clock("2026-11-27 10:00")
    return event_list(home)


def slugs(client: Client, query: str = "") -> list[list[str]]:
    months = client.get(f"/events/{query}").context["months"]
    return [[each.written.slug for each in month.events] for month in months]


def test_it_works(index: EventIndexPage, client: Client) -> None:
    event(index, "spring", "2027-03-06 13:00", "2027-03-06 15:00", is_called_off=True)
    event(
        index,
        "winter",
        "2026-12-12 13:30",
        "2026-12-12 16:00",
        sign_up_until=tokyo("2026-12-10 00:00").date(),
    )
    event(index, "long", "2026-10-01 09:00", "2026-11-27 17:00", sign_up="none")
    event(index, "over", "2026-11-26 09:00", "2026-11-27 10:00")
    event(index, "draft", "2026-12-24 09:00", "2026-12-24 10:00", live=False)
    assert slugs(client) == [["long"], ["winter"], ["spring"]]
    html = client.get("/events/").content.decode()
    for words in (
        "2026年12月12日（土）", "13:30から16:00まで", "12月10日までに申し込み", "開催中",
        "9:00から11月27日 17:00まで", "中止",
        "3件の催し", "2027年3月", 'href="/events/archive/"', 'href="/events/calendar/"',
    ):  # fmt: skip
        assert words in html, words
    assert "見本のover" not in html
    front = client.get("/").content.decode()
    assert "見本のwinter" in front
    assert "見本のspring" not in front, "what is called off stands in the list alone"


def test_an_answer_is_true_until_something_begins_or_ends(
    index: EventIndexPage, client: Client, clock: SetClock
) -> None:
    now = clock("2026-11-27 10:00")
    event(index, "today", "2026-11-27 13:00", "2026-11-27 15:00", kind="study")
    other = event(index, "other", "2026-11-27 11:00", "2026-11-27 12:00", kind="visit")

    def until(path: str) -> Any:
        return next_change(client.get(path).wsgi_request, now)

    assert until("/events/") == until("/") == until(other.url) == tokyo("2026-11-27 11:00")
    assert until("/events/?kind=study") == tokyo("2026-11-27 12:00"), (
        "a choice that leads nowhere is not offered"
    )
    now = clock("2026-11-27 14:00")
    assert (
        until("/events/") == until("/events/today/") == until("/events/archive/") == tokyo("2026-11-27 15:00")
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?near=14101", ["ward", "city", "online"]),
        ("?near=14100", ["ward", "city", "next", "online"]),
        ("?near=14101&around=1", ["ward", "city", "next", "online"]),
        ("?near=14205&kind=visit", []),
        ("?kind=visit", ["city"]),
        ("?kind=nonsense&near=%27--&page=x", ["ward", "city", "fujisawa", "next", "online"]),
    ],
)
def test_one_chooses_by_municipality_and_kind(
    query: str, found: list[str], index: EventIndexPage, areas: dict[str, Area], client: Client
) -> None:
    for number, (slug, name, fields) in enumerate(
        (
            ("ward", "鶴見区", {}),
            ("city", "横浜市", {"kind": "visit"}),
            ("fujisawa", "藤沢市", {}),
            ("next", "神奈川区", {}),
            ("online", "", {"attendance": "online", "place": ""}),
        )
    ):
        area = areas.get(name)
        event(
            index, slug, f"2026-12-0{number + 1} 10:00", f"2026-12-0{number + 1} 11:00", area=area, **fields
        )
    assert [slug for month in slugs(client, query) for slug in month] == found
    html = client.get(f"/events/{query}").content.decode()
    assert ("まだ予定がありません" in html) == (not found)


def test_where_little_is_on_the_nearest_stands_below(
    index: EventIndexPage, areas: dict[str, Area], client: Client
) -> None:
    for number, name in enumerate(("小田原市", "鶴見区", "横浜市")):
        day = f"2026-12-0{number + 1}"
        event(index, areas[name].code, f"{day} 10:00", f"{day} 11:00", area=areas[name])
    event(index, "screen", "2026-12-04 10:00", "2026-12-04 11:00", attendance="online", kind="visit")
    answer = client.get("/events/?near=14205&kind=study")
    assert answer.context["total"] == 0
    assert [each.written.slug for each in answer.context["beyond"]] == ["14100", "14101"]
    assert [(choice.query, count) for choice, count in answer.context["wider"]] == [
        ("near=14205&around=1&kind=study", 1),
        ("kind=study", 3),
    ]
    html = answer.content.decode()
    assert "藤沢市の近くの催し" in html
    assert '<a class="button" href="?near=14205&amp;around=1&amp;kind=study">となりの市区町村も（1）' in html
    assert client.get("/events/?near=14205").context["wider"] == [], "what is online is found"


def test_what_is_over_is_kept_by_year(index: EventIndexPage, client: Client) -> None:
    html = client.get("/events/archive/").content.decode()
    assert "終わった催しは、まだありません。" in html
    html = client.get("/events/").content.decode()
    assert "いま予定している催しはありません。" in html
    assert "/archive/" not in html
    event(index, "old", "2024-05-01 10:00", "2024-05-01 12:00")
    # New Year's morning in Tokyo is still the old year elsewhere.
    event(index, "new-year", "2026-01-01 00:30", "2026-01-01 02:00")
    event(index, "last-week", "2026-11-20 10:00", "2026-11-20 12:00")
    newest = client.get("/events/archive/")
    assert [each.written.slug for each in newest.context["events"]] == ["last-week", "new-year"]
    assert [year["title"] for year in newest.context["years"]] == ["2026", "2024"]
    assert [each.written.slug for each in client.get("/events/archive/2024/").context["events"]] == ["old"]
    assert client.get("/events/archive/2024/?page=99").status_code == 200
    assert client.get("/events/archive/2025/").status_code == 404
    assert client.get("/events/archive/nonsense/").status_code == 404


def test_a_page_says_how_to_sign_up_until_it_is_too_late(
    index: EventIndexPage, areas: dict[str, Area], client: Client, clock: SetClock
) -> None:
    tag = CaseTagFactory(slug="wakai", name="若い人", kind="audience")
    page = event(
        index, "winter", "2026-12-12 13:30", "2026-12-12 16:00", area=areas["鶴見区"], address="見本町1-2",
        sign_up_until=tokyo("2026-12-10 00:00").date(), sign_up_link="https://example.jp/form", capacity=30,
        sign_up_mail="a@example.jp",
    )  # fmt: skip
    page.audiences.set([tag])
    page.save()
    html = client.get(page.url).content.decode()
    for words in (
        'href="tel:0450000100"', 'href="https://example.jp/form"', 'href="mailto:a@example.jp"', "30人まで", "若い人",
        "横浜市鶴見区", "見本センター", "無料", 'href="/events/winter/calendar/"',
    ):  # fmt: skip
        assert words in html, words
    clock("2026-12-10 23:59")
    assert "tel:0450000100" in client.get(page.url).content.decode()
    clock("2026-12-11 00:00")
    late = client.get(page.url).content.decode()
    assert "申し込みは終わりました" in late
    assert "tel:0450000100" not in late
    clock("2026-12-12 16:00")
    over = client.get(page.url).content.decode()
    assert "終わりました。" in over
    assert "/calendar/" not in over


def test_a_page_is_read_in_the_best_language_there_is(
    home: HomePage, index: EventIndexPage, client: Client
) -> None:
    page = event(index, "winter", "2026-12-12 13:30", "2026-12-12 16:00")
    for each in (home, index, page):
        copy = each.copy_for_translation(locale("en"))
        copy.title = f"English {each.slug}"
        copy.save_revision().publish()
    event(index, "only-japanese", "2026-12-13 13:30", "2026-12-13 16:00")
    html = client.get("/en/events/").content.decode()
    assert '<a href="/en/events/winter/">English winter</a>' in html
    assert 'lang="ja"><a href="/en/events/only-japanese/">' in html
    assert "2 events" in html
    assert 'href="/vi/events/winter/"' in client.get("/vi/").content.decode()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"ends": tokyo("2026-12-12 10:00")}, "ends"),
        ({"slug": "archive"}, "slug"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    fields: dict[str, Any], wrong: str, index: EventIndexPage
) -> None:
    page = event(index, "winter", "2026-12-12 13:30", "2026-12-12 16:00")
    for name, value in fields.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == [wrong]


def test_a_draft_may_lack_what_is_not_known_yet(index: EventIndexPage, staff_client: Client) -> None:
    said = {
        "title": "ためしの会", "slug": "tameshi", "kind": "study", "lead": "ためします。", "body": streamfield([]),
        "comments": inline_formset([]),
        "starts": "2026-12-12 10:00", "ends": "2026-12-12 11:00", "attendance": "place", "sign_up": "needed",
    }  # fmt: skip
    address = f"/admin/pages/add/events/eventpage/{index.pk}/"
    refused = staff_client.post(address, nested_form_data(said | {"action-publish": "1"})).content.decode()
    for words in (
        "会場を入力するか、「オンライン」を選んでください。",
        "申し込み先を入力してください。",
        "ためします。",
    ):
        assert words in refused, words
    assert staff_client.post(address, nested_form_data(said)).status_code == 302
    draft = EventPage.objects.get()
    assert (draft.slug, draft.live) == ("tameshi", False)
    for slug, place in (("another", f"add/events/eventpage/{index.pk}"), ("tameshi", f"{draft.pk}/edit")):
        shown = said | {"slug": slug, "place": "見本会館", "sign_up": "none"}
        preview = f"/admin/pages/{place}/preview/"
        assert staff_client.post(preview, nested_form_data(shown)).json()["is_valid"]
        assert "見本会館" in staff_client.get(f"{preview}?in_preview_panel=true").content.decode()


def test_many_events_take_few_queries(index: EventIndexPage, areas: dict[str, Area], client: Client) -> None:
    index.get_parent().add_child(instance=StandardPage(title="見本", slug="text", locale=locale()))
    inside = list(areas.values())
    for number in range(12):
        event(index, f"past-{number}", "2026-02-01 10:00", "2026-02-01 11:00", area=inside[number % 6])
        event(index, f"next-{number}", "2027-02-01 10:00", "2027-02-01 11:00", area=inside[number % 6])
    for path in ("/events/", "/events/archive/", "/text/"):
        client.get(path)
    usual = len(asked(client, "/text/"))
    assert len(asked(client, "/events/")) - usual <= MOST_QUERIES
    assert len(asked(client, "/events/archive/")) - usual <= MOST_QUERIES_OF_ARCHIVE
    assert len(asked(client, "/events/calendar/")) <= usual
