"""The page on which an organisation votes, and the pictures on it."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.members.access import for_member
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Catchphrase
from campaigns.voting import pictures
from campaigns.voting.ballots import Ballot, ballots, cast_vote, own_votes, results, votes_of
from campaigns.voting.forms import VoteForm
from print_templates.bounded import NotMade
from print_templates.design import all_designs
from print_templates.imprint import DoesNotFit
from print_templates.photograph.original import UnusablePhotograph

Voting = CampaignPage.Voting

TITLES = {
    "poster": gettext_lazy("Poster"),
    "flyer": gettext_lazy("Flyer"),
    "fan": gettext_lazy("Paper fan"),
}


@dataclass(frozen=True)
class Shown:
    """One of the artefacts that each candidate is shown on; `height` keeps the picture's room free on the page."""

    design: str
    title: Any
    height: int
    is_round: bool
    width: int = pictures.WIDTHS[0]
    large: int = pictures.WIDTHS[1]


def artefacts() -> list[Shown]:
    found = []
    for key, sheet_key in pictures.SHEETS.items():
        sheet = all_designs()[key].sheet(sheet_key)
        height = round(Shown.width * sheet.height / sheet.width)
        found.append(Shown(key, TITLES[key], height, sheet.die is not None))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@for_member
def vote(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """The open votes, to vote in, and the results of those that are closed."""
    campaigns = list(votes_of((Voting.OPEN, Voting.CLOSED)))
    own = own_votes(organisation)
    open_votes = ballots(campaigns, own)
    if request.method == "POST":
        if not organisation.memberships.filter(user=request.user.pk).exists():
            # The network's staff look, but do not vote for others.
            messages.error(request, _("Only people of the organisation can vote for it."))
            return redirect("voting:vote", slug=organisation.slug)
        asked = request.POST.get("campaign", "")
        ballot = next((each for each in open_votes if str(each.campaign.pk) == asked), None)
        if ballot is None:
            return closed_meanwhile(request, organisation)
        form = VoteForm(ballot.candidates, ballot.own, request.POST)
        if form.is_valid():
            return voted(request, organisation, ballot, form)
        open_votes = [replace(each, form=form) if each is ballot else each for each in open_votes]
    context = {
        "organisation": organisation,
        "here": "vote",
        "ballots": open_votes,
        "results": results(campaigns, own),
        "artefacts": artefacts(),
        "has_errors": any(each.form.errors for each in open_votes),
    }
    return render(request, "voting/vote.html", context)


def voted(request: HttpRequest, organisation: Organisation, ballot: Ballot, form: VoteForm) -> HttpResponse:
    if not cast_vote(ballot.campaign, organisation, **form.cleaned_data):
        return closed_meanwhile(request, organisation)
    said = _("Your organisation's vote is kept. You can change it until the vote is closed.")
    messages.success(request, said)
    return redirect("voting:vote", slug=organisation.slug)


def closed_meanwhile(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    messages.error(request, _("This vote has been closed meanwhile. Your last entry was not kept."))
    return redirect("voting:vote", slug=organisation.slug)


@require_safe
@for_member
def picture(
    request: HttpRequest, organisation: Organisation, candidate: int, design: str, width: int
) -> HttpResponseBase:
    """A candidate on an artefact as PNG, for whoever may vote on it or see how the vote ended."""
    if design not in pictures.SHEETS or width not in pictures.WIDTHS:
        raise Http404
    seen = Catchphrase.objects.filter(campaign__voting__in=(Voting.OPEN, Voting.CLOSED))
    phrase = get_object_or_404(seen.select_related("campaign__locale"), pk=candidate)
    try:
        shown = pictures.artefact(phrase.campaign, phrase, design)
        etag = f'"{shown.digest}-{width}"'
        unchanged = get_conditional_response(request, etag=etag)
        if unchanged is not None and unchanged.status_code == 304:
            return unchanged
        png = pictures.picture(shown, width)
    except (NotMade, DoesNotFit, UnusablePhotograph) as error:
        raise Http404 from error
    response = HttpResponse(png, content_type="image/png", headers={"ETag": etag})
    patch_cache_control(response, private=True, no_cache=True)
    return response
