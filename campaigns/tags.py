"""What places and desks are found by: short words that staff keep.

Places and desks of every language hold the tags of the installation's language; those of the other languages with
the same slug only say what they are called there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from campaigns.languages.order import order
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
    """What tags are called in a language, by slug, or else in the next best for a reader of it (`order`)."""
    wanted = order(language)
    rows = model._default_manager.filter(locale__language_code__in=wanted)
    known = list(rows.values_list("locale__language_code", "slug", "name"))
    names: dict[str, str] = {}
    for code in reversed(wanted):
        names |= {slug: name for of, slug, name in known if of == code}
    return names


def rename(tags: Iterable[Tag], language: str) -> None:
    """Call tags of one kind by their names in another language than the usual one. One query, if there are any."""
    found = list(tags) if language != settings.LANGUAGE_CODE else []
    names = names_in(type(found[0]), language) if found else {}
    for tag in found:
        tag.name = names.get(tag.slug, tag.name)
