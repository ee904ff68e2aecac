"""Three questions: what is answered is on one screen and nowhere else."""

import logging

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from home.models import HomePage
from home.selfcheck.answering import Answered, answered
from home.selfcheck.models import ANSWERS, QUESTIONS, SelfCheckPage
from tests.factories import CaseFactory, DeskFactory

CANARY = "canary-7f3a"


@pytest.fixture
def page(home: HomePage) -> SelfCheckPage:
    CaseFactory()
    DeskFactory()
    made: SelfCheckPage = home.add_child(
        instance=SelfCheckPage(title="3つの問い", slug="questions", locale=home.locale)
    )
    return made


def address(page: SelfCheckPage) -> str:
    return reverse("selfcheck_answers", args=[page.pk])


def test_it_works(page: SelfCheckPage, client: Client) -> None:
    html = client.get(page.url).content.decode()
    assert all(words in html for words in (*QUESTIONS, *ANSWERS))
    assert html.count('type="radio"') == 12
    assert " required" not in html.partition("<form")[2].partition("</form>")[0]


def test_answers_are_shown_once_with_places_and_desks(page: SelfCheckPage, client: Client) -> None:
    html = client.post(address(page), {"q1": "3", "q2": "4"}).content.decode()
    assert (
        html.count("<dd>時々ある</dd>")
        == html.count("<dd>常にある</dd>")
        == html.count("答えていません")
        == 1
    )
    assert "見本の冷蔵庫" in html
    assert 'href="tel:0120000000"' in html


@pytest.mark.parametrize("given", [{}, {"q1": "1", "q2": "1", "q3": "1"}, {"q1": "4", "q2": "4", "q3": "4"}])
def test_everybody_reads_the_same_words(given: dict[str, str], page: SelfCheckPage, client: Client) -> None:
    """No sum, no band: apart from the list of what was chosen the page is equal."""
    html = client.post(address(page), given).content.decode()
    start, _, rest = html.partition("<dl")
    usual_start, _, usual_rest = client.post(address(page), {"q2": "2"}).content.decode().partition("<dl")
    assert (start, rest.partition("</dl>")[2]) == (usual_start, usual_rest.partition("</dl>")[2])


def test_what_a_form_may_hold_besides_is_not_looked_at() -> None:
    questions, words = list("abc"), list("wxyz")
    given = {"q1": "2", "q2": "5", "q3": CANARY, "q4": "1", "name": CANARY}
    assert answered(given, questions, words) == [Answered("a", "x"), Answered("b", None), Answered("c", None)]


def test_no_other_site_nor_browser_keeps_it(page: SelfCheckPage) -> None:
    client = Client(enforce_csrf_checks=True)
    for response in (client.get(page.url), client.post(address(page), {"q1": "2"})):
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert not response.cookies


def test_answers_are_in_no_database_and_no_log(
    page: SelfCheckPage, client: Client, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Read every column of every table, and whatever was written anywhere."""
    with caplog.at_level(logging.DEBUG):
        client.post(address(page), {"q1": CANARY, "q2": "4", "note": CANARY})
        client.get(address(page), {"q1": "4"})
    assert not any(CANARY in record.getMessage() for record in caplog.records)
    assert CANARY not in "".join(capfd.readouterr())
    for model in apps.get_models():
        assert not any(CANARY in str(row) for row in model._default_manager.values_list()), model


def test_a_failure_does_not_tell_what_was_answered(
    page: SelfCheckPage, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client.raise_request_exception = False

    def fails(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("home.selfcheck.views.answered", fails)
    response = client.post(address(page), {"q1": CANARY})
    assert response.status_code == 500
    assert CANARY not in caplog.text + response.content.decode()


def test_whoever_comes_without_answers_is_led_to_the_questions(page: SelfCheckPage, client: Client) -> None:
    assert client.get(address(page))["Location"] == page.url


def test_a_page_that_is_not_public_answers_nobody(page: SelfCheckPage, client: Client) -> None:
    page.unpublish()
    assert client.post(address(page), {"q1": "1"}).status_code == 404


def test_staff_change_the_words(page: SelfCheckPage, client: Client) -> None:
    page.question_1, page.answer_4 = "だれかと笑いましたか。", "いつも"
    page.save_revision().publish()
    assert "だれかと笑いましたか。" in client.get(page.url).content.decode()
    assert "<dd>いつも</dd>" in client.post(address(page), {"q1": "4"}).content.decode()


def test_the_usual_words_name_no_state() -> None:
    said = "".join((*QUESTIONS, *ANSWERS, SelfCheckPage().lead, SelfCheckPage().reply))
    assert not any(word in said for word in ("孤独", "孤立", "支援", "点数", "診断", "危険", "レベル"))
