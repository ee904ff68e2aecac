"""Codes on the cards of places: whatever happens to the place, the register says where they lead and why."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from campaigns.cases.models import Case
from campaigns.links import lookup
from campaigns.links.case_codes import code_of
from campaigns.links.custody.alarms import on_codes
from campaigns.links.custody.entries import Entry, entries, register
from campaigns.links.models import ShortLink
from home.cases.models import CaseIndexPage
from home.models import HomePage
from tests.factories import CaseFactory, CaseIndexPageFactory


@pytest.fixture
def index(home: HomePage) -> CaseIndexPage:
    return CaseIndexPageFactory(parent=home)


@pytest.fixture
def case(db: None) -> Case:
    return CaseFactory(slug="hondana", name="本棚のある家", reading="ほんだなのあるいえ")


@pytest.fixture
def link(case: Case, index: CaseIndexPage) -> ShortLink:
    return code_of(case, index)


def entry_of(link: ShortLink) -> Entry:
    [entry] = entries([register().get(pk=link.pk)])
    return entry


def rename(case: Case) -> None:
    case.slug = "hon"
    case.save()


def unpublish_and_publish(case: Case) -> None:
    case.unpublish()
    case.save_revision().publish()


def nothing(case: Case) -> None:
    """It stays as it is."""


@pytest.mark.parametrize(
    ("happens", "path", "state", "alarms", "prints"),
    [
        (nothing, "/places/hondana/", "own", [], "場所の小さなカード"),
        (rename, "/places/hon/", "own", [], "場所の小さなカード"),
        (unpublish_and_publish, "/places/hondana/", "own", [], "場所の小さなカード"),
        (lambda case: case.unpublish(), "/places/", "place", ["place"], "場所の小さなカード"),
        (lambda case: case.delete(), "/places/", "place", ["place"], "場所の小さなカード（場所は削除済み）"),
    ],
)
def test_whatever_happens_to_a_place(
    happens: Callable[[Any], object], path: str, state: str, alarms: list[str], prints: str,
    case: Case, link: ShortLink, client: Client,
) -> None:  # fmt: skip
    happens(case)
    lookup.KEPT.clear()
    entry = entry_of(link)
    assert client.get(f"/q/{link.code}")["Location"] == entry.path == path
    assert client.get(path).status_code == 200
    assert (str(entry.state), entry.owner, entry.prints) == (state, "ネットワーク", prints)
    assert [alarm.key for alarm in on_codes()] == alarms


def test_staff_are_told_of_the_cards_before_a_place_goes(
    case: Case, link: ShortLink, staff_client: Client
) -> None:
    told = "印刷したカードのコードが、この場所のページに移ります"
    admin = "/admin/snippets/cases/case"
    for confirmation in (
        f"{admin}/unpublish/{case.pk}/", f"{admin}/delete/{case.pk}/",
        f"/admin/bulk/cases/case/delete/?id={case.pk}",
    ):  # fmt: skip
        assert told in staff_client.get(confirmation).content.decode(), confirmation
    other = CaseFactory(slug="betsu")
    assert told not in staff_client.get(f"{admin}/delete/{other.pk}/").content.decode()


def test_a_card_is_found_by_the_name_of_its_place(link: ShortLink, staff_client: Client) -> None:
    for typed in ("本棚", "ほんだな"):
        listed = staff_client.get("/admin/codes/", {"q": typed}).context["object_list"]
        assert [entry.pk for entry in listed] == [link.pk], typed
