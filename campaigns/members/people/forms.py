"""What is asked when somebody is invited, or takes over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.members.models import Membership, Organisation

#: Invitations that may be open at once; more would be a mailing.
MOST_OPEN = 30


class InviteForm(forms.Form):
    """An address and a role."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("We send a link that can be used once within 72 hours."),
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=Membership.Role, initial=Membership.Role.MEMBER, widget=forms.RadioSelect
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if self.organisation.people.filter(email__iexact=email).exists():
            raise forms.ValidationError(
                _("This person already belongs to your organisation."), code="belongs"
            )
        waiting = self.organisation.invitations.filter(used_at=None).exclude(email=email)
        if waiting.count() >= MOST_OPEN:
            raise forms.ValidationError(
                _("There are %(most)s unanswered invitations already. Please withdraw some first."),
                code="most",
                params={"most": MOST_OPEN},
            )
        return email


class PersonField(forms.ModelChoiceField):
    """People by the address they log in with."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.user.email)


class HandOverForm(forms.Form):
    """Who becomes administrator."""

    person = PersonField(
        Membership.objects.none(),
        label=_("Who takes over?"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("This person no longer belongs to your organisation.")},
    )

    def __init__(self, giver: Membership, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = self.fields["person"]
        assert isinstance(people, forms.ModelChoiceField)
        others = Membership.objects.filter(organisation=giver.organisation_id, user__is_active=True)
        people.queryset = others.exclude(pk=giver.pk).select_related("user").order_by("user__email")
