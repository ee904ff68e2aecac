"""The public form: what comes in, who is written to, and what keeps programs out."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail, signing
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.members.joining import form as joining
from campaigns.members.joining import views
from campaigns.members.models import Application, Organisation
from home.models import HomePage
from tests.factories import AreaFactory, UserFactory
from tests.members.conftest import letters

URL = "/join/"
Send = Callable[..., HttpResponse]


def stamp(seconds_ago: float = 60) -> str:
    return signing.dumps("form", salt=joining.SALT) if not seconds_ago else stamped(time.time() - seconds_ago)


def stamped(moment: float) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: moment)
        return joining.stamp()


@pytest.fixture
def send(home: HomePage, client: Client) -> Send:
    def sent(**fields: Any) -> HttpResponse:
        data = {
            "name": "見本の　会", "reading": "みほんのかい", "kind": "npo", "area": AreaFactory().pk,
            "contact_name": "見本 花子", "email": "Hanako@Example.jp", "phone": "045-000-0199",
            "website": "mihon.example.jp", "message": "駅前に\n貼りたいです。", "reference": "", "stamp": stamp(),
        }  # fmt: skip
        return client.post(URL, data | fields, REMOTE_ADDR="192.0.2.7")

    return sent


def assert_asked_again(response: HttpResponse, code: str) -> None:
    """The form is back with everything that was typed, and a sentence on what to do."""
    form = response.context["form"]
    assert [error.code for error in form.non_field_errors().as_data()] == [code]
    assert form["message"].value() == "駅前に\n貼りたいです。"
    assert "見本 花子" in response.content.decode()
    assert not Application.objects.exists()
    assert letters() == []


def test_it_works(send: Send, client: Client, settings: Any) -> None:
    settings.OFFICE_EMAIL = "office@example.jp"
    assert client.get(URL).status_code == 200
    assert send()["Location"] == reverse("members:join_sent")
    application = Application.objects.get()
    assert (application.name, application.email) == ("見本の 会", "hanako@example.jp")
    assert application.website == "https://mihon.example.jp"
    assert application.state == Application.State.WAITING
    to_office, to_applicant = letters()
    assert to_office.to == "office@example.jp"
    assert to_office.links == [f"{settings.PUBLIC_URL}{reverse('application:edit', args=[application.pk])}"]
    assert to_applicant.to == "hanako@example.jp"
    assert len(to_applicant.links) == 1
    assert client.get(reverse("members:join_sent")).status_code == 200


def test_letters_are_queued_not_sent(send: Send) -> None:
    send()
    assert mail.outbox == []


def test_the_applicants_letter_carries_nobodys_words(send: Send) -> None:
    send(name="買って https://spam.example", contact_name="BUY NOW", message="https://spam.example")
    letter = letters()[1]
    assert letter.to == "hanako@example.jp"
    assert "spam" not in letter.subject + letter.body
    assert "BUY" not in letter.body


def test_a_known_address_gets_the_same_answer(send: Send) -> None:
    UserFactory(email="hanako@example.jp")
    known = send()
    unknown = send(email="someone@example.jp", name="別の会")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert Application.objects.count() == 2


def test_pressing_the_button_twice_is_one_application(send: Send) -> None:
    send()
    assert send().status_code == 302
    assert Application.objects.count() == 1
    assert len(letters()) == 2
    send(message="あとから一言")
    assert Application.objects.count() == 2


def test_nobody_sees_the_field_for_programs(client: Client, home: HomePage) -> None:
    page = client.get(URL).content.decode()
    assert '<div class="for-programs" aria-hidden="true">' in page
    assert 'name="reference" tabindex="-1" autocomplete="off"' in page


def test_what_fills_in_the_hidden_field_is_asked_again_and_a_person_then_passes(send: Send) -> None:
    response = send(reference="https://spam.example")
    assert_asked_again(response, "reference")
    form = response.context["form"]
    assert form["reference"].value() == ""
    assert send(stamp=form["stamp"].value()).status_code == 302


def test_who_is_too_quick_is_asked_again_and_passes_a_moment_later(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = send(stamp=joining.stamp())
    assert_asked_again(response, "quick")
    handed_out = response.context["form"]["stamp"].value()
    later = time.time() + joining.LEAST_SECONDS + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert send(stamp=handed_out).status_code == 302


@pytest.mark.parametrize("old", [stamped(time.time() - joining.MOST_SECONDS - 60), "forged", ""])
def test_a_page_kept_too_long_is_asked_again_with_a_new_stamp(old: str, send: Send) -> None:
    response = send(stamp=old)
    assert_asked_again(response, "stale")
    assert response.context["form"]["stamp"].value() != old


@pytest.mark.parametrize("field", ["name", "kind", "area", "contact_name", "email"])
def test_what_is_needed_is_said_beside_its_field(field: str, send: Send) -> None:
    response = send(**{field: ""})
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"]["phone"].value() == "045-000-0199"
    assert f'aria-describedby="id_{field}' in response.content.decode()


def test_invisible_letters_are_refused(send: Send) -> None:
    assert list(send(name="見本\u202eの会").context["form"].errors) == ["name"]


def test_many_from_one_connection_are_stopped_without_losing_anything(send: Send) -> None:
    for number in range(views.MOST_APPLICATIONS):
        assert send(name=f"見本{number}").status_code == 302
    response = send(name="見本の最後")
    assert response.status_code == 429
    assert response.context["form"]["name"].value() == "見本の最後"
    assert Application.objects.count() == views.MOST_APPLICATIONS


def test_an_address_is_not_flooded_with_letters(send: Send) -> None:
    for number in range(4):
        assert send(name=f"見本{number}").status_code == 302
    assert [letter.to for letter in letters()].count("hanako@example.jp") == views.MOST_LETTERS
    assert Application.objects.count() == 4


def test_no_address_is_kept_for_the_limits(send: Send) -> None:
    send()
    kept = " ".join(f"{key} {value}" for key, value in cache._cache.items())  # type: ignore[attr-defined]
    assert "limit:" in kept
    assert "192.0.2.7" not in kept
    assert "example.jp" not in kept


def test_the_form_remembers_nothing(client: Client, home: HomePage) -> None:
    client.get(URL)
    assert set(client.cookies) <= {"csrftoken"}
    assert client.get(URL)["Referrer-Policy"] == "same-origin"


def test_forms_of_other_sites_are_refused(home: HomePage) -> None:
    assert Client(enforce_csrf_checks=True).post(URL, {}).status_code == 403


def test_the_way_in_is_shown_to_organisations(
    campaign: Any, client: Client, organisation: Organisation
) -> None:
    assert f'href="{URL}"' in client.get("/").content.decode()
    client.force_login(UserFactory())
    assert client.get("/kit/").content.decode().count(f'href="{URL}"') == 2


def test_it_speaks_english(client: Client, home: HomePage) -> None:
    assert "Ask to join the network" in client.get("/en/join/").content.decode()


def test_what_is_wrong_is_said_before_anything_is_asked_again(send: Send) -> None:
    response = send(email="", stamp="forged", reference="x")
    form = response.context["form"]
    assert list(form.errors) == ["email"]
    assert send(stamp=form["stamp"].value(), reference=form["reference"].value()).context["form"].errors
