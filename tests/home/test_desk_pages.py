"""Desks: who answers now first, hours in words always, numbers to dial."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.desks.models import DeskDay
from campaigns.models import CampaignPage
from home.changes import next_change
from home.desks.models import DeskIndexPage
from tests.factories import DeskFactory, TopicTagFactory
from tests.places import SetClock, desk_open


def slugs(client: Client, query: str = "") -> list[str]:
    return [each.desk.slug for each in client.get(f"/desks/{query}").context["shelf"].found]


def test_it_works(desk_index: DeskIndexPage, client: Client, clock: SetClock) -> None:
    clock("2026-11-27 15:00")
    desk_open("evening", "16:00", "21:00", hours="毎日 16時から21時まで", sort_order=0)
    desk_open("morning", "9:00".zfill(5), "12:00", sort_order=1)
    desk_open("day", "09:00", "17:00", sort_order=2)
    desk_open("always", sort_order=3)
    DeskFactory(slug="in-words", sort_order=4)
    response = client.get("/desks/")
    assert slugs(client) == ["day", "always", "in-words", "evening", "morning"]
    html = response.content.decode()
    for words in (
        "受付中（17:00まで）",
        "受付中（24時間）",
        "時間外（きょう 16:00から）",
        "時間外（あす 9:00から）",
    ):
        assert words in html
    assert "毎日 16時から21時まで" in html
    assert 'href="tel:0120000000"' in html


def test_open_closed_and_perhaps_look_different(
    desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 15:00")
    desk_open("day", "09:00", "17:00")
    desk_open("evening", "16:00", "21:00")
    desk_open("volunteers", "14:00", "16:00").opening_rows.update(varies=True)
    html = client.get("/desks/").content.decode()
    for look in (
        '"now">受付中（17:00まで）',
        '"now closed">時間外（きょう 16:00から）',
        '"now varies">この時間は日によって異なります',
    ):
        assert html.count(look) == 1
    assert look in client.get("/desks/volunteers/").content.decode()


def test_an_answer_is_true_until_the_first_desk_changes(
    desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    now = clock("2026-11-27 15:00")
    desk_open("day", "09:00", "17:00")
    desk_open("evening", "16:00", "21:00")
    request = client.get("/desks/").wsgi_request
    assert next_change(request, now) == clock("2026-11-27 16:00")
    late = clock("2026-11-27 22:00")
    assert next_change(client.get("/desks/").wsgi_request, late) == clock("2026-11-28 00:00")


def test_one_chooses_by_topic_language_and_now(
    desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 15:00")
    life = TopicTagFactory()
    both = desk_open("both", languages=["ja", "zh-Hans"])
    both.topic_tags.set([life])
    both.save()
    desk_open("evening", "16:00", "21:00", languages=["ja"])
    assert slugs(client, "?topic=kurashi") == ["both"]
    assert slugs(client, "?language=zh-hans") == ["both"]
    assert slugs(client, "?language=ja") == ["both", "evening"]
    assert slugs(client, "?open=1") == ["both"]
    assert slugs(client, "?topic=none&language=xx") == ["both", "evening"]
    html = client.get("/desks/?topic=kurashi").content.decode()
    assert '<option value="kurashi" selected>暮らし</option>' in html


def test_what_finds_nothing_names_somebody_who_answers(
    desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 15:00")
    closed = desk_open("evening", "16:00", "21:00", languages=["ja"])
    closed.topic_tags.set([TopicTagFactory()])
    closed.save()
    desk_open("always", languages=["ja"])
    shelf = client.get("/desks/?topic=kurashi&open=1").context["shelf"]
    assert shelf.found == []
    assert [each.desk.slug for each in shelf.instead] == ["always", "evening"]


def test_without_any_desk_the_numbers_that_answer_are_there(
    desk_index: DeskIndexPage, client: Client
) -> None:
    html = client.get("/desks/").content.decode()
    assert "いま、窓口を集めています。" in html
    assert 'href="tel:0120279338"' in html


def test_one_desk_has_a_page_of_its_own(desk_index: DeskIndexPage, client: Client, clock: SetClock) -> None:
    clock("2026-11-27 15:00")
    desk_open("hash", "16:00", "21:00", phone="#9999", phone_alternative="0120-000-111", languages=["en"])
    desk_open("always")
    response = client.get("/desks/hash/")
    html = response.content.decode()
    assert 'href="tel:%239999"' in html
    assert 'href="tel:0120000111"' in html
    assert "English" in html
    assert "時間外（きょう 16:00から）" in html
    assert [each.desk.slug for each in response.context["others"]] == ["always"]


def test_announced_days_stand_on_its_page_until_they_are_over(
    desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    desk = DeskFactory(slug="dial")
    DeskDay.objects.create(
        desk=desk,
        first_day=date(2026, 12, 28),
        last_day=date(2027, 1, 3),
        kind="open",
        all_day=True,
        note="年末年始",
    )
    clock("2026-12-20 12:00")
    html = client.get("/desks/dial/").content.decode()
    assert "時間外（12月28日 0:00から）" in html
    assert "年末年始" in html
    clock("2027-01-04 12:00")
    html = client.get("/desks/dial/").content.decode()
    assert "いまは開いていません" in html
    assert "年末年始" not in html


def test_a_campaign_says_so_too(campaign: CampaignPage, client: Client, clock: SetClock) -> None:
    clock("2026-11-27 15:00")
    campaign.desks.set([desk_open("evening", "16:00", "21:00"), desk_open("day", "09:00", "17:00")])
    campaign.save()
    html = client.get(campaign.get_url()).content.decode()
    assert "受付中（17:00まで）" in html
    assert "時間外（きょう 16:00から）" in html


def test_a_desk_that_is_over_is_listed_no_more(
    desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 15:00")
    desk_open("over", valid_until=date(2026, 11, 26))
    desk_open("last-day", valid_until=date(2026, 11, 27))
    assert slugs(client) == ["last-day"]
    assert client.get("/desks/nowhere/").status_code == 404


@pytest.mark.parametrize("path", ["/desks/", "/"])
def test_many_desks_take_as_many_queries_as_one(
    path: str, desk_index: DeskIndexPage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 15:00")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        return len(queries)

    topic = TopicTagFactory()
    for number in range(2):
        desk_open(f"desk-{number}").topic_tags.set([topic])
    client.get(path)
    few = asked()
    for number in range(2, 20):
        desk_open(f"desk-{number}").topic_tags.set([topic])
    assert asked() == few


def test_languages_are_marked_as_written_in_themselves(desk_index: DeskIndexPage, client: Client) -> None:
    DeskFactory(languages=["ja", "zh-Hans"])
    html = client.get("/en/desks/").content.decode()
    assert '<option value="zh-hans" lang="zh-hans">简体中文</option>' in html
    assert 'lang=""' not in html
