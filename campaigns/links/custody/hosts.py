"""The hosts that are printed: until when their names and certificates hold, and whether they answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

from campaigns.links import address
from campaigns.links.days import today
from campaigns.links.models import HostDates, HostSeen

#: Days before a name has to be renewed, and before a certificate ends, on which that is told anew.
RENEWAL, CERTIFICATE = (60, 30, 7), (21, 7)


@dataclass(frozen=True)
class Host:
    """A host and what is known of it; `answers` is None until it was asked."""

    name: str
    renews_on: date | None
    certificate_until: date | None
    reason: str = ""
    answers: bool | None = None


def dates() -> HostDates:
    """What was entered; with nothing in it where nothing was."""
    site = Site.objects.filter(is_default_site=True).first()
    found = HostDates.objects.filter(site=site).first() if site is not None else None
    return found or HostDates()


def names() -> list[str]:
    """The hosts that codes need: that of the site, and their own where they have one; each with its port."""
    printed = [urlsplit(settings.PUBLIC_URL).netloc, address.host()]
    return list(dict.fromkeys(name.lower() for name in printed))


def of_sites() -> set[str]:
    """The hosts, without ports, of all sites that pages may stand on."""
    return {name.lower() for name in Site.objects.values_list("hostname", flat=True)}


def hosts(entered: HostDates) -> Iterator[Host]:
    """Every host with its dates; of a certificate what was read comes before what was entered."""
    seen = {row.name: row for row in HostSeen.objects.filter(name__in=names())}
    known = [
        (entered.domain_renews_on, entered.certificate_until),
        (entered.link_domain_renews_on, entered.link_certificate_until),
    ]
    for name, (renews_on, certificate_until) in zip(names(), known, strict=False):
        row = seen.get(name)
        if row is None:
            yield Host(name, renews_on, certificate_until)
        else:
            read = row.certificate_until or certificate_until
            yield Host(name, renews_on, read, row.reason, not row.reason)


def stage(day: date | None, warnings: tuple[int, ...]) -> int | None:
    """The last of the warnings, in days, that has come: -1 when the day has passed, None while it is far."""
    if day is None:
        return None
    left = (day - today()).days
    if left < 0:
        return -1
    return min((days for days in warnings if left <= days), default=None)
