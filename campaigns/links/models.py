"""Codes, where the prints hang that carry them, and how often they were read. Nothing about a person."""

from typing import ClassVar

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.links.codes import new_code
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from print_templates.qr import Code, encode


class Placement(models.Model):
    """Where one print of an organisation hangs or lies."""

    class Material(models.TextChoices):
        POSTER = "poster", _("Poster")
        FLYER = "flyer", _("Flyer")
        FAN = "fan", _("Fan")

    class Status(models.TextChoices):
        PLEDGED = "pledged", _("Pledged")
        DISPLAYED = "displayed", _("Displayed")
        REMOVED = "removed", _("Removed")

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="placements", verbose_name=_("member organisation")
    )
    campaign = models.ForeignKey(
        CampaignPage, models.CASCADE, related_name="placements", verbose_name=_("campaign")
    )
    place = models.CharField(_("place"), max_length=80)
    area = models.ForeignKey(Area, models.PROTECT, related_name="placements", verbose_name=_("municipality"))
    material = models.CharField(_("material"), max_length=10, choices=Material, default=Material.POSTER)
    count = models.PositiveIntegerField(_("count"), default=1)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PLEDGED)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["organisation", "place"]
        verbose_name = _("placement")
        verbose_name_plural = _("placements")

    def __str__(self) -> str:
        return f"{self.place} ({self.get_material_display()})"


class ShortLinkManager(models.Manager["ShortLink"]):
    """Issues codes: one for an organisation and campaign, one for the network's own prints."""

    def held(self, campaign: CampaignPage, organisation: Organisation | None) -> "models.QuerySet[ShortLink]":
        """The one code that all prints of an organisation carry in a campaign; None asks for the network's own."""
        return self.filter(
            campaign=campaign, organisation=organisation, placement=None, is_networks_own=organisation is None
        )

    def issued(self, edition: Edition, organisation: Organisation | None) -> "ShortLink":
        """That code, made on first need."""
        return self.held(edition.campaign, organisation).first() or self.issue(edition, organisation)

    def issue(self, edition: Edition, organisation: Organisation | None) -> "ShortLink":
        for _attempt in range(10):
            try:
                with transaction.atomic():
                    link = ShortLink(
                        code=new_code(),
                        target=edition.campaign,
                        campaign=edition.campaign,
                        organisation=organisation,
                        is_networks_own=organisation is None,
                        edition=edition,
                    )
                    link.encoded()
                    link.save(force_insert=True)
                    return link
            except IntegrityError:
                # Either the code exists, or another request issued this organisation's code just now.
                held = self.held(edition.campaign, organisation).first()
                if held is not None:
                    return held
        raise IntegrityError("no free code found in ten tries")


class ShortLink(models.Model):
    """A code on paper and the page it leads to. Never deleted, never used again."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    target = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="+", verbose_name=_("leads to"))
    campaign = models.ForeignKey(
        CampaignPage, models.SET_NULL, null=True, related_name="links", verbose_name=_("campaign")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("member organisation"),
    )
    placement = models.ForeignKey(
        Placement, models.SET_NULL, null=True, blank=True, related_name="links", verbose_name=_("placement")
    )
    edition = models.ForeignKey(
        Edition, models.SET_NULL, null=True, related_name="links", verbose_name=_("first printed in")
    )
    #: The network's own prints; told apart from those of an organisation that has left.
    is_networks_own = models.BooleanField(_("the network's own"), default=False)
    created_at = models.DateTimeField(_("issued"), auto_now_add=True)
    #: The code as it is drawn, encoded once; again only when the site's own address changes.
    encoded_url = models.CharField(max_length=200, blank=True, editable=False)
    encoded_side = models.PositiveSmallIntegerField(default=0, editable=False)
    encoded_operators = models.BinaryField(default=b"", blank=True)

    objects: ClassVar[ShortLinkManager] = ShortLinkManager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=("campaign", "organisation"),
                condition=models.Q(placement=None, organisation__isnull=False),
                name="one_code_per_campaign_and_organisation",
            ),
            models.UniqueConstraint(
                fields=("campaign",),
                condition=models.Q(placement=None, organisation=None, is_networks_own=True),
                name="one_own_code_per_campaign",
            ),
        ]
        verbose_name = _("two-dimensional code")
        verbose_name_plural = _("two-dimensional codes")

    def __str__(self) -> str:
        return self.code

    @property
    def url(self) -> str:
        """What the code holds: upper case, because that makes a smaller code."""
        return f"{settings.PUBLIC_URL}/q/{self.code}".upper()

    def encoded(self) -> Code:
        """The code of `url` ready to print."""
        if self.encoded_url != self.url:
            code = encode(self.url)
            self.encoded_url, self.encoded_side, self.encoded_operators = code.url, code.side, code.operators
            if self.pk:
                self.save(update_fields=["encoded_url", "encoded_side", "encoded_operators"])
        return Code(self.encoded_url, self.encoded_side, bytes(self.encoded_operators))

    @property
    def address(self) -> str:
        """What is printed beside the code for those who type."""
        return f"{settings.PUBLIC_HOST}/q/{self.code}"


class ScanCount(models.Model):
    """How often a code was read on a day (Asia/Tokyo)."""

    link = models.ForeignKey(ShortLink, models.CASCADE, related_name="counts", verbose_name=_("code"))
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("count"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("link", "day"), name="one_count_per_link_and_day")]
        verbose_name = _("scan count")
        verbose_name_plural = _("scan counts")

    def __str__(self) -> str:
        return f"{self.link} {self.day}: {self.count}"


class HourCount(models.Model):
    """How often a campaign's codes were read in an hour."""

    campaign = models.ForeignKey(
        CampaignPage, models.CASCADE, related_name="hour_counts", verbose_name=_("campaign")
    )
    hour = models.DateTimeField(_("hour"))
    count = models.PositiveIntegerField(_("count"), default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("campaign", "hour"), name="one_count_per_campaign_and_hour")
        ]
        verbose_name = _("count by hour")
        verbose_name_plural = _("counts by hour")

    def __str__(self) -> str:
        return f"{self.campaign} {self.hour}: {self.count}"
