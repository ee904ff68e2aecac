from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.members.models.organisation import Organisation


class ConvertedLogo(models.Model):
    """An organisation's logo as zlib-compressed samples, in sRGB and in the inks of a print shop."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="converted_logos")
    #: The stored file it was made from; an upload never takes the name of another.
    source = models.CharField(max_length=200)
    #: Profile and ink limit: `PrintShop.inks`.
    inks = models.CharField(max_length=80)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    office = models.BinaryField()
    press = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("organisation", "source", "inks"), name="one_conversion_per_logo_and_inks"
            )
        ]
        verbose_name = _("converted logo")
        verbose_name_plural = _("converted logos")

    def __str__(self) -> str:
        return f"{self.organisation} {self.width}×{self.height}"
