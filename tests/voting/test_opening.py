"""Opening and closing a vote, and recording what was decided."""

from datetime import date
from typing import Any

import pytest
from wagtail.models import PageLogEntry

from campaigns.members.models import Membership, Organisation, User
from campaigns.models import CampaignPage, Catchphrase, Vote, VoteIsOpen
from campaigns.voting.opening import NotPossible, close_vote, decide, open_vote
from tests import factories
from tests.members.conftest import letters
from tests.voting.conftest import phrase

Voting = CampaignPage.Voting


def again(page: CampaignPage) -> CampaignPage:
    return CampaignPage.objects.get(pk=page.pk)


def draft_of(page: CampaignPage) -> CampaignPage:
    return again(page).get_latest_revision_as_object()


def test_it_works(choosing: CampaignPage, staff: User) -> None:
    open_vote(choosing, staff)
    assert again(choosing).voting == draft_of(choosing).voting == Voting.OPEN
    assert not again(choosing).live
    close_vote(again(choosing), staff)
    assert again(choosing).voting == draft_of(choosing).voting == Voting.CLOSED


def test_members_vote_on_the_newest_draft(choosing: CampaignPage, staff: User) -> None:
    first = choosing.catchphrases.first()
    first.text = "あたらしい ことば"
    choosing.catchphrases.add(first)
    choosing.catchphrases.add(Catchphrase(locale=choosing.locale, label="D案", text="また会いましょう"))
    choosing.save_revision()
    open_vote(again(choosing), staff)
    shown = {each.label: str(each) for each in again(choosing).catchphrases.all()}
    assert (shown["A案"], shown["D案"]) == ("あたらしい ことば", "また会いましょう")


def test_what_is_edited_later_is_not_shown(voted: CampaignPage) -> None:
    draft = draft_of(voted)
    first = draft.catchphrases.first()
    first.text = "あとで かえた"
    draft.catchphrases.add(first)
    draft.save_revision()
    assert "あとで かえた" not in [each.text for each in again(voted).catchphrases.all()]


def test_a_new_candidate_keeps_its_votes_when_the_campaign_is_published(
    choosing: CampaignPage, staff: User, organisation: Organisation
) -> None:
    """A draft's new rows have no key; without one, publishing would make another row and lose the votes."""
    choosing.catchphrases.add(Catchphrase(locale=choosing.locale, label="D案", text="また会いましょう"))
    choosing.save_revision()
    open_vote(again(choosing), staff)
    fourth = phrase(choosing, "D案")
    Vote.objects.create(campaign=choosing, organisation=organisation, catchphrase=fourth)
    close_vote(again(choosing), staff)
    decide(again(choosing), fourth, date(2027, 3, 1), "票が多く、読みやすいため。", staff)
    again(choosing).get_latest_revision().publish()
    assert again(choosing).live
    assert Vote.objects.get().catchphrase == again(choosing).chosen == fourth


def test_no_draft_and_no_earlier_revision_changes_the_vote(voted: CampaignPage) -> None:
    earlier = voted.revisions.order_by("pk").first()
    assert earlier is not None
    assert earlier.content["voting"] == Voting.NONE
    earlier.as_object().save_revision()
    assert draft_of(voted).voting == Voting.OPEN


def test_a_copy_has_no_vote(voted: CampaignPage) -> None:
    copy = voted.copy(update_attrs={"slug": "copy", "title": "写し"})
    assert again(copy).voting == draft_of(copy).voting == Voting.NONE


def test_it_is_opened_once(voted: CampaignPage, staff: User) -> None:
    with pytest.raises(NotPossible):
        open_vote(again(voted), staff)


def test_what_is_not_open_is_not_closed(choosing: CampaignPage, staff: User) -> None:
    with pytest.raises(NotPossible):
        close_vote(choosing, staff)
    assert again(choosing).voting == Voting.NONE


