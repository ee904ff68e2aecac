"""Which desks nobody has checked for long, and the monthly letter to the network's office that names them."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from campaigns.desks.models import Desk
from campaigns.members.letters import post

#: Days after which a desk's number and hours are to be checked again (BARS 31).
DAYS = 90
#: How often the office is reminded.
EVERY = timedelta(days=30)
#: The list of desks in the admin.
LIST = "wagtailsnippets_desks_desk:list"


def last_good_day() -> date:
    return timezone.localdate() - timedelta(days=DAYS)


def unverified(desks: QuerySet[Desk]) -> QuerySet[Desk]:
    return desks.filter(verified_on__lt=last_good_day())


def of_late(desks: QuerySet[Desk]) -> QuerySet[Desk]:
    return desks.filter(verified_on__gte=last_good_day())


def remind() -> None:
    """Name them to the office, the longest unchecked first; no letter when there is none."""
    desks = list(unverified(Desk.objects.select_related("locale")).order_by("verified_on", "slug"))
    if desks:
        post("desks_unverified", settings.OFFICE_EMAIL, {"desks": desks, "days": DAYS, "list_url": LIST})
