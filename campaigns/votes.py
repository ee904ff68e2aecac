"""Which candidate phrase the members want: one vote for each organisation, with a comment."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.members.models import Organisation


class Vote(models.Model):
    """One organisation's choice among a campaign's candidates; it may change while the vote is open."""

    campaign = models.ForeignKey(
        "campaigns.CampaignPage", models.CASCADE, related_name="votes", verbose_name=_("campaign")
    )
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="votes", verbose_name=_("member organisation")
    )
    catchphrase = models.ForeignKey(
        "campaigns.Catchphrase", models.CASCADE, related_name="votes", verbose_name=_("catchphrase")
    )
    comment = models.CharField(_("comment"), max_length=200, blank=True)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=("campaign", "organisation"), name="one_vote_per_campaign_and_organisation"
            )
        ]
        verbose_name = _("vote")
        verbose_name_plural = _("votes")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.catchphrase}"
