"""One login for everybody: members with an e-mailed code, staff with password and second factor."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.members.models import User
from campaigns.models import CampaignPage
from tests.factories import PASSWORD, UserFactory

ASK, CONFIRM = "account_request_login_code", "account_confirm_login_code"


@pytest.fixture(autouse=True)
def limits_start_afresh(clean_caches: None, home: Any) -> None:
    """No test is stopped by the attempts of another."""


def ask(client: Client, email: str, **extra: Any) -> HttpResponse:
    return client.post(reverse(ASK), {"email": email, **extra})


def mailed_code() -> str:
    found = re.search(r"^[0-9A-Z]+(-[0-9A-Z]+)*$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[0]


def enter(client: Client, code: str, **extra: Any) -> HttpResponse:
    return client.post(reverse(CONFIRM), {"code": code, **extra})


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_it_works(campaign: CampaignPage, member: User, client: Client) -> None:
    assert ask(client, member.email)["Location"] == reverse(CONFIRM)
    assert [message.to for message in mail.outbox] == [[member.email]]
    assert not is_logged_in(client)
    response = enter(client, mailed_code())
    assert is_logged_in(client)
    assert client.get(response["Location"])["Location"] == "/kit/takasaki/"


def test_the_page_that_was_asked_for_comes_after_the_login(
    campaign: CampaignPage, member: User, client: Client
) -> None:
    page = client.get("/kit/takasaki/", follow=True)
    assert 'name="next" value="/kit/takasaki/"' in page.content.decode()
    ask(client, member.email, next="/kit/takasaki/")
    assert enter(client, mailed_code(), next="/kit/takasaki/")["Location"] == "/kit/takasaki/"


def test_nobody_is_sent_elsewhere_after_the_login(member: User, client: Client) -> None:
    ask(client, member.email, next="https://evil.example/")
    location = enter(client, mailed_code(), next="https://evil.example/")["Location"]
    assert location.startswith("/")
    assert not location.startswith("//")


@pytest.mark.parametrize("typed", [str.upper, str.lower, "  {}  ".format])
def test_typing_the_address_and_the_code_is_forgiven(typed: Any, member: User, client: Client) -> None:
    ask(client, member.email.upper())
    enter(client, typed(mailed_code()))
    assert is_logged_in(client)


def answer_to(email: str) -> tuple[int, str, str]:
    """All that somebody sees who asks for a code: status, address and the page that follows."""
    client = Client()
    response = ask(client, email)
    page = client.get(response["Location"]).content.decode()
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(email, "…")
    return response.status_code, response["Location"], page


def test_an_unknown_address_gets_the_same_answer_and_no_mail(member: User) -> None:
    assert answer_to("nobody@example.jp") == answer_to(member.email)
    assert [message.to for message in mail.outbox] == [[member.email]]


def test_an_address_of_a_closed_account_gets_no_mail(member: User) -> None:
    member.is_active = False
    member.save()
    assert answer_to(member.email)[:2] == answer_to("nobody@example.jp")[:2]
    assert mail.outbox == []


def test_a_wrong_code_is_refused_and_the_third_ends_it(member: User, client: Client) -> None:
    ask(client, member.email)
    code = mailed_code()
    for _ in range(3):
        enter(client, "AAAA-AAAA")
    enter(client, code)
    assert not is_logged_in(client)


def test_a_code_opens_once(member: User, client: Client) -> None:
    ask(client, member.email)
    code = mailed_code()
    enter(client, code)
    client.logout()
    enter(client, code)
    assert not is_logged_in(client)


def test_a_code_opens_only_where_it_was_asked_for(member: User, client: Client) -> None:
    ask(Client(), member.email)
    enter(client, mailed_code())
    assert not is_logged_in(client)


def test_asking_again_and_again_is_stopped(member: User, client: Client) -> None:
    answers = [ask(Client(), member.email).status_code for _ in range(4)]
    assert answers[:3] == [302, 302, 302]
    assert answers[3] != 302
    assert len(mail.outbox) == 3


def test_asking_for_many_addresses_is_stopped(member: User) -> None:
    answers = [ask(Client(), f"somebody{number}@example.jp").status_code for number in range(20)]
    assert answers == [302] * 20
    assert ask(Client(), member.email).status_code != 302
    assert mail.outbox == []


def test_one_address_being_stopped_does_not_stop_others(member: User, client: Client) -> None:
    for _ in range(4):
        ask(client, "somebody@example.jp")
    assert ask(client, member.email).status_code == 302


def password_login(client: Client, email: str, password: str) -> HttpResponse:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_staff_log_in_with_their_password(staff: User, client: Client) -> None:
    assert password_login(client, staff.email, PASSWORD).status_code == 302
    assert client.get("/admin/").status_code == 200


def test_guessing_passwords_is_stopped_even_with_the_right_one_at_last(staff: User, client: Client) -> None:
    for number in range(5):
        password_login(Client(), staff.email, f"guess-{number}-guess")
    password_login(client, staff.email, PASSWORD)
    assert not is_logged_in(client)


def test_a_wrong_password_says_the_same_of_known_and_unknown(staff: User) -> None:
    errors = [
        password_login(Client(), email, "wrong-password").context["form"].errors
        for email in (staff.email, "nobody@example.jp")
    ]
    assert errors[0] == errors[1] != {}


def test_nobody_signs_up(client: Client) -> None:
    response = client.post(
        reverse("account_signup"), {"email": "new@example.jp", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert response.status_code == 200
    assert not User.objects.exists()
    assert not EmailAddress.objects.exists()


def test_the_admin_has_no_login_of_its_own(staff: User, client: Client) -> None:
    asked = client.get("/admin/login/", {"next": "/admin/pages/"})
    assert asked["Location"] == f"{reverse('account_login')}?next=%2Fadmin%2Fpages%2F"
    sent = client.post("/admin/login/", {"username": staff.email, "password": PASSWORD})
    assert sent["Location"].startswith(reverse("account_login"))
    assert not is_logged_in(client)


def test_the_admin_leads_to_the_one_login(client: Client) -> None:
    response = client.get("/admin/pages/")
    assert response["Location"] == f"{reverse('account_login')}?next=/admin/pages/"


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/snippets/members/organisation/"])
def test_staff_without_a_second_factor_set_one_up_first(
    path: str, staff_client: Client, settings: Any
) -> None:
    assert staff_client.get(path).status_code == 200
    settings.STAFF_MFA_REQUIRED = True
    assert staff_client.get(path)["Location"] == reverse("mfa_index")


def test_staff_with_a_second_factor_enter(staff: User, staff_client: Client, settings: Any) -> None:
    settings.STAFF_MFA_REQUIRED = True
    TOTP.activate(staff, generate_totp_secret())
    assert staff_client.get("/admin/").status_code == 200


@pytest.mark.parametrize("way", ["password", "code"])
def test_the_second_factor_is_asked_for_however_staff_log_in(way: str, staff: User, client: Client) -> None:
    TOTP.activate(staff, generate_totp_secret())
    if way == "password":
        response = password_login(client, staff.email, PASSWORD)
    else:
        ask(client, staff.email)
        response = enter(client, mailed_code())
    assert response["Location"] == reverse("mfa_authenticate")
    assert client.get("/admin/").status_code == 302


def test_members_need_no_second_factor(campaign: CampaignPage, member_client: Client, settings: Any) -> None:
    settings.STAFF_MFA_REQUIRED = True
    assert member_client.get("/kit/takasaki/").status_code == 200


def test_a_member_is_not_let_into_the_admin(member_client: Client) -> None:
    assert member_client.get("/admin/").status_code == 302


def test_logging_out_needs_a_press_of_the_button(member_client: Client) -> None:
    member_client.get(reverse("account_logout"))
    assert is_logged_in(member_client)
    member_client.post(reverse("account_logout"))
    assert not is_logged_in(member_client)


@pytest.mark.parametrize("name", ["account_login", "account_request_login_code", "account_signup"])
def test_login_pages_are_never_stored(name: str, client: Client) -> None:
    assert "no-store" in client.get(reverse(name))["Cache-Control"]


def test_addresses_are_the_same_in_any_case(db: None) -> None:
    user = User.objects.create_user("Person@Example.JP")
    assert user.email == "person@example.jp"
    assert not user.has_usable_password()
    assert UserFactory().email != user.email
