"""Add a placement, change what is said of it, forget a promise."""

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campaigns.current import current_campaign
from campaigns.links.models import Placement
from campaigns.links.placements import steps
from campaigns.links.placements.forms import PlacementForm
from campaigns.links.placements.views.finding import back_to, placement_of
from campaigns.members.access import for_member
from campaigns.members.models import Organisation

FORM = require_http_methods(["GET", "HEAD", "POST"])


@for_member
@FORM
def add(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """A new place in the current campaign, pledged at first."""
    campaign = current_campaign()
    if campaign is None:
        messages.warning(request, _("There is no campaign yet for which a place could be entered."))
        return redirect("placements:list", slug=organisation.slug)
    placement = Placement(
        organisation=organisation, campaign=campaign, area=organisation.area, until=campaign.ends
    )
    form = PlacementForm(request.POST or None, instance=placement)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Thank you. “%(place)s” is on the list.") % {"place": placement.place})
        if "another" in request.POST:
            return redirect("placements:add", slug=organisation.slug)
        return back_to(placement)
    context = {"organisation": organisation, "here": "placements", "form": form, "campaign": campaign}
    return render(request, "placements/edit.html", context)


@for_member
@FORM
def edit(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Where, what, how many, until when, with which code."""
    placement = placement_of(organisation, pk)
    form = PlacementForm(request.POST or None, instance=placement)
    if request.method == "POST" and form.is_valid():
        # What steps and reminders have noted in the meantime stays.
        placement.save(update_fields=form.Meta.fields)
        messages.success(request, _("Saved."))
        return back_to(placement)
    context = {"organisation": organisation, "here": "placements", "form": form, "placement": placement}
    return render(request, "placements/edit.html", context)


@for_member
@FORM
def delete(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Forget a promise, after one question. What has hung or has a code can only be taken down."""
    placement = placement_of(organisation, pk)
    if not steps.may_be_deleted(placement):
        messages.warning(
            request,
            _("This place has hung or has a code, which stays valid for ever. Please mark it as taken down."),
        )
        return back_to(placement)
    if request.method == "POST" and steps.delete(placement):
        messages.success(request, _("“%(place)s” was deleted.") % {"place": placement.place})
        return redirect("placements:list", slug=organisation.slug)
    context = {"organisation": organisation, "here": "placements", "placement": placement}
    return render(request, "placements/delete.html", context)
