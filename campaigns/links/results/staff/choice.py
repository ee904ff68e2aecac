"""What a member of staff has asked for: a campaign, one to compare it with, a period, and by what its days are taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.utils import timezone

from campaigns.current import current_campaign
from campaigns.links.models import ShortLink
from campaigns.links.results.staff.periods import WHOLE, Period, chosen, periods
from campaigns.links.results.staff.sources import read_between
from campaigns.models import CampaignPage


@dataclass(frozen=True)
class Choice:
    """`period` is None before the first reading; `is_mended` when something was asked for that there is not."""

    campaigns: Sequence[CampaignPage]
    campaign: CampaignPage
    other: CampaignPage | None
    periods: Sequence[Period]
    period: Period | None
    step: str
    is_mended: bool

    @property
    def has_begun(self) -> bool:
        return self.campaign.starts <= today()

    @property
    def other_period(self) -> Period | None:
        """The same part of the other campaign's time."""
        if self.other is None or self.period is None:
            return None
        if self.period.key == WHOLE:
            return whole(self.other)
        one, other = self.campaign.starts, self.other.starts
        months = (other.year - one.year) * 12 + other.month - one.month
        return self.period.moved((other - one).days, months)

    @property
    def query(self) -> str:
        """What asks for the same again."""
        asked = {"campaign": self.campaign.pk, "by": self.step}
        if self.period is not None:
            asked["period"] = self.period.key
        if self.other is not None:
            asked["with"] = self.other.pk
        return urlencode(asked)


def choice(asked: Mapping[str, str]) -> Choice | None:
    """What was asked for in an address, or what is usual; None while there is no campaign with codes.

    Raises Http404 for a campaign that has none.
    """
    campaigns = with_codes()
    if not campaigns:
        return None
    campaign = named(asked.get("campaign", ""), campaigns) or usual(campaigns)
    other = named(asked.get("with", ""), campaigns)
    all_of_it = whole(campaign)
    offered = periods(all_of_it.first, all_of_it.last, today()) if all_of_it else []
    wanted = asked.get("period", "") or WHOLE
    period = chosen(wanted, offered) or (offered[0] if offered else None)
    by = asked.get("by", "")
    step = period.step(by) if period else ""
    mended = period is not None and (period.key != wanted or by not in ("", step))
    return Choice(campaigns, campaign, other if other != campaign else None, offered, period, step, mended)


def with_codes() -> list[CampaignPage]:
    """The latest first."""
    codes = ShortLink.objects.filter(campaign=OuterRef("pk"))
    found = CampaignPage.objects.filter(Exists(codes)).select_related("locale")
    return list(found.order_by("-starts", "-pk"))


def named(key: str, campaigns: Sequence[CampaignPage]) -> CampaignPage | None:
    """The campaign of that key; none for an empty one."""
    if not key:
        return None
    found = next((campaign for campaign in campaigns if str(campaign.pk) == key), None)
    if found is None:
        raise Http404
    return found


def usual(campaigns: Sequence[CampaignPage]) -> CampaignPage:
    current = current_campaign()
    return current if current is not None and current in campaigns else campaigns[0]


def whole(campaign: CampaignPage) -> Period | None:
    """From its beginning, or the first reading before it, to today or its end, or the last reading after it."""
    read = read_between(campaign)
    if read is None:
        return None
    first, last = min(read[0], campaign.starts), max(read[1], min(today(), campaign.ends))
    return periods(first, last, today())[0]


def today() -> date:
    """In Tokyo, whichever time zone somebody has chosen for the admin."""
    return timezone.localdate(timezone=timezone.get_default_timezone())
