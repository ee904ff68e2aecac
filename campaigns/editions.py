"""What a campaign has said in print: its words, frozen and numbered."""

import hashlib
from dataclasses import replace
from typing import ClassVar

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from print_templates.content import Content


class EditionManager(models.Manager["Edition"]):
    """Freezes words into numbered editions."""

    def freeze(self, campaign: Page, words: Content, lettering: bytes = b"") -> "Edition":
        """The campaign's edition with these words: the newest when nothing that prints has changed, else the next.

        Two publications at the same moment get one edition each number; the loser of the race looks again.
        """
        for _attempt in range(5):
            newest = self.filter(campaign=campaign).first()
            if newest is not None and newest.says(words):
                return newest
            number = newest.number + 1 if newest else 1
            frozen = {**words.as_json(), "edition": number, "published": timezone.localdate().isoformat()}
            try:
                with transaction.atomic():
                    return self.create(campaign=campaign, number=number, words=frozen, lettering=lettering)
            except IntegrityError:
                continue
        raise IntegrityError("five editions of one campaign were published at the same moment")


class Edition(models.Model):
    """One frozen, numbered state of what prints."""

    campaign = models.ForeignKey(
        "campaigns.CampaignPage", models.CASCADE, related_name="editions", verbose_name=_("campaign")
    )
    number = models.PositiveIntegerField(_("number"))
    words = models.JSONField(_("words"))
    #: WOFF2 with the letters of the phrase alone, for the web page.
    lettering = models.BinaryField(_("lettering"), blank=True, default=b"")
    published_at = models.DateTimeField(_("published"), default=timezone.now)

    objects: ClassVar[EditionManager] = EditionManager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=("campaign", "number"), name="one_edition_per_number")]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return _("%(campaign)s, edition %(number)s") % {
            "campaign": self.campaign.title,
            "number": self.number,
        }

    @cached_property
    def content(self) -> Content:
        return Content.from_json(self.words)

    @property
    def style_key(self) -> str:
        """Names the edition's colours and lettering in addresses that never change their answer."""
        digest = hashlib.sha256(bytes(self.lettering) + self.content.theme.encode()).hexdigest()
        return f"{self.pk}-{digest[:12]}"

    def says(self, words: Content) -> bool:
        """Whether these words, apart from number and day, are this edition's."""
        own = self.content
        return replace(words, edition=own.edition, published=own.published) == own
