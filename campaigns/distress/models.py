"""Which translated sentences about distress a person has read and found good."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class TranslationReview(models.Model):
    """A person has signed off one translation of one sentence. Another wording, of either, is not signed off.

    The person is kept by what makes them able to judge, not by name.
    """

    class Role(models.TextChoices):
        SPEAKER = "speaker", _("Speaks the language from childhood")
        INTERPRETER = "interpreter", _("Interpreter or translator")
        STAFF = "staff", _("Staff who read the language")

    language = models.CharField(_("language"), max_length=12)
    #: `sentences.digest` of sentence and translation.
    digest = models.CharField(max_length=64, editable=False)
    reviewed_by = models.CharField(_("read by"), max_length=12, choices=Role, default=Role.SPEAKER)
    reviewed_at = models.DateTimeField(_("signed off"), auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("language", "digest"), name="one_review_per_language_and_sentence"
            )
        ]
        verbose_name = _("reviewed translation")
        verbose_name_plural = _("reviewed translations")

    def __str__(self) -> str:
        return f"{self.language} {self.digest[:8]}"
