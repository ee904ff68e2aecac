"""Form widgets of the editor."""

from typing import Any

from django import forms

from print_templates.themes import themes

#: The inks that tell a theme at a glance, in the order of the swatches.
SWATCHES = ("ground", "phrase", "accent", "deep")


class ThemeSelect(forms.RadioSelect):
    """Themes to choose from, each with its key colours."""

    template_name = "campaigns/widgets/theme_select.html"

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        theme = themes().get(str(option["value"]))
        option["swatches"] = [theme.inks[name].srgb for name in SWATCHES] if theme else []
        return option
