"""The page of one place: what one asks before going there for the first time."""

from datetime import time

import pytest
from django.test import Client

from campaigns.cases.models import Case, CaseDay, CaseHours, CaseTag
from home.cases.models import CaseIndexPage
from tests.factories import CaseFactory, CaseTagFactory, PictureFactory
from tests.places import SetClock, desk_open


@pytest.fixture
def case(case_index: CaseIndexPage) -> Case:
    return CaseFactory(
        slug="hondana",
        access="駅から歩いて4分。",
        first_visit="声をかけなくてもかまいません。",
        registration_kind="reserve",
        registration="電話でどうぞ。",
        cost="無料",
        phone="045-000-0200",
        entrance="level",
        quote="長居しています。",
        quote_role="通っている方",
        questions=[("question", {"question": "ひとりでもいいですか", "answer": "はい。"})],
    )


def html(client: Client) -> str:
    return client.get("/places/hondana/").content.decode()


def test_it_works(case: Case, client: Client) -> None:
    page = html(client)
    for words in (
        case.name, "駅から歩いて4分。", "声をかけなくてもかまいません。", "予約をお願いします", "電話でどうぞ。", "無料",
        "入り口に段差はありません", "長居しています。", "通っている方", "ひとりでもいいですか",
    ):  # fmt: skip
        assert words in page
    assert 'href="tel:0450000200"' in page
    assert 'href="/places/hondana/card/"' in page
    assert '<link rel="canonical" href="http://testserver/places/hondana/">' in page


def test_a_map_is_somewhere_else_and_on_tap(case: Case, client: Client) -> None:
    page = html(client)
    assert 'rel="noreferrer nofollow external">地図を開く' in page
    assert "%E8%A6%8B%E6%9C%AC" in page
    assert "<iframe" not in page


def test_without_a_map_the_address_stays(case: Case, client: Client, settings: object) -> None:
    settings.MAP_URL = ""  # type: ignore[attr-defined]
    page = html(client)
    assert case.address in page
    assert "地図を開く" not in page


def test_it_says_whether_it_is_open(case: Case, client: Client, clock: SetClock) -> None:
    CaseHours.objects.create(case=case, weekdays="4", opens=time(10), closes=time(16))
    clock("2026-11-27 15:59")
    assert "いま開いています（16:00まで）" in html(client)
    clock("2026-11-27 16:00")
    assert "時間外（12月4日 10:00から）" in html(client)
    CaseDay.objects.create(case=case, first_day="2026-12-04", note="大そうじ")
    page = html(client)
    assert "時間外（12月11日 10:00から）" in page
    assert "12月4日 休み（大そうじ）" in page
    said = client.get(f"/en/places/{case.slug}/").content.decode()
    assert 'Closed (Japanese: <span lang="ja">大そうじ</span>)' in said


def test_a_photograph_is_described(case: Case, client: Client) -> None:
    case.picture, case.picture_alt = PictureFactory(), "窓ぎわの本だな"
    case.save()
    assert 'alt="窓ぎわの本だな"' in html(client)


def test_its_words_lead_to_the_list(case: Case, client: Client) -> None:
    case.tags.set([CaseTagFactory(), CaseTagFactory(slug="wakai", name="若い人", kind=CaseTag.Kind.AUDIENCE)])
    case.save()
    page = html(client)
    assert 'href="/places/?activity=taberu"' in page
    assert 'href="/places/?audience=wakai"' in page


def test_the_nearest_others_and_somebody_to_talk_to_stand_below(
    case_index: CaseIndexPage, places: dict[str, Case], client: Client
) -> None:
    desk_open("denwa")
    response = client.get("/places/place-14101/")
    assert [each.name for each in response.context["beside"]] == [
        "横浜市の場所",
        "神奈川区の場所",
        "藤沢市の場所",
    ]
    assert 'href="/places/place-14100/"' in response.content.decode()
    assert [each.desk.slug for each in response.context["desks"]] == ["denwa"]


def test_there_is_no_page_of_what_is_not_there(case_index: CaseIndexPage, client: Client) -> None:
    assert client.get("/places/nowhere/").status_code == 404
    assert client.get("/places/nowhere/card/").status_code == 404
