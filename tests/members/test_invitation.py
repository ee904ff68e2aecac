"""The page behind an invitation's link."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.members.joining.retention import forget
from campaigns.members.models import Invitation, Membership, Organisation, User
from tests.conftest import logged_in
from tests.factories import MembershipFactory, OrganisationFactory, StaffFactory, UserFactory
from tests.members.conftest import role_of

EMAIL = "new@example.jp"
Role = Membership.Role


@pytest.fixture
def token(organisation: Organisation, home: Any) -> str:
    return Invitation.objects.issue(organisation, EMAIL, Role.ADMINISTRATOR)[1]


def url(token: str) -> str:
    return reverse("members:invitation", args=[token])


def user_in(client: Client) -> User | None:
    return User.objects.filter(pk=client.session.get("_auth_user_id")).first()


def assert_over(response: HttpResponse) -> None:
    """The one calm page, whatever the reason."""
    assert response.status_code == 410
    assert reverse("account_login") in response.content.decode()
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_it_works(token: str, organisation: Organisation, client: Client) -> None:
    page = client.get(url(token))
    assert page.status_code == 200
    assert organisation.name in page.content.decode()
    assert client.post(url(token))["Location"] == reverse("kits:kit", args=[organisation.slug])
    user = user_in(client)
    assert user is not None
    assert (user.email, role_of(user, organisation)) == (EMAIL, Role.ADMINISTRATOR)
    assert not user.has_usable_password()
    address = EmailAddress.objects.get(user=user)
    assert (address.email, address.verified, address.primary) == (EMAIL, True, True)


def test_opening_the_link_changes_nothing(token: str, client: Client) -> None:
    for ask in (client.get, client.head, client.get):
        assert ask(url(token)).status_code == 200
    assert Invitation.objects.get().used_at is None
    assert not User.objects.exists()
    assert "sessionid" not in client.cookies


def test_the_page_is_never_stored_and_tells_no_other_site(token: str, client: Client) -> None:
    page = client.get(url(token))
    assert "no-store" in page["Cache-Control"]
    # Not no-referrer: browsers would then send the button's form without an origin, and it would be refused.
    assert page["Referrer-Policy"] == "same-origin"


def test_forms_of_other_sites_are_refused(token: str) -> None:
    assert Client(enforce_csrf_checks=True).post(url(token)).status_code == 403
    assert Invitation.objects.get().used_at is None


def test_only_a_hash_is_kept(token: str) -> None:
    row = Invitation.objects.values().get()
    assert token not in str(row)


def test_it_is_used_once(token: str, client: Client) -> None:
    client.post(url(token))
    other = Client()
    assert_over(other.get(url(token)))
    assert_over(other.post(url(token)))
    assert user_in(other) is None
    assert Membership.objects.count() == 1


def test_who_presses_twice_is_led_on(token: str, client: Client) -> None:
    client.post(url(token))
    assert client.post(url(token))["Location"] == reverse("kits:start")
    assert client.get(url(token))["Location"] == reverse("kits:start")


def test_it_runs_out(token: str, client: Client) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert_over(client.get(url(token)))
    assert_over(client.post(url(token)))
    assert not User.objects.exists()


def test_it_is_valid_for_72_hours_at_most(token: str) -> None:
    invitation = Invitation.objects.get()
    assert invitation.expires_at - invitation.created_at <= timedelta(hours=72, seconds=1)


def test_an_unknown_link_and_one_of_an_organisation_not_approved_look_the_same(
    token: str, organisation: Organisation, client: Client
) -> None:
    Organisation.objects.update(is_approved=False)
    pages = [client.get(url(known)) for known in (token, "unknown")]
    for page in pages:
        assert_over(page)
    assert pages[0].content == pages[1].content


def test_a_newer_invitation_ends_the_earlier_one(
    token: str, organisation: Organisation, client: Client
) -> None:
    newer = Invitation.objects.issue(organisation, EMAIL.upper())[1]
    assert_over(client.get(url(token)))
    assert client.get(url(newer)).status_code == 200


def test_somebody_known_gets_a_second_organisation(
    token: str, organisation: Organisation, client: Client
) -> None:
    user = MembershipFactory(user=UserFactory(email=EMAIL)).user
    client.post(url(token))
    assert user_in(client) == user
    assert user.organisations.count() == 2
    assert EmailAddress.objects.count() == 1


def test_the_address_decides_not_who_is_logged_in(
    token: str, organisation: Organisation, member_client: Client, member: User
) -> None:
    assert member.email in member_client.get(url(token)).content.decode()
    member_client.post(url(token))
    invited = User.objects.get(email=EMAIL)
    assert role_of(invited, organisation) == Role.ADMINISTRATOR
    assert role_of(member, organisation) == Role.MEMBER
    assert user_in(member_client) == invited


def test_an_address_that_somebody_else_only_claims_is_not_theirs(
    token: str, organisation: Organisation, client: Client
) -> None:
    claimant = UserFactory()
    EmailAddress.objects.create(user=claimant, email=EMAIL, verified=False)
    client.post(url(token))
    assert role_of(claimant, organisation) is None
    assert user_in(client) == User.objects.get(email=EMAIL)


def test_a_link_does_not_log_staff_in(token: str, organisation: Organisation, client: Client) -> None:
    staff = StaffFactory(email=EMAIL)
    response = client.post(url(token))
    assert response["Location"] == f"{reverse('account_login')}?next=%2Fkit%2F{organisation.slug}%2F"
    assert user_in(client) is None
    assert role_of(staff, organisation) == Role.ADMINISTRATOR


def test_staff_who_are_logged_in_already_go_on(
    token: str, organisation: Organisation, client: Client
) -> None:
    response = logged_in(StaffFactory(email=EMAIL)).post(url(token))
    assert response["Location"] == reverse("kits:kit", args=[organisation.slug])


def test_a_second_factor_is_still_asked_for(token: str, client: Client) -> None:
    TOTP.activate(UserFactory(email=EMAIL), generate_totp_secret())
    assert client.post(url(token))["Location"] == reverse("mfa_authenticate")
    assert user_in(client) is None


def test_a_closed_account_stays_closed(token: str, organisation: Organisation, client: Client) -> None:
    user = UserFactory(email=EMAIL, is_active=False)
    assert_over(client.post(url(token)))
    assert role_of(user, organisation) is None
    assert Invitation.objects.get().used_at is None


def test_the_faster_of_two_wins(token: str, organisation: Organisation) -> None:
    first, second = (Invitation.objects.get() for _ in range(2))
    assert first.accept(UserFactory())
    assert not second.accept(UserFactory())
    assert organisation.people.count() == 1


def test_an_invitation_is_forgotten_180_days_after_its_end(token: str) -> None:
    OrganisationFactory()
    forget()
    assert Invitation.objects.exists()
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=181))
    forget()
    assert not Invitation.objects.exists()
