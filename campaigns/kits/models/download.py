from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.members.models import Organisation
from campaigns.models import Edition


class KitDownload(models.Model):
    """That files of an edition were taken, by which organisation, and when; nobody's name."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="downloads", verbose_name=_("edition"))
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="downloads",
        verbose_name=_("member organisation"), help_text=_("Empty for the network's own kit."),
    )  # fmt: skip
    by_anyone = models.BooleanField(
        _("by anyone"), default=False, help_text=_("The open poster, taken without an account.")
    )
    files = models.JSONField(_("files"))
    taken_at = models.DateTimeField(_("taken"), default=timezone.now)

    class Meta:
        ordering = ["-taken_at"]
        verbose_name = _("kit taken")
        verbose_name_plural = _("kits taken")

    def __str__(self) -> str:
        return f"{self.organisation or settings.WAGTAIL_SITE_NAME}: {self.edition}"
