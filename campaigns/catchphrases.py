"""What a campaign says in few words: its catchphrases, and small things to try."""

from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.forms import theme_choices
from campaigns.languages.fields import same_everywhere
from campaigns.members.text import validate_phrase, validate_short_lines
from campaigns.widgets import ThemeSelect
from print_templates.themes import theme
from print_templates.typeset import unset_characters


class Catchphrase(TranslatableMixin, Orderable):
    """A candidate phrase, or the chosen one; the others are kept with the decision's date and reason."""

    class Status(models.TextChoices):
        CANDIDATE = "candidate", _("Candidate")
        CHOSEN = "chosen", _("Chosen")
        RETIRED = "retired", _("Not chosen")

    campaign = ParentalKey("campaigns.CampaignPage", on_delete=models.CASCADE, related_name="catchphrases")
    label = models.CharField(_("label"), max_length=20, blank=True, help_text=_("For example: plan A."))
    text = models.TextField(
        _("catchphrase"), max_length=60, validators=[validate_phrase],
        help_text=_("4 to 24 letters. A space shows where a line may break, Enter begins a second line."),
    )  # fmt: skip
    reading = models.CharField(
        _("reading"),
        max_length=60,
        blank=True,
        help_text=_("In hiragana, as it is spoken."),
    )
    sub_copy = models.TextField(
        _("sub-copy"), max_length=60, blank=True, validators=[validate_short_lines],
        help_text=_("At most two short lines."),
    )  # fmt: skip
    theme = models.CharField(
        _("theme"),
        max_length=30,
        choices=theme_choices,
        default="coast",
        help_text=_("The colours and drawings of the site and of the prints."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.CANDIDATE,
        help_text=_(
            "The one that is chosen stands on the site and on all prints. The others stay for the record."
        ),
    )
    decided_on = models.DateField(
        _("decided on"),
        null=True,
        blank=True,
        help_text=_("The day of the decision. Members see it with the result of the vote."),
    )
    reason = models.CharField(
        _("reason"),
        max_length=200,
        blank=True,
        help_text=_("Members see it with the result, for example: it had the most votes."),
    )

    #: What members and staff read of a decision stays in the language that it was made in.
    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere("label", "reason")
    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("status")]),
        FieldRowPanel([FieldPanel("text", widget=forms.Textarea({"rows": 2})), FieldPanel("reading")]),
        FieldPanel("sub_copy"),
        FieldPanel("theme", widget=ThemeSelect),
        FieldRowPanel([FieldPanel("decided_on"), FieldPanel("reason")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("catchphrase")
        verbose_name_plural = _("catchphrases")

    def __str__(self) -> str:
        return " ".join(self.text.split())

    def clean(self) -> None:
        super().clean()
        language = self.campaign.locale.language_code
        strangers = unset_characters(self.text, theme(self.theme).lettering_weight, language)
        if strangers:
            message = _("The lettering has no shape for: %(letters)s. Please use other letters.")
            raise ValidationError({"text": message % {"letters": " ".join(strangers)}})


class SmallThing(TranslatableMixin, Orderable):
    """One small thing to try this summer, printed on the back of the fan."""

    campaign = ParentalKey("campaigns.CampaignPage", on_delete=models.CASCADE, related_name="small_things")
    title = models.CharField(
        _("title"),
        max_length=12,
        help_text=_("On the back of the fan, for example: a greeting."),
    )
    text = models.CharField(
        _("text"),
        max_length=34,
        help_text=_("Below that heading, one short sentence."),
    )

    panels = [FieldRowPanel([FieldPanel("title"), FieldPanel("text")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("small thing")
        verbose_name_plural = _("small things")

    def __str__(self) -> str:
        return self.title
