"""Codes, where the prints hang that carry them, and how often they were read. Nothing about a person."""

from typing import ClassVar

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.links import address
from campaigns.links.codes import new_code
from campaigns.links.custody.models import AlarmLetter, CheckChange, CodeCheck, HostDates, HostSeen, Walk
from campaigns.links.successors import Successor
from campaigns.members.models import Organisation, private_storage
from campaigns.models import CampaignPage, Edition
from print_templates.qr import Code, encode

__all__ = [
    "AlarmLetter",
    "CheckChange",
    "CodeCheck",
    "HostDates",
    "HostSeen",
    "HourCount",
    "Placement",
    "ScanCount",
    "ShortLink",
    "SpoolPosition",
    "Successor",
    "Walk",
]


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
    edition = models.ForeignKey(
        Edition, models.SET_NULL, null=True, blank=True, related_name="placements", verbose_name=_("edition")
    )
    #: Whether its prints carry a code of their own; otherwise that of all the organisation's prints.
    has_own_code = models.BooleanField(_("a code of its own"), default=False)
    displayed_on = models.DateField(_("displayed on"), null=True, blank=True)
    removed_on = models.DateField(_("removed on"), null=True, blank=True)
    photo = models.FileField(_("photograph"), upload_to="placements", storage=private_storage, blank=True)
    #: The end date, or the edition, of which a reminder was sent: each is told once.
    reminded_of_end = models.DateField(null=True, blank=True, editable=False)
    reminded_of_edition = models.ForeignKey(
        Edition, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["organisation", "place"]
        verbose_name = _("placement")
        verbose_name_plural = _("placements")

    def __str__(self) -> str:
        return f"{self.place} ({self.get_material_display()})"


class ShortLinkManager(models.Manager["ShortLink"]):
    """Issues codes: one for an organisation, campaign and audience, one for the network's own prints, one per place.

    `audience` is the key of an audience's version, which has a code of its own; empty for all other prints.
    """

    def held(
        self,
        campaign: CampaignPage,
        organisation: Organisation | None,
        audience: str = "",
        placement: Placement | None = None,
    ) -> "models.QuerySet[ShortLink]":
        """The one code of a placement, or that all other prints of an organisation carry in a campaign.

        None as the organisation asks for the network's own.
        """
        if placement is not None:
            return self.filter(placement=placement, audience=audience)
        return self.filter(
            campaign=campaign,
            organisation=organisation,
            audience=audience,
            is_placements_own=False,
            is_networks_own=organisation is None,
        )

    def issued(
        self,
        edition: Edition,
        organisation: Organisation | None,
        audience: str = "",
        placement: Placement | None = None,
    ) -> "ShortLink":
        """That code, made on first need."""
        held = self.held(edition.campaign, organisation, audience, placement).first()
        return held or self.issue(edition, organisation, audience, placement)

    def issue(
        self,
        edition: Edition,
        organisation: Organisation | None,
        audience: str = "",
        placement: Placement | None = None,
    ) -> "ShortLink":
        # A place's code belongs to the campaign that it hangs for, in whichever language somebody looked first.
        campaign = placement.campaign if placement is not None else edition.campaign
        version = campaign.version_for(audience) if audience else None
        target = version.page if version is not None and version.page is not None else campaign
        for _attempt in range(10):
            try:
                with transaction.atomic():
                    link = ShortLink(
                        code=new_code(),
                        target=target,
                        campaign=campaign,
                        organisation=organisation,
                        audience=audience,
                        placement=placement,
                        is_placements_own=placement is not None,
                        is_networks_own=organisation is None,
                        edition=edition,
                    )
                    link.encoded()
                    link.save(force_insert=True)
                    return link
            except IntegrityError:
                # Either the code exists, or another request issued this one's just now.
                held = self.held(edition.campaign, organisation, audience, placement).first()
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
    #: The key of the audience's version that carries it; empty for all other prints.
    audience = models.CharField(_("audience"), max_length=20, blank=True, default="")
    placement = models.ForeignKey(
        Placement, models.SET_NULL, null=True, blank=True, related_name="links", verbose_name=_("placement")
    )
    #: The place whose cards carry it; its page stands below `target`.
    case = models.ForeignKey(
        Case, models.SET_NULL, null=True, blank=True, related_name="links", verbose_name=_("case")
    )
    edition = models.ForeignKey(
        Edition, models.SET_NULL, null=True, related_name="links", verbose_name=_("first printed in")
    )
    #: The network's own prints; told apart from those of an organisation that has left.
    is_networks_own = models.BooleanField(_("the network's own"), default=False)
    #: A placement's own; told apart from the organisation's common code when the placement is gone.
    is_placements_own = models.BooleanField(_("a placement's own"), default=False)
    #: On the cards of a place; told apart from what has lost its organisation when the place is gone.
    is_cases_own = models.BooleanField(_("on the cards of a place"), default=False)
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
                fields=("campaign", "organisation", "audience"),
                condition=models.Q(is_placements_own=False, organisation__isnull=False),
                name="one_code_per_campaign_organisation_and_audience",
            ),
            models.UniqueConstraint(
                fields=("campaign", "audience"),
                condition=models.Q(placement=None, organisation=None, is_networks_own=True),
                name="one_own_code_per_campaign_and_audience",
            ),
            models.UniqueConstraint(
                fields=("placement", "audience"),
                condition=models.Q(placement__isnull=False),
                name="one_code_per_placement_and_audience",
            ),
            models.UniqueConstraint(
                fields=("case",), condition=models.Q(case__isnull=False), name="one_code_per_case"
            ),
        ]
        verbose_name = _("two-dimensional code")
        verbose_name_plural = _("two-dimensional codes")

    def __str__(self) -> str:
        return self.code

    @property
    def url(self) -> str:
        """What the code holds: upper case, because that makes a smaller code."""
        return f"{address.root()}/q/{self.code}".upper()

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
        return f"{address.host()}/q/{self.code}"


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


class SpoolPosition(models.Model):
    """How many bytes of a file of the spool are in the numbers; see `rollup`."""

    name = models.CharField(max_length=60, unique=True)
    counted = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.counted}"
