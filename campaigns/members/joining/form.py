"""The form by which an organisation asks to join; it tells people from programs without asking anybody else."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from campaigns.areas.models import Area
from campaigns.members.models import Application, Organisation
from campaigns.members.text import normal

SALT = "members.joining"
#: Nobody fills it in faster; longer than a day ago, somebody may have kept the page to send it again and again.
LEAST_SECONDS, MOST_SECONDS = 3, 24 * 60 * 60

AGAIN = _("Please look through your entries and press “Send” once more. Nothing you typed is lost.")


def stamp() -> str:
    """When the form was handed out, signed."""
    return signing.dumps("form", salt=SALT)


def stamp_problem(value: str) -> str:
    """Why a form's stamp is not taken: "quick", "stale" (or not ours), or nothing."""
    try:
        signing.loads(value, salt=SALT, max_age=MOST_SECONDS)
    except signing.BadSignature:
        return "stale"
    try:
        signing.loads(value, salt=SALT, max_age=LEAST_SECONDS)
    except signing.SignatureExpired:
        return ""
    return "quick"


class ApplicationForm(forms.ModelForm[Application]):
    """Everything is asked of people but `reference`: no one sees it, and what fills it in is a program."""

    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    reference = forms.CharField(label=_("Please leave this empty"), required=False)
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Application
        fields = (
            "name", "reading", "kind", "area", "contact_name", "email", "phone", "website", "message",
        )  # fmt: skip
        labels = {
            "name": _("Name of the organisation"),
            "reading": _("Reading (in hiragana)"),
            "kind": _("Kind of organisation"),
            "area": _("Municipality or ward"),
            "contact_name": _("Your name"),
            "email": _("E-mail address"),
            "phone": _("Telephone"),
            "message": _("Message to the network's office"),
        }
        help_texts = {
            "email": _("We send the answer to this address."),
            "message": _("For example what you do, or what you would like to put up. Up to 600 letters."),
        }
        widgets = {
            "name": forms.TextInput({"autocomplete": "organization"}),
            "contact_name": forms.TextInput({"autocomplete": "name"}),
            "email": forms.EmailInput({"autocomplete": "email"}),
            "phone": forms.TextInput({"autocomplete": "tel", "type": "tel"}),
            "message": forms.Textarea({"rows": 5}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stamp"].initial = stamp
        kind, area = self.fields["kind"], self.fields["area"]
        assert isinstance(kind, forms.ChoiceField)
        assert isinstance(area, forms.ModelChoiceField)
        kind.initial = ""
        kind.choices = [("", _("Please choose")), *Organisation.Kind.choices]
        area.queryset = Area.objects.select_related("parent")
        area.empty_label = str(_("Please choose"))

    def clean_name(self) -> str:
        return normal(self.cleaned_data["name"])

    def clean_reading(self) -> str:
        return normal(self.cleaned_data["reading"])

    def clean_contact_name(self) -> str:
        return normal(self.cleaned_data["contact_name"])

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        """Ask once more whoever was too quick or too slow, or filled in what nobody sees; a person then passes."""
        cleaned = super().clean() or self.cleaned_data
        problem = stamp_problem(cleaned.get("stamp", "")) or ("reference" if cleaned.get("reference") else "")
        if problem:
            shown = {"reference": ""} | ({"stamp": stamp()} if problem == "stale" else {})
            self.data = dict(self.data.items()) | shown
        if problem and not self.errors:
            self.add_error(None, forms.ValidationError(AGAIN, code=problem))
        return cleaned
