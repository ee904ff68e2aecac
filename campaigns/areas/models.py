from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """A municipality, or a ward of one, by its five-digit code (JIS X 0402 with prefecture)."""

    code = models.CharField(_("code"), max_length=6, unique=True)
    name = models.CharField(_("name"), max_length=60)
    reading = models.CharField(_("reading"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="wards", verbose_name=_("part of")
    )
    neighbours = models.ManyToManyField("self", blank=True, verbose_name=_("neighbours"))

    class Meta:
        ordering = ["code"]
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")

    def __str__(self) -> str:
        return f"{self.parent.name}{self.name}" if self.parent else self.name
