"""Which codes hang longer than they should, or in an edition that a newer one replaces; in the same one query."""

from datetime import date

from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from campaigns.editions import Edition
from campaigns.links.days import today
from campaigns.links.models import Placement, ShortLink

#: The last day of a placement: its own, or its campaign's where none was entered.
LAST_DAY = Coalesce("until", "campaign__ends")
#: Codes that stand on all of an organisation's prints that have none of their own.
IS_SHARED = Q(placement=None, is_placements_own=False, audience="")


def with_hanging(links: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
    """The links with `is_overdue` and `is_outdated`."""
    hanging = Placement.objects.filter(status=Placement.Status.DISPLAYED)
    return links.annotate(is_overdue=on_any(overdue(hanging, today())), is_outdated=on_any(outdated(hanging)))


def with_where(links: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
    """The links with `shared_places`, at how many places a shared code hangs, and `hangs_until`, the last day of all."""
    shared = sharing_in(Placement.objects.filter(status=Placement.Status.DISPLAYED)).order_by()
    counted = shared.values("organisation").annotate(places=Count("pk"), last=Max(LAST_DAY))
    of_shared = Case(When(IS_SHARED, then=Subquery(counted.values("last"))), output_field=DateField())
    places = Case(When(IS_SHARED, then=Subquery(counted.values("places"))), output_field=IntegerField())
    return links.annotate(
        shared_places=Coalesce(places, 0),
        hangs_until=Coalesce("placement__until", of_shared, "campaign__ends"),
    )


def overdue(hanging: QuerySet[Placement], day: date) -> QuerySet[Placement]:
    """What still hangs though its last day has passed: the one that its organisation was told, else its campaign's."""
    return hanging.alias(last_day=LAST_DAY).filter(last_day__lt=day)


def outdated(hanging: QuerySet[Placement]) -> QuerySet[Placement]:
    """What hangs in an older edition than its newest; an edition that nobody entered is not judged."""
    newer = Edition.objects.filter(
        campaign=OuterRef("edition__campaign"), number__gt=OuterRef("edition__number")
    )
    return hanging.filter(Exists(newer))


def on_any(placements: QuerySet[Placement]) -> ExpressionWrapper:
    """Whether one of the placements carries the code: its own place, or any that shares an organisation's code."""
    own = placements.filter(pk=OuterRef("placement"))
    is_on_shared = IS_SHARED & Q(Exists(sharing_in(placements)))
    return ExpressionWrapper(Q(Exists(own)) | is_on_shared, output_field=BooleanField())


def sharing_in(placements: QuerySet[Placement]) -> QuerySet[Placement]:
    """Those of the placements that share the code of a link, which is the outer query's row."""
    return placements.filter(
        has_own_code=False, organisation=OuterRef("organisation"), campaign=OuterRef("campaign")
    )


def sharing(link: ShortLink) -> QuerySet[Placement]:
    """The places where prints with this code hang or will hang: its own, or those that share it."""
    found = Placement.objects.select_related("area__parent", "edition")
    if link.is_placements_own:
        return found.filter(links=link)
    if link.audience or link.organisation_id is None:
        return found.none()
    return found.filter(has_own_code=False, organisation=link.organisation_id, campaign=link.campaign_id)
