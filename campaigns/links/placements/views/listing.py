"""All placements of an organisation, as a page and as a table for spreadsheets."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.current import current_campaign
from campaigns.links.models import Placement
from campaigns.links.placements.listing import listing, placements_of
from campaigns.members.access import for_member
from campaigns.members.models import Organisation
from campaigns.members.spreadsheets import Cell, csv_answer


@for_member
@require_safe
def placements_page(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """What hangs, what is going to hang and what was taken down, each with what to do next."""
    wanted = {name: request.GET.get(name, "") for name in ("status", "material", "area")}
    context = {
        "organisation": organisation,
        "here": "placements",
        "listing": listing(organisation, current_campaign(), wanted),
        "wanted": wanted,
        "statuses": Placement.Status.choices,
        "materials": Placement.Material.choices,
    }
    return render(request, "placements/list.html", context)


@for_member
@require_safe
def placements_csv(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """All placements of all campaigns."""
    head: list[Cell] = [
        _("campaign"), _("place"), _("municipality"), _("material"), _("count"), _("status"), _("until"),
        _("displayed on"), _("removed on"), _("edition"), _("code"),
    ]  # fmt: skip
    rows = [head, *(row(placement) for placement in placements_of(organisation))]
    return csv_answer(f"{organisation.slug}-placements.csv", rows)


def row(placement: Placement) -> list[Cell]:
    days = (placement.until, placement.displayed_on, placement.removed_on)
    until, displayed_on, removed_on = (day.isoformat() if day else "" for day in days)
    return [
        placement.campaign.title,
        placement.place,
        str(placement.area),
        placement.get_material_display(),
        placement.count,
        placement.get_status_display(),
        until,
        displayed_on,
        removed_on,
        placement.edition.number if placement.edition else "",
        " ".join(link.address for link in placement.links.all()),
    ]
