from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from campaigns.reading.kana import has_kanji, validate_kana
from print_templates.ruby import aligned


class ReadingOverride(models.Model):
    """How a word is read on the pages, whatever the dictionary says; with a context, only where that stands."""

    surface = models.CharField(
        _("word"), max_length=40, help_text=_("As it is written on the pages, with at least one kanji.")
    )
    reading = models.CharField(
        _("reading"), max_length=80, validators=[validate_kana], help_text=_("In hiragana or katakana.")
    )
    context = models.CharField(
        _("only in"),
        max_length=80,
        blank=True,
        help_text=_(
            "Leave it empty for a word that is always read so. Otherwise write the longer words around it, "
            "for example 毎月一日 for 一日 (ついたち)."
        ),
    )

    panels = [
        FieldRowPanel([FieldPanel("surface"), FieldPanel("reading")]),
        FieldPanel("context"),
    ]

    class Meta:
        ordering = ["reading", "surface", "context"]
        verbose_name = _("reading of a word")
        verbose_name_plural = _("readings of words")
        constraints = [
            models.UniqueConstraint(fields=("surface", "context"), name="one_reading_per_word_and_context")
        ]

    def __str__(self) -> str:
        return f"{self.surface} ({self.reading})"

    def clean(self) -> None:
        """Refuse a reading that does not go with its word, and a context without it."""
        self.surface, self.reading, self.context = (
            self.surface.strip(),
            self.reading.strip(),
            self.context.strip(),
        )
        if not has_kanji(self.surface):
            raise ValidationError({"surface": _("This word has no kanji, so nothing would be shown.")})
        if self.context and self.surface not in self.context:
            raise ValidationError({"context": _("The word itself must be part of this.")})
        if aligned(self.surface, self.reading) is None:
            message = _(
                "The kana of the word and of its reading differ. Write the reading of the whole word."
            )
            raise ValidationError({"reading": message})
