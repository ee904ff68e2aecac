"""Letters about what hangs: before its end date, and when a newer edition replaces it.

One letter per organisation tells of all its placements concerned. What is told is claimed and queued in one
transaction: a process that is killed has done both or neither.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from campaigns.links.models import Placement
from campaigns.members.addresses import addresses_of
from campaigns.members.letters import post
from campaigns.members.models import Organisation
from campaigns.models import Edition

logger = logging.getLogger(__name__)

#: How long before its end a placement is told of.
AHEAD = timedelta(days=14)
#: How long after it that is still done, when nothing was sent in time.
LATE = timedelta(days=14)

#: Says of a placement that it was told of; False when another process has done so.
Claim = Callable[[Placement], bool]


def remind_of_ends() -> None:
    """Tell of what is to be taken down soon, once for every end date."""
    remind("placements_end", ending(), claimed_end)


def remind_of_editions() -> None:
    """Tell of what a newer edition replaces, once for every edition."""
    remind("placements_edition", outdated(), claimed_edition)


def hanging() -> QuerySet[Placement]:
    return Placement.objects.filter(status=Placement.Status.DISPLAYED, organisation__is_approved=True)


def ending() -> QuerySet[Placement]:
    today = timezone.localdate()
    soon = hanging().filter(until__gte=today - LATE, until__lte=today + AHEAD)
    return soon.filter(Q(reminded_of_end=None) | ~Q(reminded_of_end=F("until")))


def outdated() -> QuerySet[Placement]:
    """What hangs in an older edition than its campaign's newest, whose key is `newest`."""
    editions = Edition.objects.filter(campaign=OuterRef("campaign")).order_by("-number")
    known = hanging().annotate(
        newest=Subquery(editions.values("pk")[:1]), newest_number=Subquery(editions.values("number")[:1])
    )
    older = known.filter(edition__number__lt=F("newest_number"))
    return older.filter(Q(reminded_of_edition=None) | ~Q(reminded_of_edition=F("newest")))


def claimed_end(placement: Placement) -> bool:
    # Of columns of the row alone: what a subquery has found, PostgreSQL does not look at again after waiting.
    untold = Placement.objects.filter(
        Q(reminded_of_end=None) | ~Q(reminded_of_end=F("until")),
        pk=placement.pk, status=Placement.Status.DISPLAYED, until=placement.until,
    )  # fmt: skip
    return bool(untold.update(reminded_of_end=placement.until))


def claimed_edition(placement: Placement) -> bool:
    newest: int = placement.newest  # type: ignore[attr-defined]  # annotated by `outdated`
    untold = Placement.objects.filter(
        Q(reminded_of_edition=None) | ~Q(reminded_of_edition=newest),
        pk=placement.pk, status=Placement.Status.DISPLAYED, edition=placement.edition_id,
    )  # fmt: skip
    return bool(untold.update(reminded_of_edition=newest))


def remind(letter: str, due: QuerySet[Placement], claim: Claim) -> None:
    """One letter to each organisation that has placements due."""
    rows = due.select_related("organisation", "campaign").order_by("organisation_id", "until", "place")
    for organisation, placements in groupby(rows, key=lambda placement: placement.organisation):
        try:
            tell(letter, organisation, placements, claim)
        except Exception:
            # What is wrong with one keeps no other from being told; it stays due.
            logger.exception("%s was not reminded", organisation.slug)


@transaction.atomic
def tell(letter: str, organisation: Organisation, placements: Iterable[Placement], claim: Claim) -> None:
    """Queue a letter on what could be claimed; what nobody could be told stays due."""
    addresses = addresses_of(organisation)
    told = [placement for placement in placements if addresses and claim(placement)]
    if not told:
        return
    for address in addresses:
        post(letter, address, {"organisation": organisation, "placements": told})
