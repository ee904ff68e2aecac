"""Whether codes lead to the page that they are meant for, said of any number of them in a few queries.

`resolution` finds out where one code leads; here the database says of all of them whether that is their own page.
Pages that are not public are few, so they are looked up first and named to it.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from campaigns.cases.models import Case as Place
from campaigns.links.models import ShortLink, Successor
from campaigns.public import is_restricted
from campaigns.versions import AudienceVersion


class State(TextChoices):
    """Why a code leads where it leads."""

    OWN = "own", _("Its own page")
    REPLACED = "replaced", _("The page named as its successor")
    UNPUBLISHED = "unpublished", _("Elsewhere: its page is not published")
    RESTRICTED = "restricted", _("Elsewhere: its page is not open to everybody")
    OUTSIDE = "outside", _("Elsewhere: its page is outside the site")
    DELETED = "deleted", _("Elsewhere: its page was deleted")
    PLACE = "place", _("The list of places: its place is not public")


#: What a key of whatever page is, whichever column it came from.
KEY = BigIntegerField()
#: States of codes that lead to a page that nobody chose for them.
FALLBACKS = (State.UNPUBLISHED, State.RESTRICTED, State.OUTSIDE, State.DELETED, State.PLACE)


def with_states(links: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
    """The links with `meant`, the key of the page that each is meant for, `place_slug` of cards, and the `state`."""
    hidden = Hidden.now()
    open_again = replaced(hidden)
    return links.annotate(
        place_slug=place_slug(),
        # As `resolution.intended`, and the campaign where a version has no page of its own.
        meant=Case(*versions(), default="target", output_field=KEY),
        state=Case(
            When(meant=None, then=Value(State.DELETED)),
            When(meant__in=hidden.all & open_again, then=Value(State.REPLACED)),
            When(meant__in=hidden.unpublished, then=Value(State.UNPUBLISHED)),
            When(meant__in=hidden.restricted, then=Value(State.RESTRICTED)),
            When(meant__in=hidden.outside, then=Value(State.OUTSIDE)),
            When(is_cases_own=True, place_slug=None, then=Value(State.PLACE)),
            default=Value(State.OWN),
            output_field=CharField(),
        ),
    )


def versions() -> list[When]:
    """The page of every audience's version, by its campaign and key."""
    rows = AudienceVersion.objects.values_list("campaign", "key", "page").order_by("campaign", "sort_order")
    return [
        When(campaign=campaign, audience=key, then=Value(page or campaign)) for campaign, key, page in rows
    ]


def place_slug() -> Subquery:
    """The name in addresses of the place on whose cards a code is, where it has a public page; else NULL."""
    same = Place.objects.filter(translation_key=OuterRef("case__translation_key"), live=True)
    return Subquery(same.filter(locale=OuterRef("target__locale")).values("slug")[:1])


@dataclass(frozen=True)
class Hidden:
    """The keys of pages that are not public, each in one of the sets."""

    unpublished: set[int]
    restricted: set[int]
    #: Below no root of a site, so without an address.
    outside: set[int]

    @classmethod
    def now(cls) -> "Hidden":
        pages = Page.objects.annotate(is_restricted=is_restricted())
        outside = ~reduce(or_, [Q(url_path__startswith=root.root_path) for root in roots()], Q(pk=None))
        found = pages.filter(Q(live=False) | Q(is_restricted=True) | outside)
        rows = list(found.values_list("pk", "live", "is_restricted").order_by())
        return cls(
            {pk for pk, live, _closed in rows if not live},
            {pk for pk, live, closed in rows if live and closed},
            {pk for pk, live, closed in rows if live and not closed},
        )

    @property
    def all(self) -> set[int]:
        return self.unpublished | self.restricted | self.outside


def roots() -> list[SiteRootPath]:
    """The roots of all sites in all their languages, as addresses of pages are made with."""
    found: list[SiteRootPath] = Site.get_site_root_paths()
    return found


def replaced(hidden: Hidden) -> set[int]:
    """The keys of all pages of whose successors, or their successors, one is public; in one query."""
    rows = Successor.objects.values_list("page", "successor")
    closed = hidden.all
    following = {page: (successor, successor not in closed) for page, successor in rows}
    return {page for page in following if reaches_open(page, following)}


def reaches_open(page: int, following: dict[int, tuple[int, bool]]) -> bool:
    """Whether the way from a page comes to an open one before it ends or comes round."""
    seen = {page}
    while page in following:
        page, is_open = following[page]
        if is_open:
            return True
        if page in seen:
            return False
        seen.add(page)
    return False
