"""The profile as an organisation's administrators edit it."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from campaigns.areas.models import Area
from campaigns.members.forms import CleanOrganisation
from campaigns.members.models import Organisation
from campaigns.members.profile import waiting


class ProfileForm(CleanOrganisation, forms.ModelForm[Organisation]):
    """What prints and what the public list says. A new logo waits under its ticket until everything is right."""

    website = forms.URLField(
        label=_("Website"), required=False, assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )  # fmt: skip
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Organisation
        fields = (
            "name", "reading", "print_name", "area", "phone", "hours", "address", "website", "is_listed", "logo",
        )  # fmt: skip
        labels = {
            "name": _("Name of the organisation"),
            "reading": _("Reading (in hiragana)"),
            "print_name": _("Name on prints"),
            "area": _("Municipality or ward"),
            "phone": _("Telephone"),
            "hours": _("Hours"),
            "address": _("Address"),
            "logo": _("Picture file"),
            "is_listed": _("Show us in the public list of member organisations"),
        }
        help_texts = {
            "phone": _("Printed on posters and flyers."),
            "address": _("Where people find you. Leave it empty if nobody should come."),
            "logo": _("PNG, JPEG or WebP, up to 5 MB and 25 megapixels."),
        }
        widgets = {
            "name": forms.TextInput({"autocomplete": "organization"}),
            "phone": forms.TextInput({"autocomplete": "tel", "type": "tel"}),
            "logo": forms.FileInput({"accept": "image/png,image/jpeg,image/webp"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area = self.fields["area"]
        assert isinstance(area, forms.ModelChoiceField)
        area.queryset = Area.objects.select_related("parent")
        area.empty_label = None
        #: A logo that is not saved yet, as a clean PNG, and the ticket under which it waits, if it does.
        self.fresh: bytes | None = None
        self.waits_as = ""

    def clean(self) -> dict[str, Any]:
        """Take up the logo of an earlier try unless another was chosen now."""
        cleaned = super().clean() or self.cleaned_data
        ticket, chosen = cleaned.get("ticket", ""), "logo" in self.files
        if "leave" in self.data:
            ticket, chosen = "", False
        if chosen and cleaned.get("logo"):
            self.fresh = cleaned["logo"].read()
            cleaned["logo"].seek(0)
        elif ticket:
            self.fresh = waiting.kept(self.instance, ticket)
            if self.fresh is not None:
                self.waits_as = ticket
                cleaned["logo"] = ContentFile(self.fresh, name="logo.png")
            elif not chosen:
                gone = _("The picture you chose is no longer at hand. Please choose it again.")
                self.add_error("logo", forms.ValidationError(gone, code="gone"))
        elif "look" in self.data and not chosen:
            nothing = _("Please choose a picture first. Then you see here how it will print.")
            self.add_error("logo", forms.ValidationError(nothing, code="nothing"))
        return cleaned

    def keep_logo(self) -> None:
        """Let a logo that is not saved yet wait for the next try, whose page then carries its ticket."""
        if self.fresh is not None and not self.waits_as:
            self.waits_as = waiting.keep(self.instance, self.fresh)
        self.data = dict(self.data.items()) | {"ticket": self.waits_as}

    def save_changes(self) -> None:
        """Save what was changed here and nothing else: somebody else may have changed the rest meanwhile."""
        changed = set(self.changed_data) & set(self.Meta.fields)
        self.instance.save(update_fields=changed | ({"logo"} if self.fresh is not None else set()))