def test_a_published_campaign_has_nothing_to_choose(campaign: CampaignPage, staff: User) -> None:
    with pytest.raises(NotPossible):
        open_vote(campaign, staff)
    assert again(campaign).voting == Voting.NONE


def test_one_candidate_is_no_choice(choosing: CampaignPage, staff: User) -> None:
    choosing.catchphrases.set(choosing.catchphrases.all()[:1])
    choosing.save_revision()
    with pytest.raises(NotPossible, match="2"):
        open_vote(again(choosing), staff)
    assert again(choosing).voting == Voting.NONE


def test_a_chosen_phrase_is_no_candidate(choosing: CampaignPage, staff: User) -> None:
    first = choosing.catchphrases.first()
    first.status = Catchphrase.Status.CHOSEN
    choosing.catchphrases.add(first)
    choosing.save_revision()
    with pytest.raises(NotPossible):
        open_vote(again(choosing), staff)


@pytest.mark.parametrize("text", ["", "𠮷" * 3])
def test_what_cannot_be_printed_is_told_before(choosing: CampaignPage, staff: User, text: str) -> None:
    first = choosing.catchphrases.first()
    first.text = text
    choosing.catchphrases.add(first)
    choosing.save_revision()
    with pytest.raises(NotPossible, match="A案"):
        open_vote(again(choosing), staff)
    assert again(choosing).voting == Voting.NONE


def test_a_form_that_is_not_complete_is_told(choosing: CampaignPage, staff: User) -> None:
    choosing.lead = ""
    choosing.save_revision(clean=False)
    with pytest.raises(NotPossible):
        open_vote(again(choosing), staff)
    assert again(choosing).voting == Voting.NONE
    assert letters() == []


def test_administrators_are_written_to(choosing: CampaignPage, staff: User, settings: Any) -> None:
    place = factories.MembershipFactory(role=Membership.Role.ADMINISTRATOR)
    factories.MembershipFactory(organisation=place.organisation)
    factories.MembershipFactory(role=Membership.Role.ADMINISTRATOR, organisation__is_approved=False)
    assert open_vote(choosing, staff) == 1
    (letter,) = letters()
    assert letter.to == place.user.email
    assert choosing.title in letter.subject
    assert letter.links == [f"{settings.PUBLIC_URL}/my/{place.organisation.slug}/vote/"]


def test_nothing_is_published_while_members_vote(voted: CampaignPage) -> None:
    draft = draft_of(voted)
    first = draft.catchphrases.first()
    first.status = Catchphrase.Status.CHOSEN
    draft.catchphrases.add(first)
    with pytest.raises(VoteIsOpen):
        draft.save_revision().publish()
    assert not again(voted).live


def test_a_decision_is_kept_for_members_and_for_the_form(voted: CampaignPage, staff: User) -> None:
    draft = draft_of(voted)
    draft.lead = "まだ書きかけです。"
    draft.save_revision()
    close_vote(again(voted), staff)
    decide(again(voted), phrase(voted, "B案"), date(2027, 3, 1), "覚えやすいため。", staff)
    for page in (again(voted), draft_of(voted)):
        assert page.chosen is not None
        assert (page.chosen.label, page.chosen.decided_on, page.chosen.reason) == (
            "B案", date(2027, 3, 1), "覚えやすいため。",
        )  # fmt: skip
        assert [each.status for each in page.catchphrases.all()] == ["retired", "chosen", "retired"]
    assert again(voted).lead != draft_of(voted).lead == "まだ書きかけです。"


def test_nothing_is_decided_while_members_vote(voted: CampaignPage, staff: User) -> None:
    with pytest.raises(NotPossible):
        decide(voted, phrase(voted, "B案"), date(2027, 3, 1), "", staff)
    assert again(voted).chosen is None


def test_an_opened_vote_is_in_the_log(voted: CampaignPage) -> None:
    assert PageLogEntry.objects.filter(page=voted.pk, action="campaigns.open_vote").exists()
