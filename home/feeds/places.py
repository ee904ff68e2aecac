"""Places that are new, or say something new."""

from django.utils.translation import gettext_lazy as _

from campaigns.languages.addresses import in_address
from campaigns.languages.brackets import with_aside
from campaigns.languages.codes import language_of
from campaigns.whole_addresses import whole
from home.cases.addresses import address_of, index_of
from home.cases.published import published
from home.feeds.sources import Item, Source

#: Places in a feed.
MOST = 30


def newest_places(language: str) -> list[Item]:
    """The last published first; nothing while there is no list that they stand below."""
    index = index_of(language)
    if index is None:
        return []
    cases = published(language).filter(last_published_at__isnull=False).select_related("area__parent")
    return [
        Item(
            title=with_aside(case.name, case.area),
            url=whole(in_address(address_of(case, index), language_of(case))),
            summary=case.summary,
            published=case.first_published_at or case.last_published_at,
            updated=case.last_published_at,
        )
        for case in cases.order_by("-last_published_at", "pk")[:MOST]
    ]


PLACES = Source("places", _("New places to drop in"), newest_places)
