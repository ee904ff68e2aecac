"""What an organisation says in a vote."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.models import Catchphrase
from campaigns.votes import Vote

MOST_LETTERS = Vote._meta.get_field("comment").max_length


class ShortText(forms.CharField):
    """Text whose line breaks count once, as the browser counts them."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class VoteForm(forms.Form):
    """One candidate, none of them marked beforehand, and a comment. A page may have several of these forms."""

    candidate = forms.TypedChoiceField(
        coerce=int,
        label=_("Candidates"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose one of the candidates."),
            "invalid_choice": _("This candidate is not there any more. Please choose again."),
        },
    )
    comment = ShortText(
        label=_("Comment (not required)"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "Up to 200 letters. Once the vote is closed all members read it, without your organisation's "
            "name; the network's office sees the name."
        ),
    )

    def __init__(self, candidates: Sequence[Catchphrase], own: Vote | None, data: Any = None) -> None:
        initial = {"candidate": own.catchphrase_id, "comment": own.comment} if own else None
        # No candidate of another campaign has the same key: it keeps apart the fields of several forms.
        super().__init__(data, auto_id=f"vote-{candidates[0].pk}-%s", initial=initial)
        field = self.fields["candidate"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(each.pk, f"{each.label} {each}".strip()) for each in candidates]
