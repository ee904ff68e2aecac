from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from campaigns.tags import Tag


class TopicTag(Tag):
    """What one can talk about at a desk."""

    when_low = models.BooleanField(
        _("for whoever feels low"),
        default=False,
        help_text=_(
            "Desks for this topic come first after words of distress in the search. It counts for every language, "
            "and is ticked at the topic in the site's usual language alone: at the others the tick does nothing."
        ),
    )

    panels = [*Tag.panels, FieldPanel("when_low")]

    class Meta(Tag.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
