"""The page that residents search on."""

import logging
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.utils.html import escape

from campaigns.cases.models import Case
from home.models import HomePage, StandardPage
from tests.factories import CaseFactory, DeskFactory, locale

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def places(count: int) -> None:
    for number in range(count):
        CaseFactory(slug=f"s-{number}", name=f"工房{number}", summary="", sort_order=number)


def html(client: Client, query: str) -> str:
    return client.get(f"/search/?{query}").content.decode()


def test_it_works(client: Client) -> None:
    places(1)
    response = client.get("/search/", {"q": "こうぼう"})
    assert response.status_code == 200
    found = response.content.decode()
    assert "<mark>工房</mark>0" in found
    assert "1 件見つかりました。" in found
    assert 'value="こうぼう"' in found


def test_without_words_there_is_the_field_alone(client: Client) -> None:
    response = client.get("/search/")
    assert response.status_code == 200
    assert "件見つかりました" not in response.content.decode()
    assert "Cache-Control" not in response.headers


def test_nothing_that_was_typed_is_kept(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    canary = "かなりあ検索語"
    with caplog.at_level(logging.DEBUG):
        response = client.get("/search/", {"q": canary})
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert canary not in caplog.text
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            assert canary not in str(cursor.fetchall()), table


def test_what_is_typed_is_shown_as_text(client: Client) -> None:
    typed = '"><script>alert(1)</script>'
    found = html(client, "q=" + typed)
    assert typed not in found
    assert escape(typed) in found


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/search/", {"q": "x"}).status_code == 405


def test_pages_places_and_desks_stand_apart(client: Client, home: HomePage) -> None:
    places(1)
    DeskFactory(topics="工房のこと")
    home.add_child(
        instance=StandardPage(title="工房へ", slug="to", locale=home.locale)
    ).save_revision().publish()
    response = client.get("/search/", {"q": "工房"})
    assert [(group.kind.key, group.count) for group in response.context["groups"]] == [
        ("case", 1),
        ("desk", 1),
        ("page", 1),
    ]
    found = response.content.decode()
    assert 'href="tel:0120000000"' in found
    assert 'href="/to/"' in found


def test_many_results_are_shown_by_kind(client: Client) -> None:
    places(25)
    assert html(client, "q=工房").count("<mark>") == 8
    assert "kind=case" in html(client, "q=工房")
    first, second = html(client, "q=工房&kind=case"), html(client, "q=工房&kind=case&page=2")
    assert (first.count("<mark>"), second.count("<mark>")) == (20, 5)
    assert "page=2" in first


@pytest.mark.parametrize("query", ["kind=nothing", "kind=case&page=99", "kind=case&page=x", "near=<b>"])
def test_an_address_that_somebody_has_changed_still_answers(client: Client, query: str) -> None:
    places(1)
    response = client.get(f"/search/?q=工房&{query}")
    assert response.status_code == 200
    assert "工房" in response.content.decode()


def test_where_one_is_goes_along(client: Client) -> None:
    places(12)
    found = html(client, "q=工房&near=14101")
    assert '<input type="hidden" name="near" value="14101">' in found
    assert "kind=case&amp;near=14101" in found
    assert 'name="near"' not in html(client, "q=工房&near=<b>")


def test_nothing_found_leads_to_desks_and_near_words(client: Client) -> None:
    places(1)
    CaseFactory(slug="x", name="縁側の会", summary="")
    DeskFactory()
    found = html(client, "q=えんがばの")
    assert "見つかりませんでした" in found
    assert "縁側 <small>えんがわ</small>" in found
    assert 'href="tel:0120000000"' in found


def test_one_letter_is_too_little(client: Client) -> None:
    assert "2文字以上" in html(client, "q=か")


@pytest.mark.parametrize("typed", ["死にたい", "シニタイ", "もう 消えたい です", "つらい"])
def test_desks_come_first_where_they_may_help(client: Client, typed: str) -> None:
    DeskFactory()
    CaseFactory(slug="x", name="見本", summary="つらいとき、死にたいとき、消えたいときに。")
    found = html(client, "q=" + typed)
    assert found.index("tel:0120000000") < found.index("search-answer")


def test_with_nothing_but_desks_nobody_is_told_that_nothing_was_found(client: Client) -> None:
    DeskFactory()
    CaseFactory(slug="x", name="死んだふりの会", summary="")
    found = html(client, "q=自殺")
    assert 'href="tel:0120000000"' in found
    assert "見つかりません" not in found
    assert "search-answer" not in found
    assert "search-suggestions" not in html(client, "q=しんだふいのかい つらい")


def test_no_desks_come_first_otherwise(client: Client) -> None:
    DeskFactory()
    places(1)
    assert "search-first" not in html(client, "q=工房")
    assert "search-first" not in html(client, "q=advice")


def test_desks_are_japanese_where_the_language_has_none(client: Client) -> None:
    DeskFactory()
    assert 'href="tel:0120000000"' in client.get("/en/search/", {"q": "nowhere"}).content.decode()
    DeskFactory(slug="line", phone="045-1", locale=locale("en"))
    assert 'href="tel:0451"' in client.get("/en/search/", {"q": "nowhere"}).content.decode()


def test_the_number_of_queries_does_not_grow(
    client: Client, home: HomePage, django_assert_max_num_queries: Callable[..., object]
) -> None:
    places(20)
    for number in range(10):
        DeskFactory(slug=f"d-{number}", topics="工房のこと")
        page = StandardPage(title=f"工房{number}", slug=f"p-{number}", locale=home.locale)
        home.add_child(instance=page).save_revision().publish()
    html(client, "q=工房")
    # What is private, the search, the entries, three kinds, the site's addresses and name;
    # and what stands around it: the menu, the foot, the campaign whose theme it wears.
    with django_assert_max_num_queries(14):
        html(client, "q=工房")


def test_every_policy_holds(client: Client) -> None:
    Case.objects.all().delete()
    response = client.get("/search/", {"q": "工房"})
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "<script>" not in response.content.decode()
    assert "style=" not in response.content.decode()
