"""What a campaign's versions are made of: words of its own for an audience, and how words are read."""

from typing import ClassVar, get_args

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.languages.fields import same_everywhere
from campaigns.members.text import normal, validate_name, validate_short_lines
from campaigns.reading.kana import has_kanji, validate_kana
from print_templates.content import Audience, Reading
from print_templates.sheet import Finish
from print_templates.variants import FURIGANA, STANDARD, VERTICAL

__all__ = ["AudienceVersion", "KeyWord", "has_kanji", "validate_kana", "validate_version_key"]

#: Versions that every edition may have.
TAKEN = frozenset({STANDARD, VERTICAL, FURIGANA})
#: A file's name says its finish behind its version; a version that has it in its own name could not be told.
SET_APART = frozenset(get_args(Finish))


def validate_version_key(key: str) -> None:
    """Refuse names that already mean something in a print's file name."""
    if key in TAKEN or SET_APART & set(key.split("-")):
        raise ValidationError(_("This name is taken; please choose another one."), code="reserved")


class AudienceVersion(TranslatableMixin, Orderable):
    """Words of its own for some readers, such as people at work, and the page that their code opens.

    Nothing in the database keeps two of a campaign from having one key, since two may exchange their keys in one
    save; the campaign's form refuses it.
    """

    #: More would be no choice but a search.
    MOST = 6

    campaign = ParentalKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="audience_versions"
    )
    label = models.CharField(
        _("name of the version"), max_length=12, validators=[validate_name],
        help_text=_("Members choose it by this name, for example “at work”. It is not printed."),
    )  # fmt: skip
    key = models.CharField(
        _("name in file names"), max_length=20,
        validators=[
            RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*\Z", _("Please use a–z, 0–9 and hyphens.")),
            validate_version_key,
        ],
        help_text=_("Short, in small Latin letters: files will be called poster-a2-NAME-office.pdf."),
    )  # fmt: skip
    sub_copy = models.TextField(
        _("sub-copy"), max_length=60, blank=True, validators=[validate_short_lines],
        help_text=_("At most two short lines. Leave it empty to print the catchphrase's."),
    )  # fmt: skip
    lead = models.TextField(
        _("lead"), max_length=160, blank=True, help_text=_("Leave it empty to print the campaign's.")
    )
    page = models.ForeignKey(
        Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("page"),
        help_text=_("What the code on these prints opens. Leave it empty for the campaign's page."),
    )  # fmt: skip

    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere("key", "page")
    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("key")]),
        FieldPanel("sub_copy"),
        FieldPanel("lead"),
        FieldPanel("page"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("audience version")
        verbose_name_plural = _("audience versions")

    def __str__(self) -> str:
        return self.label

    def as_audience(self) -> Audience:
        """What of it is printed."""
        return Audience(self.key, self.label, self.sub_copy, self.lead)


class KeyWord(Orderable):
    """A word of the prints with its reading (ふりがな)."""

    MOST = 40

    campaign = ParentalKey("campaigns.CampaignPage", on_delete=models.CASCADE, related_name="key_words")
    word = models.CharField(
        _("word"),
        max_length=20,
        validators=[validate_name],
        help_text=_("A word of the prints as it is written, with its kanji."),
    )
    reading = models.CharField(
        _("reading"), max_length=40, validators=[validate_kana], help_text=_("In hiragana or katakana.")
    )

    panels = [FieldRowPanel([FieldPanel("word"), FieldPanel("reading")])]

    class Meta(Orderable.Meta):
        verbose_name = _("word with its reading")
        verbose_name_plural = _("words with their readings")

    def __str__(self) -> str:
        return f"{self.word} ({self.reading})"

    def clean(self) -> None:
        super().clean()
        self.word, self.reading = normal(self.word), normal(self.reading)

    def as_reading(self) -> Reading:
        return Reading(self.word, self.reading)
