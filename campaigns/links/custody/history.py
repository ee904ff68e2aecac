"""What has happened to a code and to the place where it hangs, as far as days are known."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from campaigns.links.custody.entries import Entry
from campaigns.links.days import day_of


def events(entry: Entry) -> list[tuple[date, str]]:
    """Day and words, the oldest first."""
    return sorted(told(entry))


def told(entry: Entry) -> Iterator[tuple[date, str]]:
    link = entry.link
    printed = link.edition
    if printed is not None:
        said = _("Issued, printed first in edition %(number)s") % {"number": printed.number}
    else:
        said = _("Issued")
    yield day_of(link.created_at), said
    place = entry.placement
    if place is not None and place.displayed_on is not None:
        yield place.displayed_on, _("Hung at its place")
    if place is not None and place.removed_on is not None:
        yield place.removed_on, _("Taken down")
    if entry.until is not None:
        yield entry.until, _("Last day")
