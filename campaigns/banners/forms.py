from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaigns.banners.fetching import DEFAULT_PORTS, port_of, urlsplit_safely
from campaigns.banners.words import REASONS
from campaigns.connection import Unreachable


class PageForm(forms.Form):
    """Where the banner stands; empty takes the page off the list."""

    url = forms.URLField(
        label=_("Page with the banner"),
        max_length=200,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"inputmode": "url", "autocomplete": "url", "placeholder": "https://"}),
        error_messages={
            "invalid": _("Please enter the whole address as your browser shows it, beginning with https://.")
        },
    )

    def clean_url(self) -> Any:
        url = self.cleaned_data["url"]
        if not url:
            return url
        try:
            parts = urlsplit_safely(url)
        except Unreachable as problem:
            raise ValidationError(REASONS[problem.reason], code=problem.reason) from problem
        if port_of(parts) not in DEFAULT_PORTS.values():
            raise ValidationError(REASONS["bad_address"], code="bad_address")
        return url
