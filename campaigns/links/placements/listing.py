"""An organisation's placements as its page shows them: by campaign and by status, each with what to do next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.areas.models import Area
from campaigns.links.models import Placement
from campaigns.links.placements.reminders import AHEAD
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition

Status = Placement.Status

#: The order of the sections: first what hangs.
ORDER = (Status.DISPLAYED, Status.PLEDGED, Status.REMOVED)
#: More placements than this can be filtered.
FEW = 15


@dataclass(frozen=True)
class Entry:
    """A placement with its codes; `newest` is its campaign's newest edition where that is known."""

    placement: Placement
    newest: Edition | None
    today: date

    @cached_property
    def codes(self) -> list[str]:
        """The addresses of its own codes that were issued."""
        return [link.address for link in self.placement.links.all()]

    @property
    def hangs(self) -> bool:
        return self.placement.status == Status.DISPLAYED

    @property
    def is_overdue(self) -> bool:
        until = self.placement.until
        return self.hangs and until is not None and until < self.today

    @property
    def ends_soon(self) -> bool:
        until = self.placement.until
        return self.hangs and until is not None and self.today <= until <= self.today + AHEAD

    @property
    def is_outdated(self) -> bool:
        """Whether an edition hangs that a newer one replaces."""
        edition, newest = self.placement.edition, self.newest
        if not self.hangs or edition is None or newest is None:
            return False
        return edition.number < newest.number

    @property
    def may_be_deleted(self) -> bool:
        """As `steps.may_be_deleted`, of codes that are at hand."""
        return self.placement.status == Status.PLEDGED and not self.codes


@dataclass(frozen=True)
class Section:
    """The placements of one status."""

    status: str
    title: str
    entries: Sequence[Entry]

    @property
    def copies(self) -> int:
        return sum(entry.placement.count for entry in self.entries)


@dataclass(frozen=True)
class Earlier:
    """The placements of an earlier campaign."""

    campaign: CampaignPage
    sections: Sequence[Section]
    count: int


@dataclass(frozen=True)
class Listing:
    """All placements of an organisation: `shown` are those of the current campaign that were asked for."""

    campaign: CampaignPage | None
    sections: Sequence[Section]
    earlier: Sequence[Earlier]
    #: How many the current campaign has, and how many of them are shown.
    total: int
    shown: int
    areas: Sequence[Area]

    @property
    def can_be_filtered(self) -> bool:
        return self.total > FEW


def placements_of(organisation: Organisation) -> list[Placement]:
    """All placements with what is said of them."""
    found = Placement.objects.filter(organisation=organisation)
    related = found.select_related("campaign", "area__parent", "edition").prefetch_related("links")
    return list(related.order_by("-campaign__starts", "campaign", "place", "pk"))


def listing(organisation: Organisation, campaign: CampaignPage | None, wanted: Mapping[str, str]) -> Listing:
    """The placements; `wanted` may have a status, a material and an area (its key) to show."""
    placements = placements_of(organisation)
    current = [each for each in placements if campaign is not None and each.campaign_id == campaign.pk]
    shown = [each for each in current if is_wanted(each, wanted)]
    areas = sorted({each.area for each in current}, key=lambda area: area.code)
    return Listing(
        campaign,
        list(sections(shown, campaign.edition if campaign and current else None)),
        list(earlier(each for each in placements if campaign is None or each.campaign_id != campaign.pk)),
        len(current),
        len(shown),
        areas,
    )


def is_wanted(placement: Placement, wanted: Mapping[str, str]) -> bool:
    has = {"status": placement.status, "material": placement.material, "area": str(placement.area_id)}
    return all(wanted.get(name, "") in {"", value} for name, value in has.items())


def sections(placements: Iterable[Placement], newest: Edition | None) -> Iterator[Section]:
    """One section for each status that occurs."""
    today = timezone.localdate()
    entries = [Entry(placement, newest, today) for placement in placements]
    titles = {
        Status.DISPLAYED: _("Hanging now"),
        Status.PLEDGED: _("Going to hang"),
        Status.REMOVED: _("Taken down"),
    }
    for status in ORDER:
        found = [entry for entry in entries if entry.placement.status == status]
        if found:
            yield Section(status, titles[status], found)


def earlier(placements: Iterable[Placement]) -> Iterator[Earlier]:
    """Placements that are in the order of their campaigns, campaign by campaign."""
    for campaign, group in groupby(placements, key=lambda placement: placement.campaign):
        found = list(group)
        yield Earlier(campaign, list(sections(found, None)), len(found))
