"""Whether codes lead to the page that they are meant for, said of any number of them in a few queries.

`resolution` finds out where one code leads; here the database says of all of them whether that is their own page.
Pages that are not public are few, so they are looked up first and named to it.
"""

from dataclasses import dataclass

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    ExpressionWrapper,
    Q,
    QuerySet,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from campaigns.links.models import ShortLink, Successor
from campaigns.public import is_restricted
from campaigns.versions import AudienceVersion


class State(TextChoices):
    """Why a code leads where it leads."""

    OWN = "own", _("Its own page")
    REPLACED = "replaced", _("The page named as its successor")
    UNPUBLISHED = "unpublished", _("Elsewhere: its page is not published")
    RESTRICTED = "restricted", _("Elsewhere: its page is not open to everybody")
    DELETED = "deleted", _("Elsewhere: its page was deleted")


#: What a key of whatever page is, whichever column it came from.
KEY = BigIntegerField()
#: States of codes that lead to a page that nobody chose for them.
FALLBACKS = (State.UNPUBLISHED, State.RESTRICTED, State.DELETED)


def with_states(links: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
    """The links with `meant`, the key of the page that each is meant for, and its `state`."""
    hidden, open_again = Hidden.now(), replaced()
    return links.annotate(
        # As `resolution.intended`, and the campaign where a version has no page of its own.
        meant=Case(*versions(), default="target", output_field=KEY),
        state=Case(
            When(meant=None, then=Value(State.DELETED)),
            When(meant__in=(hidden.unpublished | hidden.restricted) & open_again, then=Value(State.REPLACED)),
            When(meant__in=hidden.unpublished, then=Value(State.UNPUBLISHED)),
            When(meant__in=hidden.restricted, then=Value(State.RESTRICTED)),
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


@dataclass(frozen=True)
class Hidden:
    """The keys of pages that are not public."""

    unpublished: set[int]
    restricted: set[int]

    @classmethod
    def now(cls) -> "Hidden":
        pages = Page.objects.annotate(is_restricted=is_restricted())
        rows = pages.filter(Q(live=False) | Q(is_restricted=True)).values_list("pk", "live").order_by()
        found = list(rows)
        return cls({pk for pk, live in found if not live}, {pk for pk, live in found if live})


def replaced() -> set[int]:
    """The keys of all pages of whose successors, or their successors, one is public; in one query."""
    rows = Successor.objects.annotate(
        is_open=ExpressionWrapper(
            Q(successor__live=True) & ~Q(is_restricted("successor__path")), output_field=BooleanField()
        )
    )
    following = {
        page: (successor, is_open)
        for page, successor, is_open in rows.values_list("page", "successor", "is_open")
    }
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
