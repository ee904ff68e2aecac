"""How staff answer an application: once, with an invitation or with a sentence."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from campaigns.members.invitations.inviting import HOURS
from campaigns.members.letters import post
from campaigns.members.models import Application, Invitation, Membership, Organisation

State = Application.State

#: Mail providers whose addresses say nothing about an organisation.
COMMON_DOMAINS = frozenset(
    {
        "gmail.com", "yahoo.co.jp", "ymail.ne.jp", "outlook.com", "outlook.jp", "hotmail.com", "hotmail.co.jp",
        "live.jp", "icloud.com", "me.com", "docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp",
        "i.softbank.jp", "nifty.com", "biglobe.ne.jp", "ocn.ne.jp", "so-net.ne.jp", "jcom.home.ne.jp",
    }
)  # fmt: skip


class AlreadyAnswered(Exception):
    """Somebody else was faster."""


@transaction.atomic
def approve(application: Application, slug: str, sentence: str = "") -> Organisation:
    """Make it a member and invite the applicant as its administrator. Raises AlreadyAnswered, IntegrityError."""
    claim(application, State.APPROVED, sentence)
    # Not the telephone: an organisation's own is printed on posters, and this may be the applicant's.
    organisation = Organisation.objects.create(
        slug=slug, name=application.name, reading=application.reading, kind=application.kind,
        area=application.area, website=application.website,
    )  # fmt: skip
    Application.objects.filter(pk=application.pk).update(organisation=organisation)
    role = Membership.Role.ADMINISTRATOR
    _invitation, token = Invitation.objects.issue(organisation, application.email, role)
    context = {"organisation": organisation, "sentence": sentence, "token": token, "hours": HOURS}
    post("application_approved", application.email, context)
    log(organisation, "wagtail.create")
    log(application, "members.approve")
    return organisation


@transaction.atomic
def decline(application: Application, sentence: str) -> None:
    """Write the sentence to the applicant. Raises AlreadyAnswered."""
    claim(application, State.DECLINED, sentence)
    post("application_declined", application.email, {"name": application.name, "sentence": sentence})
    log(application, "members.decline")


def claim(application: Application, state: str, answer: str) -> None:
    """Only one answer is ever given: of two at once the second finds nothing waiting."""
    waiting = Application.objects.filter(pk=application.pk, state=State.WAITING)
    if not waiting.update(state=state, answer=answer, decided_at=timezone.now()):
        raise AlreadyAnswered


def similar(application: Application) -> QuerySet[Organisation]:
    """Members that may be the same organisation: by name, or by the domain of an address or website."""
    alike = Q(name__iexact=application.name)
    if application.reading:
        alike |= Q(reading__iexact=application.reading)
    domain = application.email.rpartition("@")[2].lower()
    if domain and domain not in COMMON_DOMAINS:
        alike |= Q(people__email__iendswith=f"@{domain}") | Q(website__icontains=f"//{domain}")
        alike |= Q(website__icontains=f".{domain}")
    return Organisation.objects.filter(alike).select_related("area__parent").distinct()
