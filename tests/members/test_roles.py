"""Changing roles, removing, leaving and handing over: there is always an administrator left."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.members.models import Membership, Organisation, User
from campaigns.members.people.roles import LastAdministrator, hand_over, remove
from tests.factories import MembershipFactory, OrganisationFactory, UserFactory
from tests.members.conftest import letters, role_of

Role = Membership.Role


@pytest.fixture(autouse=True)
def site(home: Any) -> None:
    """Pages need a home."""


def place(user: User, organisation: Organisation) -> Membership:
    return Membership.objects.get(user=user, organisation=organisation)


def url(name: str, organisation: Organisation, *more: int) -> str:
    return reverse(f"members:{name}", args=[organisation.slug, *more])


def said(response: HttpResponse, client: Client) -> str:
    return client.get(response["Location"]).content.decode()


def test_it_works(
    organisation: Organisation, administrator_client: Client, administrator: User, member: User
) -> None:
    address = url("change_role", organisation, place(member, organisation).pk)
    assert member.email in administrator_client.get(address).content.decode()
    assert role_of(member, organisation) == Role.MEMBER
    for role in (Role.ADMINISTRATOR, Role.MEMBER):
        response = administrator_client.post(address, {"role": role})
        assert response["Location"] == url("people", organisation)
        assert role_of(member, organisation) == role


def test_removing_asks_first(organisation: Organisation, administrator_client: Client, member: User) -> None:
    address = url("remove_person", organisation, place(member, organisation).pk)
    assert administrator_client.get(address).status_code == 200
    assert role_of(member, organisation) == Role.MEMBER
    administrator_client.post(address)
    assert role_of(member, organisation) is None
    assert User.objects.filter(pk=member.pk).exists()


def test_who_is_removed_sees_nothing_any_more(
    organisation: Organisation, administrator_client: Client, member: User, member_client: Client
) -> None:
    assert member_client.get(url("people", organisation)).status_code == 200
    administrator_client.post(url("remove_person", organisation, place(member, organisation).pk))
    assert member_client.get(url("people", organisation)).status_code == 404


def test_members_change_nobody(
    organisation: Organisation, member_client: Client, administrator: User
) -> None:
    pk = place(administrator, organisation).pk
    for name in ("change_role", "remove_person"):
        assert member_client.get(url(name, organisation, pk)).status_code == 403
        assert member_client.post(url(name, organisation, pk), {"role": Role.MEMBER}).status_code == 403
    assert member_client.post(url("hand_over", organisation), {"person": pk}).status_code == 403
    assert role_of(administrator, organisation) == Role.ADMINISTRATOR


def test_people_of_other_organisations_are_not_there(
    organisation: Organisation, administrator_client: Client
) -> None:
    foreign = MembershipFactory()
    for name in ("change_role", "remove_person"):
        assert administrator_client.post(url(name, organisation, foreign.pk)).status_code == 404
    form = administrator_client.post(url("hand_over", organisation), {"person": foreign.pk}).context["form"]
    assert list(form.errors) == ["person"]
    assert place(foreign.user, foreign.organisation).role == Role.MEMBER


@pytest.mark.parametrize("name", ["change_role", "remove_person"])
def test_staff_cannot_take_the_last_administrator_away(
    name: str, organisation: Organisation, staff_client: Client, administrator: User, member: User
) -> None:
    pk = place(administrator, organisation).pk
    response = staff_client.post(url(name, organisation, pk), {"role": Role.MEMBER})
    assert role_of(administrator, organisation) == Role.ADMINISTRATOR
    assert "管理者はこの方だけです" in said(response, staff_client)


def test_the_last_administrator_cannot_leave(
    organisation: Organisation, administrator_client: Client, administrator: User, member: User
) -> None:
    response = administrator_client.post(url("leave", organisation))
    assert role_of(administrator, organisation) == Role.ADMINISTRATOR
    assert "管理者はこの方だけです" in said(response, administrator_client)


def test_an_administrator_whose_account_is_closed_does_not_count(
    organisation: Organisation, administrator_client: Client, administrator: User
) -> None:
    MembershipFactory(organisation=organisation, role=Role.ADMINISTRATOR, user=UserFactory(is_active=False))
    administrator_client.post(url("leave", organisation))
    assert role_of(administrator, organisation) == Role.ADMINISTRATOR


@pytest.mark.parametrize("role", Role.values)
def test_anybody_else_leaves_after_being_asked(
    role: str, organisation: Organisation, administrator: User, member: User, member_client: Client
) -> None:
    Membership.objects.filter(user=member).update(role=role)
    assert member_client.get(url("leave", organisation)).status_code == 200
    assert role_of(member, organisation) == role
    assert member_client.post(url("leave", organisation))["Location"] == reverse("kits:start")
    assert role_of(member, organisation) is None
    assert role_of(administrator, organisation) == Role.ADMINISTRATOR


def test_handing_over(
    organisation: Organisation,
    administrator_client: Client,
    administrator: User,
    member: User,
    settings: Any,
) -> None:
    page = administrator_client.get(url("hand_over", organisation)).content.decode()
    assert member.email in page
    assert administrator.email not in page.partition("<form")[2].partition("<fieldset")[2]
    administrator_client.post(url("hand_over", organisation), {"person": place(member, organisation).pk})
    assert role_of(member, organisation) == Role.ADMINISTRATOR
    assert role_of(administrator, organisation) == Role.MEMBER
    (letter,) = letters()
    assert letter.to == member.email
    assert letter.links == [settings.PUBLIC_URL + url("people", organisation)]
    assert administrator_client.post(url("leave", organisation)).status_code == 302
    assert role_of(administrator, organisation) is None


def test_nobody_to_hand_over_to_is_said(organisation: Organisation, administrator_client: Client) -> None:
    page = administrator_client.get(url("hand_over", organisation))
    assert "<fieldset" not in page.content.decode()


def test_handing_over_to_somebody_who_has_just_left(
    organisation: Organisation, administrator_client: Client, administrator: User, member: User
) -> None:
    pk = place(member, organisation).pk
    Membership.objects.filter(pk=pk).delete()
    response = administrator_client.post(url("hand_over", organisation), {"person": pk})
    assert list(response.context["form"].errors) == ["person"]
    assert role_of(administrator, organisation) == Role.ADMINISTRATOR
    assert letters() == []


def test_the_second_of_two_who_leave_at_once_stays(db: None) -> None:
    """Each looked at the page while the other was still there."""
    organisation = OrganisationFactory()
    first, second = (MembershipFactory(organisation=organisation, role=Role.ADMINISTRATOR) for _ in range(2))
    remove(first)
    with pytest.raises(LastAdministrator):
        remove(second)
    assert Membership.objects.get() == second


def test_the_second_of_two_who_hand_over_at_once_changes_nothing(
    organisation: Organisation, administrator: User, member: User
) -> None:
    own, taker = place(administrator, organisation), place(member, organisation)
    hand_over(own, taker)
    with pytest.raises(Membership.DoesNotExist):
        hand_over(own, taker)
    assert role_of(member, organisation) == Role.ADMINISTRATOR
    assert len(letters()) == 1


def test_changes_in_one_organisation_wait_for_one_another(organisation: Organisation, member: User) -> None:
    """The organisation's row is locked before anybody is counted."""
    if not connection.features.has_select_for_update:
        pytest.skip("SQLite locks the whole database instead")
    leaving = place(member, organisation)
    with CaptureQueriesContext(connection) as captured:
        remove(leaving)
    locking = [query["sql"] for query in captured if "FOR UPDATE" in query["sql"]]
    assert len(locking) == 1
    assert "members_organisation" in locking[0]
