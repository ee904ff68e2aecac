from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from campaigns.tags import Tag


class CaseTag(Tag):
    """What one can do at a place (sit, eat, learn, chat), or for whom it is, in words that label nobody."""

    class Kind(models.TextChoices):
        ACTIVITY = "activity", _("What one can do there")
        AUDIENCE = "audience", _("For whom")

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind,
        default=Kind.ACTIVITY,
        help_text=_("Under which heading it stands where people choose."),
    )

    panels = [FieldPanel("kind"), *Tag.panels]

    class Meta(Tag.Meta):
        ordering = ["kind", "sort_order", "slug"]
        verbose_name = _("word for places")
        verbose_name_plural = _("words for places")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name}"
