"""The two ways into the network: somebody applies, or is invited."""

import hashlib
import secrets
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.areas.models import Area
from campaigns.members.models.organisation import Membership, Organisation
from campaigns.members.models.user import User
from campaigns.members.text import validate_name

#: How long an invitation can be used (BARS: at most 72 hours).
VALID_FOR = timedelta(hours=72)


class Application(models.Model):
    """An organisation that asks to join, as it was sent; staff approve or decline it once."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for an answer")
        APPROVED = "approved", _("Approved")
        DECLINED = "declined", _("Declined")

    name = models.CharField(_("name"), max_length=60, validators=[validate_name])
    reading = models.CharField(_("reading"), max_length=120, blank=True, validators=[validate_name])
    kind = models.CharField(
        _("kind"), max_length=20, choices=Organisation.Kind, default=Organisation.Kind.NPO
    )
    area = models.ForeignKey(
        Area, models.PROTECT, verbose_name=_("municipality"), related_name="applications"
    )
    contact_name = models.CharField(_("contact person"), max_length=60, validators=[validate_name])
    email = models.EmailField(_("e-mail address"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True, validators=[validate_name])
    website = models.URLField(_("website"), blank=True)
    message = models.TextField(_("message"), max_length=600, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    created_at = models.DateTimeField(_("received"), default=timezone.now)
    decided_at = models.DateTimeField(_("answered"), null=True, blank=True)
    #: What was written to the applicant with the answer.
    answer = models.TextField(_("sentence to the applicant"), max_length=400, blank=True)
    organisation = models.OneToOneField(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="application",
        verbose_name=_("member organisation"),
    )  # fmt: skip

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")

    def __str__(self) -> str:
        return self.name


class InvitationManager(models.Manager["Invitation"]):
    """Issues invitations and finds them again by the token that only the invited person has."""

    def issue(
        self, organisation: Organisation, email: str, role: str = Membership.Role.MEMBER
    ) -> tuple["Invitation", str]:
        """A new invitation and its token, which is kept nowhere; earlier ones to the same address end."""
        email = email.strip().lower()
        self.filter(organisation=organisation, email=email, used_at=None).delete()
        token = secrets.token_urlsafe(32)
        invitation = self.create(
            organisation=organisation, email=email, role=role, token_hash=hashed(token),
            expires_at=timezone.now() + VALID_FOR,
        )  # fmt: skip
        return invitation, token

    def open(self, token: str) -> "Invitation | None":
        """The invitation of that token while it can be used."""
        return (
            self.filter(token_hash=hashed(token), used_at=None, expires_at__gt=timezone.now())
            .select_related("organisation")
            .first()
        )


class Invitation(models.Model):
    """A person is asked into an organisation: by e-mail, once, within `VALID_FOR`. Only a hash of the token is kept."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="invitations", verbose_name=_("member organisation")
    )
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=20, choices=Membership.Role, default=Membership.Role.MEMBER)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("accepted"), null=True, blank=True)

    objects: ClassVar[InvitationManager] = InvitationManager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"{self.email} – {self.organisation}"

    @property
    def is_open(self) -> bool:
        return self.used_at is None and self.expires_at > timezone.now()

    def accept(self, user: User) -> bool:
        """Use it up for a person; False when somebody was faster or it has run out."""
        now = timezone.now()
        claimed = type(self).objects.filter(pk=self.pk, used_at=None, expires_at__gt=now).update(used_at=now)
        if not claimed:
            return False
        if not self.organisation.memberships.exists():
            # The first to say yes brings the organisation into the public list; the profile takes it out again.
            Organisation.objects.filter(pk=self.organisation.pk).update(is_listed=True)
        Membership.objects.get_or_create(
            user=user, organisation=self.organisation, defaults={"role": self.role}
        )
        return True


def hashed(token: str) -> str:
    """Hex SHA-256: the token is random, so nothing slower is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
