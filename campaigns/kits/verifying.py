"""Verifying an organisation's files: at once when they are few, else by the worker, with progress."""

import hashlib
from dataclasses import asdict
from typing import Any

from django.core.cache import cache
from django_tasks import task

from campaigns.kits import plates, verdicts
from campaigns.kits.combinations import USUAL_PAPER
from campaigns.kits.kit import Kit
from campaigns.kits.models import PrintShop
from campaigns.kits.wording import Wording
from campaigns.links.models import Placement
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.shop import GENERIC
from print_templates.variants import STANDARD

#: So many files are verified while somebody waits; one takes 20–60 ms, so that nobody waits longer than a second.
AT_ONCE = 16
#: Seconds for which a queued verification is not queued again; every few files renew it.
LEASE = 60
#: Files after which verdicts are kept, so that progress is seen and a killed worker loses little.
STEP = 4


def waits(kit: Kit, missing: int) -> bool:
    """Whether so many missing verdicts are left to the worker, which is told so."""
    if plates.builds_here() or missing <= AT_ONCE:
        return False
    # Whoever comes first queues it; when its worker died, whoever comes after the lease.
    if cache.add(lease_of(kit), True, LEASE):
        verify_kit.enqueue(
            kit.edition.pk,
            kit.organisation.pk if kit.organisation else None,
            kit.shop.key,
            kit.paper,
            kit.variant,
            asdict(kit.wording),
            kit.placement.pk if kit.placement else None,
            kit.by_hand,
        )
    return True


def lease_of(kit: Kit) -> str:
    whose = kit.organisation.pk if kit.organisation else "network"
    # A cache's keys are short and plain; names are neither.
    place = kit.placement.pk if kit.placement else None
    words = hashlib.sha256(repr((kit.wording, place, kit.by_hand)).encode()).hexdigest()[:16]
    return f"verifying-{kit.edition.pk}-{whose}-{kit.shop.key}-{kit.paper}-{kit.variant}-{words}"


@task(backend="print", queue_name="print")
def verify_kit(
    edition_pk: int,
    organisation_pk: int | None,
    shop_key: str,
    paper: str = USUAL_PAPER,
    variant: str = STANDARD,
    words: dict[str, Any] | None = None,
    placement_pk: int | None = None,
    by_hand: bool = False,
) -> None:
    """Verify what is missing of a kit. Doing it twice does no harm: a verdict is kept once."""
    edition = Edition.objects.select_related("campaign").get(pk=edition_pk)
    organisation = Organisation.objects.get(pk=organisation_pk) if organisation_pk else None
    preset = PrintShop.objects.filter(key=shop_key).first() if shop_key else None
    shop, wording = preset.as_shop() if preset else GENERIC, Wording(**(words or {}))
    placement = Placement.objects.filter(pk=placement_pk).first() if placement_pk else None
    kit = Kit(
        edition, organisation, False, shop, paper, variant,
        placement=placement, wording=wording, by_hand=by_hand,
    )  # fmt: skip
    try:
        verify(kit)
    except FileNotFoundError:
        # Whoever looks next finds the plate missing and orders it.
        if not plates.forget_lost(edition):
            raise
    cache.delete(lease_of(kit))


def verify(kit: Kit) -> None:
    """Step by step; each renews the lease."""
    missing = verdicts.missing(kit.files, verdicts.known(kit.files))
    for first in range(0, len(missing), STEP):
        verdicts.ensure(missing[first : first + STEP], {})
        cache.touch(lease_of(kit), LEASE)
