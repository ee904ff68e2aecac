from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.kits.models.plate import Plate


class ImprintVerdict(models.Model):
    """What was found when one organisation's file was verified, and what a download must know of its bytes.

    `key` is a hash of plate, everything imprinted, and the versions of imprint and verifier; a file with the
    same key is the same bytes. Verdicts go with their plate. A file that is not fine has no bytes to describe.
    """

    key = models.CharField(max_length=64, unique=True)
    plate = models.ForeignKey(Plate, models.CASCADE, related_name="verdicts", verbose_name=_("plate"))
    fine = models.BooleanField(_("fine"))
    findings = models.JSONField(_("findings"), default=list, blank=True)
    #: Length in bytes, CRC-32 and SHA-256 of the file.
    size = models.PositiveBigIntegerField(default=0)
    crc = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    class Meta:
        verbose_name = _("verdict on an imprint")
        verbose_name_plural = _("verdicts on imprints")

    def __str__(self) -> str:
        return f"{self.plate}: {self.key[:12]}"
