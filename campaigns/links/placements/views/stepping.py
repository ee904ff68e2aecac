"""A placement's steps: it hangs, it was taken down, it was renewed, and one step back."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from campaigns.links.models import Placement
from campaigns.links.placements import photos, steps
from campaigns.links.placements.forms import DisplayForm, RemoveForm
from campaigns.links.placements.views.finding import back_to, placement_of, said
from campaigns.members.access import for_member
from campaigns.members.models import Organisation

FORM = require_http_methods(["GET", "HEAD", "POST"])
Status = Placement.Status


@for_member
@FORM
def displayed(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Since when it hangs, with a photograph; also for correcting both later."""
    placement = placement_of(organisation, pk)
    form = DisplayForm(placement, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["day"]
        if placement.status == Status.DISPLAYED:
            done, sentence = steps.correct(placement, day), _("Saved.")
        else:
            done = steps.display(placement, day, placement.campaign.edition)
            sentence = _("Thank you. “%(place)s” is shown as displayed.") % {"place": placement.place}
        said(request, done, sentence)
        if done:
            keep_photo(placement, form)
        return back_to(placement)
    return asked(request, placement, "placements/displayed.html", form)


def keep_photo(placement: Placement, form: DisplayForm) -> None:
    """Keep what was handed in, or forget the present one if that was asked for."""
    if form.cleaned_data["photo"] is not None:
        photos.keep(placement, form.cleaned_data["photo"])
    elif form.cleaned_data.get("without_photo"):
        photos.keep(placement, None)


@for_member
@FORM
def removed(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """When it was taken down."""
    placement = placement_of(organisation, pk)
    form = RemoveForm(placement, request.POST or None)
    if request.method == "POST" and form.is_valid():
        sentence = _("Thank you for hanging it. “%(place)s” is shown as taken down.")
        done = steps.remove(placement, form.cleaned_data["day"])
        said(request, done, sentence % {"place": placement.place})
        return back_to(placement)
    return asked(request, placement, "placements/removed.html", form)


@for_member
@require_POST
def renewed(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """What hangs there is the newest edition."""
    placement = placement_of(organisation, pk)
    newest = placement.campaign.edition
    done = newest is not None and steps.renew(placement, newest)
    said(request, done, _("Thank you. The new edition hangs at “%(place)s”.") % {"place": placement.place})
    return back_to(placement)


@for_member
@require_POST
def undo(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Take back the step that the button was beside."""
    placement = placement_of(organisation, pk)
    # The page says which step its button takes back: a second press takes back no other one.
    done = request.POST.get("status") == placement.status and steps.undo(placement)
    sentence = _("“%(place)s” is back where it was: %(status)s.")
    status = Status(placement.status).label
    said(request, done, sentence % {"place": placement.place, "status": status})
    return back_to(placement)


def asked(
    request: HttpRequest, placement: Placement, template: str, form: DisplayForm | RemoveForm
) -> HttpResponseBase:
    context = {
        "organisation": placement.organisation,
        "here": "placements",
        "placement": placement,
        "form": form,
    }
    return render(request, template, context)
