"""What an organisation sees of a vote: the ballot while it is open, the result once it is closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Catchphrase
from campaigns.votes import Vote
from campaigns.voting.forms import VoteForm

Voting = CampaignPage.Voting


@dataclass(frozen=True)
class Ballot:
    """An open vote with what the organisation has said in it. Nobody sees a count before it is closed."""

    campaign: CampaignPage
    candidates: Sequence[Catchphrase]
    own: Vote | None
    form: VoteForm

    @property
    def rows(self) -> list[tuple[Catchphrase, Any]]:
        """Each candidate with its radio button."""
        return list(zip(self.candidates, self.form["candidate"], strict=True))


@dataclass(frozen=True)
class Line:
    """What one candidate got. `share` is in percent of all votes; nobody's name is beside a comment."""

    candidate: Catchphrase
    votes: int
    share: int
    comments: Sequence[str]


@dataclass(frozen=True)
class Result:
    """A closed vote. `members` are the organisations that could have voted, as many as there are now."""

    campaign: CampaignPage
    lines: Sequence[Line]
    voted: int
    members: int
    own: Vote | None = None

    @property
    def turnout(self) -> int:
        return percent(self.voted, self.members)

    @property
    def decision(self) -> Catchphrase | None:
        """The chosen phrase with day and reason, once that is recorded."""
        return self.campaign.chosen


def percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def votes_of(states: Iterable[Voting]) -> QuerySet[CampaignPage]:
    """Campaigns with a vote in one of these states and their candidates by label; the newest campaign first."""
    phrases = Catchphrase.objects.order_by("label", "sort_order")
    return (
        CampaignPage.objects.filter(voting__in=states)
        .order_by("-starts", "-pk")
        .select_related("locale")
        .prefetch_related(Prefetch("catchphrases", phrases))
    )


def candidates_of(campaign: CampaignPage) -> list[Catchphrase]:
    """All phrases of a campaign that votes: only candidates are there when it is opened."""
    return sorted(campaign.catchphrases.all(), key=lambda phrase: (phrase.label, phrase.sort_order or 0))


def own_votes(organisation: Organisation) -> dict[int, Vote]:
    return {vote.campaign_id: vote for vote in organisation.votes.select_related("catchphrase")}


def ballots(campaigns: Iterable[CampaignPage], own: dict[int, Vote]) -> list[Ballot]:
    """The open votes among the campaigns."""
    found = []
    for campaign in campaigns:
        candidates = candidates_of(campaign)
        if campaign.voting == Voting.OPEN and candidates:
            vote = own.get(campaign.pk)
            found.append(Ballot(campaign, candidates, vote, VoteForm(candidates, vote)))
    return found


def results(campaigns: Iterable[CampaignPage], own: dict[int, Vote]) -> list[Result]:
    """The closed votes among the campaigns, in two queries however many there are."""
    closed = [campaign for campaign in campaigns if campaign.voting == Voting.CLOSED]
    cast = list(Vote.objects.filter(campaign__in=closed, organisation__is_approved=True))
    members = Organisation.objects.filter(is_approved=True).count()
    return [
        result(campaign, [vote for vote in cast if vote.campaign_id == campaign.pk], members, own)
        for campaign in closed
    ]


def result(
    campaign: CampaignPage, cast: Sequence[Vote], members: int, own: dict[int, Vote] | None = None
) -> Result:
    lines = []
    for candidate in candidates_of(campaign):
        found = [vote for vote in cast if vote.catchphrase_id == candidate.pk]
        # In the order of their letters: when a comment came could tell whose it is.
        comments = sorted(vote.comment for vote in found if vote.comment)
        lines.append(Line(candidate, len(found), percent(len(found), len(cast)), comments))
    return Result(campaign, lines, len(cast), members, (own or {}).get(campaign.pk))


def cast_vote(campaign: CampaignPage, organisation: Organisation, candidate: int, comment: str) -> bool:
    """Keep the organisation's vote in place of its earlier one; False when the vote has just been closed."""
    with transaction.atomic():
        # Whoever closes the vote waits for this row, and nobody votes after it is closed.
        if (
            CampaignPage.objects.select_for_update().filter(pk=campaign.pk, voting=Voting.OPEN).first()
            is None
        ):
            return False
        vote = Vote(campaign=campaign, organisation=organisation, catchphrase_id=candidate, comment=comment)
        vote.changed_at = timezone.now()
        # Two people of one organisation at once: one statement, and the later of them counts.
        Vote.objects.bulk_create(
            [vote],
            update_conflicts=True,
            unique_fields=["campaign", "organisation"],
            update_fields=["catchphrase", "comment", "changed_at"],
        )
    return True
