"""All campaigns beside one another: what the whole time of each has brought, and what the cards of places have."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from campaigns.links.models import ShortLink
from campaigns.links.results.charts.rows import Line, chart
from campaigns.links.results.few import DASH, Reading
from campaigns.links.results.staff.cards import codes_on_cards, readings_of_cards
from campaigns.links.results.staff.choice import whole
from campaigns.links.results.staff.shown import Shown
from campaigns.links.results.staff.sources import counts
from campaigns.links.results.staff.tables.table import Row, Table, Value, Words
from campaigns.models import CampaignPage


def by_campaign(campaigns: Sequence[CampaignPage]) -> Table:
    rows, lines = [], []
    for campaign in campaigns:
        codes, reading = ShortLink.objects.filter(campaign=campaign).count(), readings_of(campaign)
        days = [Words(date_format(day, "DATE_FORMAT")) for day in (campaign.starts, campaign.ends)]
        rows.append(Row(campaign.title, [*days, Reading(codes), reading]))
        lines.append(Line(campaign.title, reading))
    cards = codes_on_cards().count()
    if cards:
        label, reading = _("Cards of places"), readings_of_cards()
        none: list[Value] = [Words(DASH), Words(DASH)]
        rows.append(Row(label, [*none, Reading(cards), reading]))
        lines.append(Line(label, reading))
    return Table(
        "campaigns",
        _("By campaign"),
        [_("campaign"), _("begins"), _("ends"), _("codes issued"), _("readings")],
        rows,
        [chart(lines, _("Bars: readings by campaign. The table has the numbers."))] if lines else [],
        _("The whole time of each campaign. Codes on the small cards of places belong to no campaign."),
    )


def readings_of(campaign: CampaignPage) -> Reading:
    """What its own page says of the whole time."""
    period = whole(campaign)
    return Shown(counts(campaign, period)).total() if period else Reading(0)
