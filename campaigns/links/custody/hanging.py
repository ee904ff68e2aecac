"""Which codes hang longer than they should, or in an edition that a newer one replaces; in the same one query."""

from datetime import date

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils import timezone

from campaigns.editions import Edition
from campaigns.links.models import Placement, ShortLink


def with_hanging(links: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
    """The links with `is_overdue` and `is_outdated`."""
    hanging = Placement.objects.filter(status=Placement.Status.DISPLAYED)
    return links.annotate(
        is_overdue=on_any(overdue(hanging, timezone.localdate())), is_outdated=on_any(outdated(hanging))
    )


def overdue(hanging: QuerySet[Placement], today: date) -> QuerySet[Placement]:
    """What still hangs though its own last day, or its campaign's, has passed."""
    return hanging.filter(Q(until__lt=today) | Q(campaign__ends__lt=today))


def outdated(hanging: QuerySet[Placement]) -> QuerySet[Placement]:
    """What hangs in an older edition than its newest; an edition that nobody entered is not judged."""
    newer = Edition.objects.filter(
        campaign=OuterRef("edition__campaign"), number__gt=OuterRef("edition__number")
    )
    return hanging.filter(Exists(newer))


def on_any(placements: QuerySet[Placement]) -> ExpressionWrapper:
    """Whether one of the placements carries the code: its own place, or any that shares an organisation's code."""
    own = placements.filter(pk=OuterRef("placement"))
    sharing = placements.filter(
        has_own_code=False, organisation=OuterRef("organisation"), campaign=OuterRef("campaign")
    )
    is_shared = Q(placement=None, is_placements_own=False, audience="")
    return ExpressionWrapper(Q(Exists(own)) | (is_shared & Q(Exists(sharing))), output_field=BooleanField())


def sharing(link: ShortLink) -> QuerySet[Placement]:
    """The places where prints with this code hang or will hang: its own, or those that share it."""
    found = Placement.objects.select_related("area__parent", "edition")
    if link.is_placements_own:
        return found.filter(links=link)
    if link.audience or link.organisation_id is None:
        return found.none()
    return found.filter(has_own_code=False, organisation=link.organisation_id, campaign=link.campaign_id)
