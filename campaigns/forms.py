"""The campaign's form in the editor: what it refuses, and why."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from print_templates.themes import themes


def theme_choices() -> list[tuple[str, str]]:
    """Every theme by key with its translated label."""
    return [(key, str(_(theme.label))) for key, theme in themes().items()]


class CampaignForm(WagtailAdminPageForm):
    """Says in place what would make a campaign unprintable, before anything is lost."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("The campaign ends before it starts. Please check the dates."))
        self.check_choice()
        return data

    @property
    def is_publishing(self) -> bool:
        return "action-publish" in self.data

    def check_choice(self) -> None:
        """Exactly one phrase may be chosen; a draft may still have none."""
        statuses = [
            form.cleaned_data.get("status")
            for form in self.formsets["catchphrases"].forms
            if form.is_valid() and not form.cleaned_data.get("DELETE") and form.cleaned_data.get("text")
        ]
        chosen = statuses.count("chosen")
        if chosen > 1:
            self.add_error(
                None, _("Two catchphrases are chosen. Please leave the status “chosen” on one only.")
            )
        elif chosen == 0 and self.is_publishing:
            self.add_error(
                None,
                _("Choose one catchphrase before publishing: set its status to “chosen”. Nothing is lost."),
            )
