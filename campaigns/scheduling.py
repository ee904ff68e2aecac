"""When a page or place is published and taken down by itself, explained."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import PublishingPanel

HELP = {
    "go_live_at": _("Empty: published as soon as you say so. For example: 2027-04-01 09:00."),
    "expire_at": _("Taken off the site at that time. Empty: it stays. For example: 2027-03-31 23:59."),
}


class SchedulingPanel(PublishingPanel):
    """Wagtail's two moments, each with a sentence."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for panel in self.children:
            panel.help_text = HELP[panel.field_name]
