"""The way into the member area."""

from django.test import Client
from django.urls import reverse

from campaigns.members.models import User
from campaigns.models import CampaignPage
from tests.conftest import logged_in
from tests.factories import MembershipFactory, OrganisationFactory, UserFactory

START = "/kit/"


def test_it_works(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(START)["Location"] == "/kit/takasaki/"


def test_a_member_of_several_organisations_chooses(
    campaign: CampaignPage, member: User, member_client: Client
) -> None:
    second = MembershipFactory(user=member).organisation
    MembershipFactory(user=member, organisation=OrganisationFactory(is_approved=False))
    MembershipFactory()
    response = member_client.get(START)
    assert response.status_code == 200
    assert {each.slug for each in response.context["organisations"]} == {"takasaki", second.slug}
    assert reverse("kits:kit", args=[second.slug]) in response.content.decode()


def test_staff_come_to_the_networks_own_kit(campaign: CampaignPage, staff_client: Client) -> None:
    assert staff_client.get(START)["Location"] == "/kit/network/"


def test_without_an_organisation_the_open_poster_is_offered(campaign: CampaignPage) -> None:
    response = logged_in(UserFactory()).get(START)
    assert response.status_code == 200
    assert reverse("kits:open_poster") in response.content.decode()


def test_whoever_is_not_logged_in_is_brought_back_afterwards(campaign: CampaignPage, client: Client) -> None:
    assert client.get(START)["Location"] == f"{reverse('account_login')}?next=/kit/"
