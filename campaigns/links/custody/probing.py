"""Whether our hosts answer at all: one note on a host instead of a failure for each of its thousand codes."""

from datetime import date, timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from campaigns.connection import Unreachable
from campaigns.links import address
from campaigns.links.custody import hosts
from campaigns.links.custody.asking import ask
from campaigns.links.models import HostSeen

#: How long a host that did not answer is left alone.
AGAIN = timedelta(minutes=10)


def silence() -> str:
    """Ask every host for the page on which codes are typed; returns why one did not answer, or nothing."""
    roots = dict.fromkeys([settings.PUBLIC_URL, address.root()])
    return next(filter(None, [heard(root) for root in roots]), "")


def heard(root: str) -> str:
    """Ask one host and note how it answered; returns why it did not, or nothing."""
    try:
        answer = ask(f"{root}/q/")
    except Unreachable as problem:
        return noted(root, problem.reason)
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return noted(root, "server_error", answer.certificate_until)
    return noted(root, "" if answer.status == HTTPStatus.OK else "not_ours", answer.certificate_until)


def noted(root: str, reason: str, certificate_until: date | None = None) -> str:
    """Keep it; since when a host is silent is the moment it was first found so."""
    name = urlsplit(root).netloc.lower()
    row, _made = HostSeen.objects.get_or_create(name=name)
    row.seen_at = timezone.now()
    row.since = (row.since or row.seen_at) if reason else None
    row.reason = reason
    if not reason or certificate_until is not None:
        # Of a host that did not answer, what was read last still stands.
        row.certificate_until = certificate_until
    row.save()
    return reason


def was_silent_just_now() -> bool:
    return (
        HostSeen.objects.filter(name__in=hosts.names(), seen_at__gt=timezone.now() - AGAIN)
        .exclude(reason="")
        .exists()
    )
