"""The results of an organisation's prints, as a page and as a table for spreadsheets."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.current import current_campaign
from campaigns.links.results.charts.columns import Bar, chart
from campaigns.links.results.few import DASH, TOLD
from campaigns.links.results.members.readings import Results, Row, campaigns_of, results
from campaigns.links.results.not_counted import who_is_not_counted
from campaigns.links.results.staff.periods import MONTH, short
from campaigns.members.access import for_member
from campaigns.members.models import Organisation
from campaigns.members.spreadsheets import Cell, csv_answer
from campaigns.models import CampaignPage


@for_member
@require_safe
def results_page(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """Readings by place and month, and what they mean."""
    campaigns = campaigns_of(organisation)
    campaign = chosen(request, campaigns)
    context: dict[str, Any] = {
        "organisation": organisation,
        "here": "results",
        "campaigns": campaigns,
        "campaign": campaign,
        "most_few": TOLD - 1,
        "who_is_not_counted": who_is_not_counted(),
    }
    if campaign is not None:
        found = results(organisation, campaign)
        context |= {
            "results": found,
            "months": [date_format(month, "YEAR_MONTH_FORMAT") for month in found.months],
            "charts": [(row, chart_of(row, found)) for row in found.rows] if found.months else [],
        }
    return render(request, "placements/results.html", context)


@for_member
@require_safe
def results_csv(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The same table."""
    campaign = chosen(request, campaigns_of(organisation))
    if campaign is None:
        raise Http404
    found = results(organisation, campaign)
    head: list[Cell] = [
        _("place"), _("material"), *(f"{month:%Y-%m}" for month in found.months), _("in all"),
        _("number of prints"), _("per 100 prints"),
    ]  # fmt: skip
    rows = [head, *(cells(row) for row in found.rows)]
    return csv_answer(f"{organisation.slug}-results-{campaign.slug}.csv", rows)


def cells(row: Row) -> list[Cell]:
    counts = [reading.cell for reading in row.readings]
    return [row.label, row.detail, *counts, row.total.cell, row.prints or DASH, row.per_hundred.cell]


def chosen(request: HttpRequest, campaigns: Sequence[CampaignPage]) -> CampaignPage | None:
    """The campaign that the address names (?campaign=KEY), else the current one, else the latest; 404 for others."""
    wanted = request.GET.get("campaign", "")
    if wanted:
        found = next((campaign for campaign in campaigns if str(campaign.pk) == wanted), None)
        if found is None:
            raise Http404
        return found
    current = current_campaign()
    if current in campaigns:
        return current
    return campaigns[0] if campaigns else None


def chart_of(row: Row, found: Results) -> str:
    befores = [None, *found.months[:-1]]
    bars = [
        Bar(short(month, before, MONTH), reading)
        for month, before, reading in zip(found.months, befores, row.readings, strict=True)
    ]
    alternative = _(
        "Bars: readings by month at %(place)s, %(total)s in all. The table below has the numbers."
    )
    return chart(bars, found.most, alternative % {"place": row.label, "total": row.total.words})
