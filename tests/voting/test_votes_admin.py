"""Votes in the admin: opening, closing, who voted for what, and the decision."""

import pytest
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.members.models import Membership, Organisation
from campaigns.models import CampaignPage, Catchphrase
from campaigns.voting.ballots import cast_vote
from tests import factories
from tests.campaigns.editor import edit_url, form_data
from tests.conftest import logged_in
from tests.voting.conftest import phrase

Voting = CampaignPage.Voting


def state(campaign: CampaignPage) -> str:
    return CampaignPage.objects.get(pk=campaign.pk).voting


def act(client: Client, campaign: CampaignPage, name: str, **data: object) -> HttpResponse:
    return client.post(reverse("votes:vote", args=[campaign.pk]), {"act": name, **data}, follow=True)


def decision(campaign: CampaignPage, **changed: object) -> dict[str, object]:
    return {
        "phrase": phrase(campaign, "B案").pk, "decided_on": "2027-03-01", "reason": "覚えやすいため。",
    } | changed  # fmt: skip


def test_it_works(choosing: CampaignPage, staff_client: Client) -> None:
    factories.MembershipFactory(role=Membership.Role.ADMINISTRATOR)
    listing = staff_client.get(reverse("votes:index")).content.decode()
    assert reverse("votes:vote", args=[choosing.pk]) in listing
    assert "1" in act(staff_client, choosing, "open").content.decode()
    assert state(choosing) == Voting.OPEN
    act(staff_client, choosing, "close")
    assert state(choosing) == Voting.CLOSED
    act(staff_client, choosing, "decide", **decision(choosing))
    assert phrase(choosing, "B案").status == Catchphrase.Status.CHOSEN


def test_looking_changes_nothing(choosing: CampaignPage, staff_client: Client) -> None:
    assert staff_client.get(reverse("votes:vote", args=[choosing.pk])).status_code == 200
    act(staff_client, choosing, "dance")
    assert state(choosing) == Voting.NONE


def test_only_what_can_be_done_now_is_offered(voted: CampaignPage, staff_client: Client) -> None:
    def offered() -> list[str]:
        shown = staff_client.get(reverse("votes:vote", args=[voted.pk])).content.decode()
        return [name for name in ("open", "close", "decide") if f'name="act" value="{name}"' in shown]

    assert offered() == ["close"]
    act(staff_client, voted, "close")
    assert offered() == ["open", "decide"]
    act(staff_client, voted, "decide", **decision(voted))
    assert offered() == ["decide"]


def test_what_is_not_possible_is_said(choosing: CampaignPage, staff_client: Client) -> None:
    answer = act(staff_client, choosing, "close")
    assert "受け付け中ではありません" in answer.content.decode()


def test_staff_see_who_voted_for_what_at_any_time(
    voted: CampaignPage, organisation: Organisation, staff_client: Client
) -> None:
    cast_vote(voted, organisation, phrase(voted, "C案").pk, "声がいい")
    shown = staff_client.get(reverse("votes:vote", args=[voted.pk])).content.decode()
    assert organisation.name in shown
    assert "声がいい" in shown


def test_the_table_holds_no_formula(
    voted: CampaignPage, organisation: Organisation, staff_client: Client
) -> None:
    cast_vote(voted, organisation, phrase(voted, "C案").pk, "=HYPERLINK(1)")
    answer = staff_client.get(reverse("votes:table", args=[voted.pk]))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    head, row = answer.content.decode("utf-8-sig").splitlines()
    assert len(head.split(",")) == len(row.split(",")) == 5
    assert f"{organisation.name},C案,あなたの声を聞かせてください,'=HYPERLINK(1)," in row


def test_a_decision_without_a_reason_is_asked_again(voted: CampaignPage, staff_client: Client) -> None:
    act(staff_client, voted, "close")
    answer = act(staff_client, voted, "decide", **decision(voted, reason=""))
    assert answer.context["decision_form"].errors.keys() == {"reason"}
    assert phrase(voted, "B案").status == Catchphrase.Status.CANDIDATE


def test_a_phrase_of_another_campaign_is_refused(
    voted: CampaignPage, campaign: CampaignPage, staff_client: Client
) -> None:
    act(staff_client, voted, "close")
    other = phrase(campaign, "C案")
    answer = act(staff_client, voted, "decide", **decision(voted, phrase=other.pk))
    assert answer.context["decision_form"].errors.keys() == {"phrase"}
    assert phrase(campaign, "C案").status == Catchphrase.Status.CANDIDATE


@pytest.mark.parametrize("group", [None, "Editors"])
def test_only_who_publishes_comes_in(voted: CampaignPage, member_client: Client, group: str | None) -> None:
    client = member_client
    if group:
        editor = factories.UserFactory(password="", is_staff=True)
        editor.groups.add(Group.objects.get(name=group))
        client = logged_in(editor)
    for name, keys in (("index", []), ("vote", [voted.pk]), ("table", [voted.pk])):
        answer = client.get(reverse(f"votes:{name}", args=keys))
        assert answer.status_code in {302, 403}, name
        assert voted.title not in answer.content.decode()
    client.post(reverse("votes:vote", args=[voted.pk]), {"act": "close"})
    assert state(voted) == Voting.OPEN


def test_the_form_refuses_to_lose_votes(
    voted: CampaignPage, organisation: Organisation, staff_client: Client
) -> None:
    """Deleting a phrase that was voted for would delete the votes."""
    cast_vote(voted, organisation, phrase(voted, "C案").pk, "")
    draft = CampaignPage.objects.get(pk=voted.pk).get_latest_revision_as_object()
    data = form_data(draft)
    data["catchphrases-2-DELETE"] = "on"
    answer = staff_client.post(edit_url(voted), data)
    assert answer.status_code == 200
    assert "投票した団体があります" in answer.content.decode()
    data.pop("catchphrases-2-DELETE")
    assert staff_client.post(edit_url(voted), data).status_code == 302


def test_the_form_refuses_to_publish_while_members_vote(voted: CampaignPage, staff_client: Client) -> None:
    draft = CampaignPage.objects.get(pk=voted.pk).get_latest_revision_as_object()
    data = form_data(draft) | {"catchphrases-0-status": "chosen", "action-publish": "publish"}
    answer = staff_client.post(edit_url(voted), data)
    assert answer.status_code == 200
    assert "投票を締め切って" in answer.content.decode()
    assert not CampaignPage.objects.get(pk=voted.pk).live
