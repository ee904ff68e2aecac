"""Who may ask for which kit, and what is answered while its plates are being built."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from campaigns.kits import batches, jobs, plates
from campaigns.kits.combinations import USUAL_PAPER
from campaigns.kits.kit import NETWORK, Kit
from campaigns.kits.models import PrintJob, PrintShop
from campaigns.kits.plates import builds_here
from campaigns.members.models import Organisation
from campaigns.members.staff import works_for_network
from campaigns.models import current_campaign
from print_templates.sheet import PAPERS
from print_templates.shop import GENERIC
from print_templates.shop import PrintShop as Demands

View = Callable[..., HttpResponseBase]


def mine(request: HttpRequest) -> list[Organisation]:
    """The approved organisations of whoever is logged in."""
    return list(Organisation.objects.filter(is_approved=True, people=request.user.pk))


def organisation_for(request: HttpRequest, slug: str, own: list[Organisation]) -> Organisation | None:
    """The organisation of that slug if the person may print for it; None is the network itself (staff)."""
    found = next((organisation for organisation in own if organisation.slug == slug), None)
    if found is None and works_for_network(request.user):
        if slug == NETWORK:
            return None
        found = Organisation.objects.filter(is_approved=True, slug=slug).first()
    if found is None:
        raise Http404
    return found


def current_kit(
    organisation: Callable[[], Organisation | None], shop: Demands = GENERIC, paper: str = USUAL_PAPER
) -> Kit:
    """The kit of whoever `organisation` finds, in the current edition; 404 before anything is published."""
    campaign = current_campaign()
    if campaign is None or campaign.edition is None:
        raise Http404
    return Kit(campaign.edition, organisation(), builds_here(), shop, paper)


def kit_for(request: HttpRequest, slug: str) -> Kit:
    """The current kit of an organisation, for its own people and staff alone; anybody else gets 404."""
    return current_kit(lambda: organisation_for(request, slug, mine(request)), *choice(request))


def choice(request: HttpRequest) -> tuple[Demands, str]:
    """Print shop and paper as the address says (?shop=KEY&paper=a3); 404 for what does not exist."""
    paper = request.GET.get("paper", USUAL_PAPER)
    if paper not in PAPERS:
        raise Http404
    key = request.GET.get("shop", "")
    if not key:
        return GENERIC, paper
    preset = PrintShop.objects.filter(key=key).first()
    if preset is None:
        raise Http404
    return preset.as_shop(), paper


def when_built(view: View) -> View:
    """Answer with progress and the time to come back while what is asked for is still being built."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except plates.NotBuilt as wanted:
            batch = batches.holding(wanted.combination)
            return progress(request, jobs.ordered(wanted.edition, batch))

    return answered


def progress(request: HttpRequest, job: PrintJob) -> HttpResponseBase:
    """How far a job is, on a page that asks again by itself; or that it was given up."""
    if job.state == PrintJob.State.FAILED:
        return render(request, "kits/failed.html", {"job": job}, status=503)
    jobs.revive(job)
    return asked_again(request, {"job": job, "done": job.done, "total": job.total})


def asked_again(request: HttpRequest, context: dict[str, Any]) -> HttpResponseBase:
    response = render(request, "kits/building.html", context, status=503)
    response["Retry-After"] = "3"
    return response
