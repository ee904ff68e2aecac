"""The page of an organisation's people: who is there, and who is asked in."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.members.models import Invitation, Membership, Organisation, User
from campaigns.members.people import views
from campaigns.members.people.forms import MOST_OPEN
from tests.factories import MembershipFactory
from tests.members.conftest import letters

Role = Membership.Role


@pytest.fixture
def url(organisation: Organisation, home: Any) -> str:
    return reverse("members:people", args=[organisation.slug])


def invite(client: Client, url: str, email: str = "new@example.jp", role: str = Role.MEMBER) -> HttpResponse:
    return client.post(url, {"email": email, "role": role})


def act(client: Client, name: str, organisation: Organisation, pk: int) -> HttpResponse:
    return client.post(reverse(f"members:{name}", args=[organisation.slug, pk]))


def test_it_works(
    url: str, administrator_client: Client, organisation: Organisation, member: User, settings: Any
) -> None:
    assert member.email in administrator_client.get(url).content.decode()
    assert invite(administrator_client, url, "New@Example.jp", Role.ADMINISTRATOR)["Location"] == url
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role) == ("new@example.jp", Role.ADMINISTRATOR)
    (letter,) = letters()
    assert letter.to == "new@example.jp"
    assert organisation.name in letter.subject
    assert "管理者" in letter.body
    (link,) = letter.links
    assert link.startswith(f"{settings.PUBLIC_URL}/invitation/")
    assert "new@example.jp" in administrator_client.get(url).content.decode()


def test_names_stand_in_letters_as_they_are(url: str, administrator_client: Client) -> None:
    Organisation.objects.update(name="A&B <会>")
    invite(administrator_client, url)
    assert "A&B <会>" in letters()[0].subject


def test_a_full_page_needs_few_queries(
    url: str,
    administrator_client: Client,
    organisation: Organisation,
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(6):
        MembershipFactory(organisation=organisation)
        Invitation.objects.issue(organisation, f"invited{number}@example.jp")
    with django_assert_max_num_queries(12):
        administrator_client.get(url)


def test_members_see_who_is_there_but_not_who_is_invited(
    url: str, member_client: Client, administrator: User, organisation: Organisation
) -> None:
    Invitation.objects.issue(organisation, "invited@example.jp")
    page = member_client.get(url).content.decode()
    assert administrator.email in page
    assert "invited@example.jp" not in page
    assert reverse("members:leave", args=[organisation.slug]) in page
    assert reverse("members:hand_over", args=[organisation.slug]) not in page


def test_members_do_not_invite(url: str, member_client: Client, organisation: Organisation) -> None:
    invitation, _token = Invitation.objects.issue(organisation, "invited@example.jp")
    assert invite(member_client, url).status_code == 403
    assert act(member_client, "withdraw", organisation, invitation.pk).status_code == 403
    assert act(member_client, "invite_again", organisation, invitation.pk).status_code == 403
    assert list(Invitation.objects.all()) == [invitation]
    assert letters() == []


@pytest.mark.parametrize("email", ["", "not an address"])
def test_an_address_that_cannot_be_written_to_is_refused(
    email: str, url: str, administrator_client: Client
) -> None:
    form = invite(administrator_client, url, email, Role.ADMINISTRATOR).context["form"]
    assert list(form.errors) == ["email"]
    assert (form["email"].value(), form["role"].value()) == (email, Role.ADMINISTRATOR)


def test_who_belongs_already_is_not_invited(url: str, administrator_client: Client, member: User) -> None:
    assert list(invite(administrator_client, url, member.email.upper()).context["form"].errors) == ["email"]
    assert letters() == []


def test_an_invitation_can_be_sent_again_with_a_new_link(
    url: str, administrator_client: Client, organisation: Organisation
) -> None:
    earlier, token = Invitation.objects.issue(organisation, "new@example.jp", Role.ADMINISTRATOR)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    act(administrator_client, "invite_again", organisation, earlier.pk)
    again = Invitation.objects.get()
    assert (again.email, again.role, again.is_open) == ("new@example.jp", Role.ADMINISTRATOR, True)
    assert Invitation.objects.open(token) is None
    assert len(letters()) == 1


def test_a_withdrawn_invitation_opens_nothing(
    url: str, administrator_client: Client, organisation: Organisation
) -> None:
    invitation, token = Invitation.objects.issue(organisation, "new@example.jp")
    act(administrator_client, "withdraw", organisation, invitation.pk)
    assert Invitation.objects.open(token) is None
    assert act(administrator_client, "withdraw", organisation, invitation.pk).status_code == 404


def test_invitations_of_other_organisations_are_not_there(
    url: str, administrator_client: Client, organisation: Organisation
) -> None:
    foreign, _token = Invitation.objects.issue(MembershipFactory().organisation, "new@example.jp")
    for name in ("withdraw", "invite_again"):
        assert act(administrator_client, name, organisation, foreign.pk).status_code == 404
    assert list(Invitation.objects.all()) == [foreign]


def test_nobody_is_flooded_with_invitations(url: str, administrator_client: Client) -> None:
    for _number in range(views.MOST_LETTERS + 2):
        invite(administrator_client, url)
    assert len(letters()) == views.MOST_LETTERS
    assert Invitation.objects.count() == 1


def test_not_everybody_in_the_country_is_invited(
    url: str, administrator_client: Client, organisation: Organisation
) -> None:
    for number in range(MOST_OPEN):
        Invitation.objects.issue(organisation, f"person{number}@example.org")
    assert list(invite(administrator_client, url).context["form"].errors) == ["email"]
    assert invite(administrator_client, url, "person0@example.org").status_code == 302


def test_staff_invite_the_first_person(url: str, staff_client: Client, organisation: Organisation) -> None:
    page = staff_client.get(url)
    assert page.status_code == 200
    assert invite(staff_client, url, role=Role.ADMINISTRATOR).status_code == 302
    assert Invitation.objects.get().organisation == organisation
