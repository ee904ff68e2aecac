from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition


class BannerFile(models.Model):
    """One banner of an edition as SVG or PNG, drawn once."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="banner_files")
    #: Width and height in CSS pixels, such as 300x250.
    size = models.CharField(max_length=12)
    form = models.CharField(max_length=3)
    code_version = models.PositiveSmallIntegerField(default=1)
    #: The first half of the SHA-256 in hexadecimal; its address holds it and so never changes its answer.
    digest = models.CharField(max_length=32, db_index=True)
    data = models.BinaryField()

    class Meta:
        ordering: ClassVar[list[str]] = ["edition", "size", "form"]
        constraints = [
            models.UniqueConstraint(
                fields=("edition", "size", "form", "code_version"),
                name="one_banner_per_edition_size_and_form",
            )
        ]
        verbose_name = _("banner")
        verbose_name_plural = _("banners")

    def __str__(self) -> str:
        return f"{self.size}.{self.form}"


class LinkCheck(models.Model):
    """Whether an organisation's page links to the current campaign, as it was seen last."""

    class Result(models.TextChoices):
        UNKNOWN = "unknown", _("Not looked at yet")
        LINKS = "links", _("Leads to the campaign")
        NO_LINK = "no_link", _("No link found")
        UNREACHABLE = "unreachable", _("Could not be read")

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, related_name="link_check", verbose_name=_("member organisation")
    )
    #: The page on which the banner stands; it need not be the organisation's first page.
    url = models.URLField(_("page with the banner"))
    campaign = models.ForeignKey(
        CampaignPage, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("campaign")
    )
    result = models.CharField(_("result"), max_length=12, choices=Result, default=Result.UNKNOWN)
    #: In a word why it could not be read, such as "private_address" or "timeout".
    reason = models.CharField(max_length=40, blank=True)
    checked_at = models.DateTimeField(_("last looked at"), null=True, blank=True)
    #: Since when no link has been seen; empty while there is one.
    failing_since = models.DateTimeField(null=True, blank=True, editable=False)
    #: When the organisation was written to about it: once until a link is seen again.
    written_at = models.DateTimeField(_("letter sent"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    class Meta:
        ordering = ["organisation"]
        verbose_name = _("link check")
        verbose_name_plural = _("link checks")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_result_display()}"
