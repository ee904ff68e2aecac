"""What places and desks are found by: short words that staff keep.

Places and desks of every language hold the tags of the installation's language; those of the other languages with
the same slug only say what they are called there.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from campaigns.reading.slugs import free_slug


def in_usual_language() -> models.Q:
    """The tags that can be given to something."""
    return models.Q(locale__language_code=settings.LANGUAGE_CODE)


class Tag(TranslatableMixin, models.Model):
    """A word to choose by. Its slug is in addresses, and the same in all languages."""

    name = models.CharField(_("name"), max_length=30, help_text=_("A short word that labels nobody."))
    slug = models.SlugField(
        _("name in addresses"),
        max_length=30,
        blank=True,
        help_text=_("Small Latin letters, the same in every language. Left empty, it is made from the name."),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"),
        default=0,
        help_text=_("Smaller numbers stand first, for example: 10, 20, 30."),
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("sort_order")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["sort_order", "slug"]
        constraints = [
            models.UniqueConstraint(fields=("slug", "locale"), name="one_%(class)s_slug_per_locale")
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = free_slug(self, self.name, "", "word", most=25)
        super().save(*args, **kwargs)


def names_in(model: type[Tag], language: str) -> Mapping[str, str]:
    """What tags are called in a language, by slug; those that have no name in it are called as usual."""
    rows = model._default_manager.filter(locale__language_code__in={language, settings.LANGUAGE_CODE})
    known = rows.values_list("locale__language_code", "slug", "name")
    by_language = {(code, slug): name for code, slug, name in known}
    usual = {slug: name for (code, slug), name in by_language.items() if code == settings.LANGUAGE_CODE}
    return usual | {slug: name for (code, slug), name in by_language.items() if code == language}
