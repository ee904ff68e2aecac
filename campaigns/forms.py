"""The campaign's form in the editor: what it refuses, and why."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.page_form import PageForm
from campaigns.pictures.key_pictures import key_picture
from campaigns.pictures.models import Picture
from campaigns.tags import in_usual_language
from campaigns.votes import Vote
from print_templates.photograph.original import UnusablePhotograph
from print_templates.themes import themes


def theme_choices() -> list[tuple[str, str]]:
    """Every theme by key with its translated label."""
    return [(key, str(_(theme.label))) for key, theme in themes().items()]


class CampaignForm(PageForm):
    """Says in place what would make a campaign unprintable, before anything is lost."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"cases", "desks"} & self.fields.keys():
            self.offer(name)

    def offer(self, name: str) -> None:
        """Everything once, in the usual language, and whatever is chosen already."""
        field: Any = self.fields[name]
        chosen = {thing.pk for thing in self.initial.get(name, ())}
        field.queryset = field.queryset.filter(in_usual_language() | Q(pk__in=chosen))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("The campaign ends before it starts. Please check the dates."))
        self.check_vote()
        self.check_choice()
        self.check_only_once("audience_versions", "key")
        self.check_only_once("key_words", "word")
        self.check_picture(data.get("key_picture"))
        return data

    @property
    def is_publishing(self) -> bool:
        return "action-publish" in self.data

    def check_vote(self) -> None:
        """An open vote is closed before publishing, and what members have voted on is never lost with its votes."""
        if self.is_publishing and self.instance.voting == "open":
            self.add_error(
                None, _("Members are still voting on this campaign. Close the vote before publishing.")
            )
        phrases = self.formsets["catchphrases"]
        if any(Vote.objects.filter(catchphrase=form.instance.pk).exists() for form in phrases.deleted_forms):
            self.add_error(
                None, _("Members have voted for a phrase that you want to delete. Please keep it.")
            )

    def check_only_once(self, rows: str, field: str) -> None:
        """No two rows of an inline may have the same in a field; the later one says so."""
        seen = set()
        for form in self.formsets[rows].forms:
            value = form.cleaned_data.get(field) if form.is_valid() else None
            if not value or form.cleaned_data.get("DELETE"):
                continue
            if value in seen:
                form.add_error(field, _("“%(text)s” is there twice. Please keep one.") % {"text": value})
            seen.add(value)

    def check_picture(self, chosen: Picture | None) -> None:
        """A picture that cannot be printed is refused where it is chosen; one that can is converted by then."""
        try:
            if chosen is not None:
                key_picture(chosen)
        except UnusablePhotograph as error:
            self.add_error("key_picture", str(error))

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
