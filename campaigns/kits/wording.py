"""What an organisation wants its prints to say this time: kept in addresses and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campaigns.members.models import Organisation
from campaigns.members.text import normal, validate_name

#: Letters of a name, as organisations have them, and of a message.
MOST_OF_NAME, MOST_OF_MESSAGE = 60, 40
#: What an address says where the telephone number is left out.
LEFT_OUT = "no"


@dataclass(frozen=True)
class Wording:
    """A name other than the usual one, a message, and whether the contact is printed."""

    name: str = ""
    message: str = ""
    contact: bool = True

    @property
    def parameters(self) -> dict[str, str]:
        """What an address has to say of it; nothing for the usual words."""
        said = {"name": self.name, "message": self.message, "contact": "" if self.contact else LEFT_OUT}
        return {key: value for key, value in said.items() if value}


#: An organisation's name, no message, its contact.
USUAL = Wording()


class LineField(forms.CharField):
    """One line of text in its normal form, without characters that do not print."""

    default_validators = [validate_name]
    default_error_messages = {
        "max_length": _("Please use at most %(limit_value)d letters. These are %(show_value)d."),
    }

    def to_python(self, value: Any) -> str:
        return normal(super().to_python(value) or "")


class WordingForm(forms.Form):
    """The words as somebody types them; `contact` is ticked where the telephone number is left out."""

    name = LineField(label=_("Name on prints"), max_length=MOST_OF_NAME, required=False)
    message = LineField(
        label=pgettext_lazy("imprint", "Message"), max_length=MOST_OF_MESSAGE, required=False,
        help_text=_("One line of up to 40 letters, printed below the name. For example: tea on Tuesday afternoons."),
    )  # fmt: skip
    contact = forms.BooleanField(
        label=_("Leave out the telephone number"),
        required=False,
        widget=forms.CheckboxInput(attrs={"value": LEFT_OUT}),
    )

    def __init__(self, said: Mapping[str, str], organisation: Organisation) -> None:
        self.usual = organisation.printed_name
        super().__init__({"name": self.usual, **known(said)}, label_suffix="")
        self.fields["name"].widget.attrs |= {"placeholder": self.usual, "data-usual": self.usual}
        if not organisation.phone:
            del self.fields["contact"]

    @property
    def wording(self) -> Wording:
        """What was typed rightly; the usual words stand for the rest."""
        self.is_valid()
        found = self.cleaned_data
        name = found.get("name", "")
        return Wording(
            "" if name == self.usual else name, found.get("message", ""), not found.get("contact", False)
        )

    @property
    def fault(self) -> str:
        """The first sentence on what was typed wrongly, with its field; empty when nothing was."""
        for key, problems in self.errors.items():
            return f"{self.fields[key].label}: {problems[0]}"
        return ""


def known(said: Mapping[str, str]) -> dict[str, str]:
    """The words among an address's parameters."""
    return {key: said[key] for key in ("name", "message", "contact") if key in said}
