"""Forms through which an organisation's data comes in, by whomever."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from campaigns.members.text import normal
from print_templates.logo import MOST_BYTES, UnusableLogo, prepare

#: What to say for each reason a logo is refused.
LOGO_PROBLEMS = {
    "too_large": _("This file is larger than 5 MB. Please choose a smaller one."),
    "not_an_image": _("This file is not a picture. Please choose a PNG, JPEG or WebP file."),
    "format": _("Please choose a PNG, JPEG or WebP file."),
    "pixels": _("This picture has more than 25 megapixels. Please choose a smaller one."),
    "frames": _("Moving pictures cannot be printed. Please choose a still one."),
    "damaged": _("This picture is damaged. Please save it again and try once more."),
}


class CleanOrganisation(forms.BaseModelForm):
    """How an organisation's words and logo are cleaned, whoever types them."""

    def clean_name(self) -> str:
        return normal(self.cleaned_data["name"])

    def clean_print_name(self) -> str:
        return normal(self.cleaned_data["print_name"])

    def clean_reading(self) -> str:
        return normal(self.cleaned_data["reading"])

    def clean_hours(self) -> str:
        return normal(self.cleaned_data["hours"])

    def clean_address(self) -> str:
        return normal(self.cleaned_data["address"])

    def clean_logo(self) -> Any:
        """The upload turned into a clean PNG; what was saved before stays until this is right."""
        upload = self.cleaned_data.get("logo")
        if not upload or "logo" not in self.files:
            return upload
        try:
            if upload.size > MOST_BYTES:
                raise UnusableLogo("too_large")
            png = prepare(upload.read())
        except UnusableLogo as problem:
            raise forms.ValidationError(LOGO_PROBLEMS[problem.reason], code=problem.reason) from problem
        return ContentFile(png, name="logo.png")


class OrganisationForm(CleanOrganisation, WagtailAdminModelForm):
    """An organisation as staff edit it."""
