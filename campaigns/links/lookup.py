"""What a reading needs to know of its code, kept in the process for a few seconds so that most ask no database."""

import time
from typing import NamedTuple

from django.conf import settings

from campaigns.links.destination import Destination, destination_of
from campaigns.links.resolution import to_resolve

#: Codes kept at most; a poster on television is one of them.
MOST = 10_000


class Way(NamedTuple):
    """What a reading counts for, and where it leads in every language."""

    link: int
    campaign: int | None
    destination: Destination


KEPT: dict[str, tuple[float, Way]] = {}


def way_of(code: str) -> Way | None:
    """The way of a normal code, at most LINK_LOOKUP_SECONDS old; None when there is no such code."""
    kept = KEPT.get(code)
    if kept is not None and time.monotonic() < kept[0]:
        return kept[1]
    link = to_resolve().filter(code=code).first()
    if link is None:
        return None
    way = Way(link.pk, link.campaign_id, destination_of(link))
    if len(KEPT) >= MOST:
        KEPT.clear()
    KEPT[code] = time.monotonic() + settings.LINK_LOOKUP_SECONDS, way
    return way
