from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.areas.naming import in_kanji, is_easy, latin_of


class Area(models.Model):
    """A municipality, or a ward of one, by its five-digit code (JIS X 0402 with prefecture).

    `str` names it for the reader of the page: with its city, in Latin letters where Japanese ones are not read.
    """

    code = models.CharField(_("code"), max_length=6, unique=True)
    name = models.CharField(_("name"), max_length=60)
    reading = models.CharField(_("reading"), max_length=120, blank=True)
    latin = models.CharField(
        _("name in Latin letters"),
        max_length=120,
        blank=True,
        help_text=_(
            "For readers of other languages. Empty: made from the reading, such as “Tsurumi Ward”. "
            "Where that is wrong, enter it here."
        ),
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="wards", verbose_name=_("part of")
    )
    neighbours = models.ManyToManyField("self", blank=True, verbose_name=_("neighbours"))

    class Meta:
        ordering = ["code"]
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")

    def __str__(self) -> str:
        return self.full_name if in_kanji() else self.latin_name or self.full_name

    @property
    @display(description=_("name"))
    def full_name(self) -> str:
        """With its city, as it is written here, whoever reads it."""
        return f"{self.parent.name}{self.name}" if self.parent else self.name

    @property
    @display(description=_("name in Latin letters"))
    def latin_name(self) -> str:
        """With its city; empty where one of them has no reading."""
        names = [area.latin or latin_of(area.name, area.reading) for area in self.line]
        return ", ".join(names) if all(names) else ""

    @property
    def line(self) -> "list[Area]":
        return [self, self.parent] if self.parent else [self]

    @property
    def in_list(self) -> str:
        """As one of many to choose from: in easy Japanese with its reading, which no ruby can stand over there."""
        readings = [area.reading for area in reversed(self.line)]
        return f"{self}（{''.join(readings)}）" if is_easy() and all(readings) else str(self)

    @property
    def written_in(self) -> str:
        """The language that `str` is in now."""
        return "en" if str(self) != self.full_name else settings.LANGUAGE_CODE

    @property
    def all_names(self) -> tuple[str, ...]:
        """Whatever it is looked for by."""
        return self.full_name, self.latin_name
