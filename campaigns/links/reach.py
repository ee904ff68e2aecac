"""Which codes lead to a page or below it, and how much paper carries them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, Max, OuterRef, Q, QuerySet, Sum
from wagtail.models import Page

from campaigns.links.models import Placement, ShortLink, Successor
from campaigns.versions import AudienceVersion

DISPLAYED = Q(status=Placement.Status.DISPLAYED)
PLEDGED = Q(status=Placement.Status.PLEDGED)


@dataclass(frozen=True)
class Standing:
    """Codes that lead somewhere, and the prints that carry them: their number, places and organisations."""

    codes: int
    displayed: int
    places: int
    organisations: int
    #: The last day of what is displayed; some of it may have none.
    until: date | None
    endless: int
    pledged: int
    pledged_places: int
    #: Of all these places, those whose prints may as well be of another version, with another code.
    unsure_places: int

    def __bool__(self) -> bool:
        return bool(self.codes or self.places or self.pledged_places)


def subtree(pages: Iterable[Page]) -> set[int]:
    """The keys of pages and of all below them."""
    below = [Q(path__startswith=page.path) for page in pages]
    return set(Page.objects.filter(reduce(or_, below)).values_list("pk", flat=True)) if below else set()


def with_aliases(pages: Iterable[int]) -> set[int]:
    """Pages with their aliases, which are unpublished with them."""
    found = newest = set(pages)
    while newest:
        aliases = Page.objects.filter(alias_of__in=newest).values_list("pk", flat=True)
        newest = set(aliases) - found
        found = found | newest
    return found


def public_pages() -> QuerySet[Page]:
    """What a visitor may see. The root of the tree is no page of a site."""
    return Page.objects.live().public().filter(depth__gt=1)


def standing(pages: Iterable[int]) -> Standing:
    """What leads to any of these pages, through other pages' successors too."""
    reached = with_predecessors(pages)
    links = links_to(reached)
    # An organisation's common code may hang wherever it has reported no code of a place's own.
    common = links.filter(
        campaign=OuterRef("campaign"), organisation=OuterRef("organisation"), is_placements_own=False
    )
    carries = Q(campaign__in=reached) | Exists(links.filter(placement=OuterRef("pk")))
    # Nobody says which prints are of an audience's version.
    certain = carries | Q(Exists(common.filter(audience="")), has_own_code=False)
    prints = Placement.objects.filter(carries | Q(Exists(common), has_own_code=False)).annotate(
        is_certain=ExpressionWrapper(certain, BooleanField())
    )
    return Standing(
        codes=links.count(),
        **prints.order_by().aggregate(
            displayed=Sum("count", filter=DISPLAYED, default=0),
            places=Count("pk", filter=DISPLAYED),
            organisations=Count("organisation", filter=DISPLAYED, distinct=True),
            # Before `until`, which then names the aggregate.
            endless=Count("pk", filter=DISPLAYED & Q(until=None)),
            until=Max("until", filter=DISPLAYED),
            pledged=Sum("count", filter=PLEDGED, default=0),
            pledged_places=Count("pk", filter=PLEDGED),
            unsure_places=Count("pk", filter=(DISPLAYED | PLEDGED) & Q(is_certain=False)),
        ),
    )


def links_to(pages: set[int]) -> QuerySet[ShortLink]:
    """Codes of these campaigns, and codes whose target, or whose audience's page by now, is one of the pages."""
    version = AudienceVersion.objects.filter(campaign=OuterRef("campaign"), key=OuterRef("audience"))
    as_issued = Q(target__in=pages) & ~Exists(version)
    as_set = Exists(version.filter(page__in=pages))
    return ShortLink.objects.order_by().filter(Q(campaign__in=pages) | as_issued | as_set)


def with_predecessors(pages: Iterable[int]) -> set[int]:
    """Pages with those that are not public and whose codes they take in, over any number of steps."""
    found = newest = set(pages)
    while newest:
        rows = Successor.objects.filter(successor__in=newest).exclude(page__in=public_pages())
        newest = set(rows.values_list("page", flat=True)) - found
        found = found | newest
    return found


def led_to(pages: Iterable[int]) -> set[int]:
    """Those of the pages that need a successor when they go: a code, a campaign's code or another page needs them."""
    among = set(pages)
    needing = (
        ShortLink.objects.filter(target__in=among).values_list("target", flat=True),
        ShortLink.objects.filter(campaign__in=among).values_list("campaign", flat=True),
        AudienceVersion.objects.filter(page__in=among).values_list("page", flat=True),
        Successor.objects.filter(successor__in=among).values_list("successor", flat=True),
    )
    return {page for found in needing for page in found.order_by() if page is not None}
