"""Users, organisations and who belongs to which. No page model may live in this app (Wagtail would import in a circle)."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from campaigns.areas.models import Area
from campaigns.members.text import validate_name, validate_slug_is_free
from print_templates.logo import prepare


def private_storage() -> Storage:
    return storages["private"]


class UserManager(BaseUserManager["User"]):
    """Users are known by their e-mail address alone."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Someone who logs in: a member by an e-mailed code, staff by password and second factor."""

    username = None  # type: ignore[assignment]  # the e-mail address is the name
    email = models.EmailField(_("e-mail address"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")


class Organisation(ClusterableModel):
    """A member of the network."""

    class Kind(models.TextChoices):
        NPO = "npo", _("Non-profit organisation")
        COMPANY = "company", _("Company")
        MUNICIPALITY = "municipality", _("Municipality")
        SCHOOL = "school", _("School")
        WELFARE_COUNCIL = "welfare_council", _("Social welfare council")
        SHOP = "shop", _("Shop")
        HOSPITAL = "hospital", _("Hospital")
        LIBRARY = "library", _("Library")
        OTHER = "other", _("Other")

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
    website = models.URLField(_("website"), blank=True)
    logo = models.FileField(_("logo"), upload_to="logos", storage=private_storage, blank=True)
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


class ConvertedLogo(models.Model):
    """An organisation's logo as zlib-compressed samples, in sRGB and in the inks of a print shop."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="converted_logos")
    #: The stored file it was made from; an upload never takes the name of another.
    source = models.CharField(max_length=200)
    #: Profile and ink limit: `PrintShop.inks`.
    inks = models.CharField(max_length=80)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    office = models.BinaryField()
    press = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("organisation", "source", "inks"), name="one_conversion_per_logo_and_inks"
            )
        ]
        verbose_name = _("converted logo")
        verbose_name_plural = _("converted logos")

    def __str__(self) -> str:
        return f"{self.organisation} {self.width}×{self.height}"


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
