"""The page on which an organisation votes."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Vote
from campaigns.voting import views
from campaigns.voting.ballots import cast_vote
from campaigns.voting.opening import close_vote
from home.models import HomePage
from tests import factories
from tests.voting.conftest import phrase

NOTHING = "今は投票がありません"


@pytest.fixture
def url(organisation: Organisation, home: HomePage) -> str:
    return reverse("voting:vote", args=[organisation.slug])


def sent(client: Client, url: str, campaign: CampaignPage, label: str, comment: str = "") -> HttpResponse:
    data = {"campaign": campaign.pk, "candidate": phrase(campaign, label).pk, "comment": comment}
    return client.post(url, data, follow=True)


def page(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_works(url: str, voted: CampaignPage, organisation: Organisation, member_client: Client) -> None:
    shown = page(member_client.get(url))
    assert [shown.index(f">{label}<") for label in ("A案", "B案", "C案")] == sorted(
        shown.index(f">{label}<") for label in ("A案", "B案", "C案")
    )
    assert "checked" not in shown
    kept = page(sent(member_client, url, voted, "B案", "ひらがなが読みやすい"))
    vote = Vote.objects.get()
    assert (vote.organisation, vote.catchphrase.label, vote.comment) == (
        organisation, "B案", "ひらがなが読みやすい",
    )  # fmt: skip
    assert "貴団体の投票" in kept
    assert kept.count("checked") == 1


def test_without_a_vote_it_says_so(url: str, choosing: CampaignPage, member_client: Client) -> None:
    shown = page(member_client.get(url))
    assert NOTHING in shown
    assert choosing.title not in shown


def test_a_vote_may_be_changed_by_anybody_of_the_organisation(
    url: str, voted: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    sent(member_client, url, voted, "B案", "はじめ")
    colleague = Client()
    colleague.force_login(factories.MembershipFactory(organisation=organisation).user)
    sent(colleague, url, voted, "C案")
    assert [(vote.catchphrase.label, vote.comment) for vote in Vote.objects.all()] == [("C案", "")]


def test_staff_look_but_do_not_vote(url: str, voted: CampaignPage, staff_client: Client) -> None:
    sent(staff_client, url, voted, "A案")
    assert not Vote.objects.exists()


def test_no_number_is_shown_while_it_is_open(
    url: str, voted: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    before = page(member_client.get(url))
    other = factories.OrganisationFactory()
    cast_vote(voted, other, phrase(voted, "A案").pk, "ほかの団体のコメント")
    after = page(member_client.get(url))
    assert without_token(after) == without_token(before)


def without_token(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if "csrfmiddlewaretoken" not in line]


def test_nothing_chosen_keeps_the_comment(url: str, voted: CampaignPage, member_client: Client) -> None:
    answer = member_client.post(url, {"campaign": voted.pk, "comment": "まだ迷っています"})
    assert "まだ迷っています" in page(answer)
    assert 'role="alert"' in page(answer)
    assert not Vote.objects.exists()


def test_a_long_comment_is_kept_to_be_shortened(url: str, voted: CampaignPage, member_client: Client) -> None:
    answer = sent(member_client, url, voted, "A案", "あ" * 201)
    assert "あ" * 201 in page(answer)
    assert "checked" in page(answer)
    assert not Vote.objects.exists()


def test_a_line_break_counts_once(url: str, voted: CampaignPage, member_client: Client) -> None:
    sent(member_client, url, voted, "A案", "あ" * 100 + "\r\n" + "あ" * 99)
    assert len(Vote.objects.get().comment) == 200


def test_a_candidate_of_another_campaign_is_refused(
    url: str, voted: CampaignPage, home: HomePage, member_client: Client
) -> None:
    other = factories.choosing_campaign(home, voting=CampaignPage.Voting.OPEN)
    data = {"campaign": voted.pk, "candidate": phrase(other, "A案").pk}
    assert 'role="alert"' in page(member_client.post(url, data))
    assert not Vote.objects.exists()


@pytest.mark.parametrize("campaign", ["", "x", "0"])
def test_an_unknown_vote_is_no_error_page(
    url: str, voted: CampaignPage, member_client: Client, campaign: str
) -> None:
    assert member_client.post(url, {"campaign": campaign}, follow=True).status_code == 200
    assert not Vote.objects.exists()


def test_after_closing_nobody_votes(
    url: str, voted: CampaignPage, staff: User, member_client: Client
) -> None:
    close_vote(voted, staff)
    assert "受け付けが終わりました" in page(sent(member_client, url, voted, "A案"))
    assert not Vote.objects.exists()


def test_a_vote_that_is_closed_while_somebody_sends_is_closed(
    url: str, voted: CampaignPage, staff: User, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed_first(*vote: Any, **said: Any) -> bool:
        close_vote(voted, staff)
        return cast_vote(*vote, **said)

    monkeypatch.setattr(views, "cast_vote", closed_first)
    assert "受け付けが終わりました" in page(sent(member_client, url, voted, "A案"))
    assert not Vote.objects.exists()


def test_several_votes_each_have_their_own_form(
    url: str, voted: CampaignPage, home: HomePage, member_client: Client
) -> None:
    later = factories.choosing_campaign(home, voting=CampaignPage.Voting.OPEN, title="二つめの投票")
    shown = page(member_client.get(url))
    assert shown.index("二つめの投票") < shown.index(voted.title), "the newest first"
    sent(member_client, url, later, "C案")
    assert Vote.objects.get().campaign_id == later.pk


def test_many_votes_need_few_queries(
    url: str, voted: CampaignPage, home: HomePage, member_client: Client, django_assert_max_num_queries: Any
) -> None:
    closed = factories.choosing_campaign(home, voting=CampaignPage.Voting.CLOSED)
    factories.choosing_campaign(home, voting=CampaignPage.Voting.OPEN)
    factories.choosing_campaign(home, voting=CampaignPage.Voting.CLOSED)
    for _each in range(4):
        cast_vote_in(closed, factories.OrganisationFactory())
    with django_assert_max_num_queries(12):
        member_client.get(url)


def cast_vote_in(campaign: CampaignPage, organisation: Organisation) -> None:
    Vote.objects.create(
        campaign=campaign, organisation=organisation, catchphrase=phrase(campaign, "A案"), comment="よい"
    )
