"""A thing that is written in several languages is found once, and read in the best one for the reader."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from campaigns.cases.models import Case
from home.models import HomePage, StandardPage
from home.search.indexing import rebuild
from home.search.models import SearchEntry
from tests.factories import CaseFactory, locale

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


MIGRATION = "0002_one_thing_in_several_languages"


def in_languages(slug: str, **names: str) -> Case:
    """One place, with a name in each language."""
    original, *others = (
        CaseFactory(slug=slug, locale=locale(code.replace("_", "-")), name=name, summary="")
        for code, name in names.items()
    )
    for other in others:
        Case.objects.filter(pk=other.pk).update(translation_key=original.translation_key)
    rebuild()
    return original


def shown(client: Client, address: str) -> tuple[int, list[tuple[str, str]]]:
    response = client.get(address)
    groups: list[Any] = response.context["groups"]
    return sum(group.count for group in groups), [
        (each.language, each.thing.name) for group in groups for each in group.results
    ]


@pytest.fixture
def fridge(home: HomePage) -> Case:
    return in_languages(
        "fridge", ja="フリーゴ", ja_x_easy="フリーゴ（みんなの れいぞうこ）", en="Fridge フリーゴ"
    )


@pytest.mark.usefixtures("fridge")
@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/search/", "ja"),
        ("/ja-x-easy/search/", "ja-x-easy"),
        ("/en/search/", "en"),
        ("/vi/search/", "ja-x-easy"),
    ],
)
def test_a_place_is_found_once(client: Client, address: str, language: str) -> None:
    count, places = shown(client, f"{address}?q=フリーゴ")
    assert count == 1
    assert [code for code, _name in places] == [language]
    assert "1 件見つかりました。" in client.get("/search/?q=フリーゴ").content.decode()


@pytest.mark.usefixtures("fridge")
def test_what_was_found_in_another_language_is_read_in_the_readers(client: Client) -> None:
    assert shown(client, "/search/?q=fridge") == (1, [("ja", "フリーゴ")])
    assert shown(client, "/en/search/?q=れいぞうこ") == (1, [("en", "Fridge フリーゴ")])


@pytest.mark.usefixtures("fridge")
def test_a_translation_that_nobody_may_see_is_not_shown(client: Client) -> None:
    Case.objects.get(locale=locale("en")).unpublish()
    assert shown(client, "/en/search/?q=フリーゴ") == (1, [("ja-x-easy", "フリーゴ（みんなの れいぞうこ）")])


def test_pages_are_found_once_as_well(client: Client, home: HomePage) -> None:
    page = home.add_child(instance=StandardPage(title="工房 A", slug="a", locale=home.locale, lead="ほん"))
    home.copy_for_translation(locale("en"))
    english = page.copy_for_translation(locale("en"))
    english.title = "工房 A in English"
    english.live = True
    english.save_revision().publish()
    rebuild()
    response = client.get("/search/?q=工房")
    assert [(group.kind.key, group.count) for group in response.context["groups"]] == [("page", 1)]


def test_many_are_counted_right_and_asked_for_at_once(
    client: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(12):
        in_languages(f"w-{number}", ja=f"工房{number}", en=f"工房 workshop {number}")
    assert SearchEntry.objects.filter(kind="case").count() == 24
    client.get("/en/search/?q=工房")
    with django_assert_max_num_queries(14):
        count, places = shown(client, "/en/search/?q=工房")
    assert (count, len(places)) == (12, 8)
    assert shown(client, "/en/search/?q=工房&kind=case&page=1")[0] == 12


def test_entries_from_before_are_told_what_they_are(fridge: Case, home: HomePage) -> None:
    page = home.add_child(instance=StandardPage(title="工房", slug="a", locale=home.locale))
    rebuild()
    SearchEntry.objects.update(translation=None)
    import_module(f"home.search.migrations.{MIGRATION}").say_which_are_one(apps, None)
    assert set(SearchEntry.objects.filter(kind="case").values_list("translation", flat=True)) == {
        fridge.translation_key
    }
    assert SearchEntry.objects.get(page=page).translation == page.translation_key
