from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from campaigns.areas.models import Area
from campaigns.members.kinds import Kind
from campaigns.members.models.user import User
from campaigns.members.text import validate_name, validate_slug_is_free
from print_templates.logo import prepare


def private_storage() -> Storage:
    return storages["private"]


class Organisation(ClusterableModel):
    """A member of the network."""

    Kind = Kind

    name = models.CharField(_("name"), max_length=60, validators=[validate_name])
    slug = models.SlugField(
        _("name in addresses"), max_length=60, unique=True, validators=[validate_slug_is_free]
    )
    reading = models.CharField(_("reading"), max_length=120, blank=True, validators=[validate_name])
    print_name = models.CharField(
        _("name on prints"),
        max_length=60,
        blank=True,
        validators=[validate_name],
        help_text=_("A shorter name for posters. Leave empty to print the full name."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NPO)
    area = models.ForeignKey(
        Area, models.PROTECT, verbose_name=_("municipality"), related_name="organisations"
    )
    phone = models.CharField(_("telephone"), max_length=30, blank=True, validators=[validate_name])
    hours = models.CharField(
        _("hours"),
        max_length=60,
        blank=True,
        validators=[validate_name],
        help_text=_("For example: weekdays 9–17."),
    )
    address = models.CharField(_("address"), max_length=120, blank=True, validators=[validate_name])
    website = models.URLField(_("website"), blank=True)
    logo = models.FileField(_("logo"), upload_to="logos", storage=private_storage, blank=True)
    is_listed = models.BooleanField(
        _("in the public list"),
        default=True,
        help_text=_("The list shows name, kind, municipality, logo, website, telephone, hours and address."),
    )
    is_approved = models.BooleanField(_("approved"), default=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    people = models.ManyToManyField(
        User, through="Membership", related_name="organisations", verbose_name=_("people")
    )

    class Meta:
        ordering = ["reading", "name"]
        verbose_name = _("member organisation")
        verbose_name_plural = _("member organisations")

    def __str__(self) -> str:
        return self.name

    @property
    def printed_name(self) -> str:
        return self.print_name or self.name

    @property
    def logo_png(self) -> bytes:
        """The prepared logo, or nothing."""
        if not self.logo:
            return b""
        with self.logo.open("rb") as file:
            return bytes(file.read())

    def set_logo(self, upload: bytes) -> None:
        """Clean and keep an uploaded logo; the caller saves. Raises UnusableLogo."""
        self.logo.save(f"{self.slug}.png", ContentFile(prepare(upload)), save=False)


class Membership(models.Model):
    """A person's place in an organisation."""

    class Role(models.TextChoices):
        ADMINISTRATOR = "administrator", _("Administrator")
        MEMBER = "member", _("Member")

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name=_("person"))
    organisation = ParentalKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("member organisation"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.MEMBER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("user", "organisation"), name="one_membership_per_organisation")
        ]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def __str__(self) -> str:
        return f"{self.user} – {self.organisation}"
