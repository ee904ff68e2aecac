"""Cards of a place: for anyone, laid out once, their code leading to the place's page."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from campaigns.cases.models import Case
from campaigns.links import lookup
from campaigns.links.case_codes import code_of
from campaigns.links.models import ShortLink
from campaigns.links.offline_map import known, write
from home.cases import card
from home.cases.models import CaseIndexPage
from print_templates.bounded import NotMade
from tests.factories import CaseFactory
from tests.kits.paper import text_of

CARD = "/places/hondana/card/"


@pytest.fixture(autouse=True)
def nothing_is_kept(settings: Any) -> Iterator[None]:
    cache.clear()
    yield
    lookup.KEPT.clear()
    for folder in (settings.PRIVATE_ROOT / card.FOLDER, settings.LINKS_DIR):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def case(case_index: CaseIndexPage) -> Case:
    return CaseFactory(slug="hondana", hours="金曜日 10:00〜16:00", registration_kind="none", cost="無料")


@pytest.fixture
def code(case: Case, case_index: CaseIndexPage) -> ShortLink:
    """Somebody has made its first card."""
    return code_of(case, case_index)


def test_reading_pages_issues_no_code(case: Case, client: Client) -> None:
    """A robot follows every link; only somebody who presses the button has a code issued."""
    page = client.get(CARD).content.decode()
    assert not ShortLink.objects.exists()
    assert f'<form method="post" action="/cards/{case.pk}/">' in page
    assert client.get(f"/cards/{case.pk}/").status_code == 405
    careful = Client(enforce_csrf_checks=True)
    answer = careful.post(f"/cards/{case.pk}/", follow=True)
    assert answer.redirect_chain == [(CARD, 302)]
    assert answer["Content-Type"] == "application/pdf"
    assert not answer.cookies
    assert ShortLink.objects.get().case == case
    Case.objects.update(live=False)
    assert careful.post(f"/cards/{case.pk}/").status_code == 404


def test_it_works(case: Case, code: ShortLink, client: Client) -> None:
    answer = client.get(CARD)
    assert answer["Content-Type"] == "application/pdf"
    assert not answer.cookies
    text = text_of(answer.content)
    for words in (case.name, "金曜日10:00〜16:00", "見本町1-2-3", "申し込みはいりません", "無料"):
        assert text.count(words) == 8, words
    assert code.address in text.replace("\n", "")


def test_its_code_leads_to_the_place(case: Case, code: ShortLink, client: Client) -> None:
    assert client.get(f"/q/{code}")["Location"] == "/places/hondana/"
    case.slug = "new-name"
    case.save()
    assert client.get(f"/q/{code}")["Location"] == "/places/new-name/"
    case.unpublish()
    assert client.get(f"/q/{code}")["Location"] == "/places/"
    case.delete()
    assert client.get(f"/q/{code}")["Location"] == "/places/"
    CaseIndexPage.objects.all().delete()
    assert client.get(f"/q/{code}")["Location"] == "/"


def test_without_a_database_its_code_leads_there_too(case: Case, code: ShortLink, client: Client) -> None:
    write()
    found = known(code.code)
    assert found is not None
    assert found.path_for("ja") == "/places/hondana/"
    assert found.path_for("vi") == "/vi/places/hondana/", "the buttons are in the reader's language"


def test_equal_words_are_laid_out_once(
    case: Case, code: ShortLink, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(CARD).content
    monkeypatch.setattr(card, "make_bounded", None)
    cache.clear()
    assert client.get(CARD).content == first
    assert ShortLink.objects.count() == 1


def test_other_words_take_the_place_of_the_old_ones(case: Case, code: ShortLink, client: Client) -> None:
    client.get(CARD)
    case.hours = "土曜日だけ"
    case.save()
    assert "土曜日だけ" in text_of(client.get(CARD).content)
    assert len(card.names_of(case)) == 1
    case.delete()


def test_a_deleted_place_leaves_no_card(case: Case, code: ShortLink, client: Client) -> None:
    client.get(CARD)
    kept = Case.objects.get(pk=case.pk)
    case.delete()
    assert card.names_of(kept) == []


def test_while_another_makes_it_one_waits(
    case: Case, code: ShortLink, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_while_another_asks(_job: Any) -> Any:
        waits.append(Client().get(CARD))
        raise NotMade("印刷できません。")

    waits: list[Any] = []
    monkeypatch.setattr(card, "make_bounded", make_while_another_asks)
    assert client.get(CARD).status_code == 500
    assert [(answer.status_code, answer["Refresh"]) for answer in waits] == [(503, "3")]
    assert "いま作っています。" in waits[0].content.decode()


def test_what_cannot_be_made_is_said(
    case: Case, code: ShortLink, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_job: Any) -> None:
        raise NotMade("印刷できません。")

    monkeypatch.setattr(card, "make_bounded", fails)
    assert "印刷できません。" in client.get(CARD).content.decode()
