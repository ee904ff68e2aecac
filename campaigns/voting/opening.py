"""Opening and closing a campaign's vote, and what is decided after it.

Members vote on what the database's rows say and never on a draft, so that the words stay as they were while the
vote is open. A campaign that is choosing was never published, so nobody else reads its rows: opening the vote
writes the newest draft's words into them. What is edited afterwards stays in the draft, until the vote is opened
again or the campaign is published. Whether a vote is open is a field of the row that no draft changes
(`CampaignPage.with_content_json`).
"""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, log

from campaigns.members.addresses import addresses_by_organisation
from campaigns.members.letters import post
from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Catchphrase
from campaigns.voting.pictures import make_pictures

Voting = CampaignPage.Voting
Person = User | AnonymousUser
Status = Catchphrase.Status

#: Fewer are no choice; more do not fit side by side.
FEWEST, MOST = 2, 6


class NotPossible(Exception):
    """What staff want cannot be done now; the message says what to do first."""


@transaction.atomic
def open_vote(campaign: CampaignPage, by: Person) -> int:
    """Let members vote on the newest draft's candidates, and write to them; returns the number of letters.

    Raises NotPossible, and changes nothing then.
    """
    # Two people who press the button at once open one vote and send one round of letters.
    if not rows_of(campaign).exclude(voting=Voting.OPEN).update(voting=Voting.OPEN):
        raise NotPossible(_("This vote is open already."))
    campaign.refresh_from_db()
    draft = newest_draft(campaign)
    check(draft)
    try:
        draft.save()
        # A candidate that was new in the draft has its key now; the next revision must know it.
        draft.save_revision(user=by)
    except ValidationError as error:
        raise NotPossible(_("Please complete the campaign's form first, and save it.")) from error
    log(instance=draft, action="campaigns.open_vote", user=by)
    transaction.on_commit(lambda: make_pictures.enqueue(campaign.pk))
    return write_to_members(draft)


@transaction.atomic
def close_vote(campaign: CampaignPage, by: Person) -> None:
    """End the vote; from now on members see its result. Raises NotPossible."""
    if not rows_of(campaign).filter(voting=Voting.OPEN).update(voting=Voting.CLOSED):
        raise NotPossible(_("This vote is not open."))
    log(instance=campaign, action="campaigns.close_vote", user=by)


@transaction.atomic
def decide(campaign: CampaignPage, chosen: Catchphrase, on: date, reason: str, by: Person) -> None:
    """Record which phrase is chosen, for members to see and for the campaign's form. Raises NotPossible.

    Both the rows and the newest draft are told, and nothing else of the draft becomes public.
    """
    campaign = CampaignPage.objects.select_for_update().get(pk=campaign.pk)
    if campaign.voting != Voting.CLOSED or campaign.live:
        raise NotPossible(_("Close the vote first."))
    draft = newest_draft(campaign)
    phrases = {phrase.pk: phrase for phrase in draft.catchphrases.all()}
    if chosen.pk not in phrases:
        raise NotPossible(_("This phrase is no longer in the campaign's form."))
    for phrase in phrases.values():
        phrase.status = Status.RETIRED
        phrase.decided_on, phrase.reason = None, ""
    kept = phrases[chosen.pk]
    kept.status, kept.decided_on, kept.reason = Status.CHOSEN, on, reason
    # Whatever else is half written in the draft may stay so.
    draft.save_revision(user=by, clean=False)
    rows = Catchphrase.objects.filter(campaign=campaign)
    rows.exclude(pk=chosen.pk).update(status=Status.RETIRED, decided_on=None, reason="")
    rows.filter(pk=chosen.pk).update(status=Status.CHOSEN, decided_on=on, reason=reason)
    log(instance=campaign, action="campaigns.decide", user=by)


def rows_of(campaign: CampaignPage) -> QuerySet[CampaignPage]:
    return CampaignPage.objects.filter(pk=campaign.pk)


def newest_draft(campaign: CampaignPage) -> CampaignPage:
    draft: CampaignPage = campaign.get_latest_revision_as_object()
    return draft


def check(draft: CampaignPage) -> None:
    """Whether there is something to choose from, and all of it can be printed. Raises NotPossible."""
    if draft.live:
        raise NotPossible(_("This campaign is published with its phrase. There is nothing left to choose."))
    phrases = list(draft.catchphrases.all())
    if not FEWEST <= len(phrases) <= MOST:
        raise NotPossible(
            _("A vote needs %(fewest)s to %(most)s candidates.") % {"fewest": FEWEST, "most": MOST}
        )
    if any(phrase.status != Status.CANDIDATE for phrase in phrases):
        raise NotPossible(_("Set the status of every phrase to “candidate” first; members choose from all."))
    try:
        for phrase in phrases:
            phrase.full_clean(exclude=["campaign"], validate_unique=False)
    except ValidationError as error:
        raise NotPossible(f"{phrase.label} {phrase}: {' '.join(error.messages)}") from error


def write_to_members(campaign: CampaignPage) -> int:
    """A letter to each organisation's administrators with its own address; returns how many."""
    count, members = 0, Organisation.objects.filter(is_approved=True)
    addresses = addresses_by_organisation(members)
    for organisation in members:
        for address in addresses[organisation.pk]:
            post("vote_opened", address, {"campaign": campaign, "organisation": organisation})
            count += 1
    return count


def register_actions(actions: LogActionRegistry) -> None:
    """What the admin's log says of a vote."""
    actions.register_action(
        "campaigns.open_vote", gettext_lazy("Open the vote"), gettext_lazy("Opened the vote")
    )
    actions.register_action(
        "campaigns.close_vote", gettext_lazy("Close the vote"), gettext_lazy("Closed the vote")
    )
    actions.register_action(
        "campaigns.decide", gettext_lazy("Record the decision"), gettext_lazy("Recorded the decision")
    )
