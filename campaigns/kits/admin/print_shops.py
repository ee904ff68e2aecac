"""Print shops' presets as staff edit them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.kits.icc import MOST_BYTES, UnusableProfile, checked
from campaigns.kits.models import PrintShop
from campaigns.kits.models.print_shop import profile_name
from campaigns.members.text import normal

#: What to say for each reason a profile is refused.
PROFILE_PROBLEMS = {
    "too_large": _("This file is larger than 4 MB. Please ask the print shop for the profile alone."),
    "not_a_profile": _("This file is not a colour profile. Please choose a file that ends in .icc or .icm."),
    "not_cmyk": _("This profile is not for CMYK. Please ask the print shop for its CMYK profile."),
    "not_output": _("This profile is not for printing. Please ask the print shop for its output profile."),
    "damaged": _("This profile is damaged. Please download it again and try once more."),
}


class ProfileInput(forms.ClearableFileInput):
    """Says that a profile is stored and lets it be taken away; a private file has no address to link to."""

    def is_initial(self, value: Any) -> bool:
        return bool(value) and bool(getattr(value, "name", ""))

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        context = self.get_context(name, value, attrs)
        context["attributes"] = flatatt(context["widget"]["attrs"])
        return render_to_string("kits/admin/profile_input.html", context)


class PrintShopForm(WagtailAdminModelForm):
    """A preset; what was typed stays whatever is wrong with it."""

    def full_clean(self) -> None:
        super().full_clean()
        refused = self.errors.get("profile")
        if refused is not None:
            # A profile that was refused is not also lacking.
            del refused.data[1:]

    def clean_name(self) -> str:
        return normal(self.cleaned_data["name"])

    def clean_profile(self) -> Any:
        """The upload when it is a CMYK output profile; what was saved before stays until this is right."""
        upload = self.cleaned_data.get("profile")
        if not upload or "profile" not in self.files:
            return upload
        try:
            if upload.size > MOST_BYTES:
                raise UnusableProfile("too_large")
            data = checked(upload.read())
        except UnusableProfile as problem:
            raise ValidationError(PROFILE_PROBLEMS[problem.reason], code=problem.reason) from problem
        return ContentFile(data, name=profile_name(data))


def marks_in_words(preset: PrintShop) -> str:
    return gettext("Yes") if preset.marks else gettext("No")


class PrintShopViewSet(SnippetViewSet):
    model = PrintShop
    icon = "doc-full"
    list_display = [
        "name",
        "key",
        "bleed",
        Column("marks", label=_("crop marks"), accessor=marks_in_words),
        "ink_limit",
    ]
    search_fields = ["name", "key", "note"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("name"), FieldPanel("key")], _("What it is called")),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("bleed"), FieldPanel("ink_limit")]),
                    FieldPanel("marks"),
                ],
                _("What the shop asks for"),
                help_text=_("Files are always PDF/X-4, which almost every shop takes."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("profile", widget=ProfileInput),
                    FieldPanel("identifier"),
                    FieldPanel("condition"),
                    FieldPanel("registry"),
                ],
                _("Colour"),
                help_text=_("Leave all four empty when the shop sends no profile."),
            ),
            MultiFieldPanel([FieldRowPanel([FieldPanel("hole"), FieldPanel("hole_rise")])], _("Paper fan")),
            FieldPanel("note"),
        ],
        base_form_class=PrintShopForm,
    )
