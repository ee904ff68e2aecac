"""What is not deleted, by whatever way: a code ever, and what prints hang for while they hang.

Each raises Kept, which the admin tells as its sentence (`guards.SayWhatKeepsFromDeleting`).
"""

from django.db.models import Model, ProtectedError
from django.utils.translation import gettext as _

from campaigns.links.models import Placement, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage


class Kept(ProtectedError):
    """Something is not deleted; `sentence` says why and what to do instead."""

    def __init__(self, sentence: str, needed: set[Model]) -> None:
        super().__init__(sentence, needed)
        self.sentence = sentence


def keep_codes(link: ShortLink) -> None:
    """Paper carries it: whoever deleted it would lose where it leads and how often it was read."""
    raise Kept(_("A code that was issued once is never deleted: it may stand on paper."), {link})


def keep_campaign_while_prints_hang(campaign: CampaignPage) -> None:
    """Its places would go with it."""
    hanging = hung(campaign=campaign)
    if hanging:
        raise Kept(
            _(
                "Prints of this campaign are still displayed. Please unpublish it instead: its codes then lead to its "
                "successor, and nothing is lost."
            ),
            hanging,
        )


def keep_organisation_while_prints_hang(organisation: Organisation) -> None:
    """Nobody would know any more where they hang, nor near what their codes are read."""
    hanging = hung(organisation=organisation)
    if hanging:
        raise Kept(
            _(
                "Prints of this organisation are still displayed. Please take away “approved” instead: it then leaves "
                "the network's lists, and where its prints hang stays known. It can be deleted when all its prints are "
                "marked as removed."
            ),
            hanging,
        )


def keep_placement_while_it_hangs(placement: Placement) -> None:
    """Its code would lose its place."""
    if placement.status == Placement.Status.DISPLAYED:
        raise Kept(
            _(
                "This print is still displayed. Please mark it as removed first; what it brought is then kept."
            ),
            {placement},
        )


def hung(**whose: Model) -> set[Model]:
    return set(Placement.objects.filter(status=Placement.Status.DISPLAYED, **whose))
