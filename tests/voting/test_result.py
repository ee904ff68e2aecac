"""What members see of a vote once it is closed."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage
from campaigns.voting.ballots import cast_vote
from campaigns.voting.opening import close_vote, decide
from tests import factories
from tests.voting.conftest import phrase


@pytest.fixture
def url(organisation: Organisation) -> str:
    return reverse("voting:vote", args=[organisation.slug])


@pytest.fixture
def closed(voted: CampaignPage, organisation: Organisation, staff: User) -> CampaignPage:
    """A案 has two votes, one of them the organisation's own, C案 has one; a fourth member did not vote."""
    first, second = factories.OrganisationFactory(name="ひみつの会"), factories.OrganisationFactory()
    factories.OrganisationFactory()
    cast_vote(voted, organisation, phrase(voted, "A案").pk, "")
    cast_vote(voted, first, phrase(voted, "A案").pk, "覚えやすい<b>です</b>")
    cast_vote(voted, second, phrase(voted, "C案").pk, "")
    close_vote(voted, staff)
    return voted


def shown(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_works(url: str, closed: CampaignPage, member_client: Client) -> None:
    page = shown(member_client, url)
    assert "4団体のうち3団体が投票しました（75%）" in page
    assert [page.count(each) for each in ("2票 (67%)", "0票 (0%)", "1票 (33%)")] == [1, 1, 1]
    assert page.count('<rect width="67"') == 1
    assert '<form method="post" novalidate>' not in page
    assert "貴団体の投票" in page


def test_comments_have_no_names(url: str, closed: CampaignPage, member_client: Client) -> None:
    page = shown(member_client, url)
    assert "覚えやすい&lt;b&gt;です&lt;/b&gt;" in page
    assert "ひみつの会" not in page


def test_who_did_not_vote_is_told(closed: CampaignPage, other_member_client: Client) -> None:
    other = Organisation.objects.order_by("-pk").first()
    assert other is not None
    assert "投票していません" in shown(other_member_client, reverse("voting:vote", args=[other.slug]))


def test_organisations_that_left_do_not_count(url: str, closed: CampaignPage, member_client: Client) -> None:
    Organisation.objects.filter(name="ひみつの会").update(is_approved=False)
    page = shown(member_client, url)
    assert "3団体のうち2団体が投票しました" in page
    assert "覚えやすい" not in page


def test_a_vote_without_votes_is_no_error(
    url: str, voted: CampaignPage, staff: User, member_client: Client
) -> None:
    close_vote(voted, staff)
    assert "（0%）" in shown(member_client, url)


def test_the_decision_follows(url: str, closed: CampaignPage, staff: User, member_client: Client) -> None:
    assert "読みやすさを重んじました" not in shown(member_client, url)
    decide(closed, phrase(closed, "C案"), date(2027, 3, 1), "読みやすさを重んじました。", staff)
    page = shown(member_client, url)
    assert "読みやすさを重んじました。" in page
    assert "2027年3月1日" in page


def test_it_stays_when_the_campaign_is_published(
    url: str, closed: CampaignPage, staff: User, member_client: Client
) -> None:
    decide(closed, phrase(closed, "C案"), date(2027, 3, 1), "読みやすさを重んじました。", staff)
    CampaignPage.objects.get(pk=closed.pk).get_latest_revision().publish()
    page = shown(member_client, url)
    assert "読みやすさを重んじました。" in page
    assert "2票 (67%)" in page
