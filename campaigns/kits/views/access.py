"""Who may ask for which kit, and what is answered while its plates are being built."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.kits import batches, jobs, plates
from campaigns.kits.combinations import USUAL_PAPER
from campaigns.kits.kit import NETWORK, Kit
from campaigns.kits.models import PrintJob, PrintShop
from campaigns.kits.plates import builds_here
from campaigns.kits.shelf import query
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


class ShopIsGone(LookupError):
    """The print shop of an address is not on the list any more."""


def choice(request: HttpRequest) -> tuple[Demands, str]:
    """Print shop and paper as the address says (?shop=KEY&paper=a3). Raises ShopIsGone; 404 for other paper."""
    paper = request.GET.get("paper", USUAL_PAPER)
    if paper not in PAPERS:
        raise Http404
    key = request.GET.get("shop", "")
    if not key:
        return GENERIC, paper
    preset = PrintShop.objects.filter(key=key).first()
    if preset is None:
        raise ShopIsGone(key)
    return preset.as_shop(), paper


def with_chosen_shop(view: View) -> View:
    """Lead to the usual kit, and say so, when the print shop that was chosen is gone."""

    @wraps(view)
    def answered(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, slug, *args, **kwargs)
        except ShopIsGone:
            messages.warning(
                request, _("That print shop is no longer on the list. This is the kit for any print shop.")
            )
            return redirect(reverse("kits:kit", args=[slug]))

    return answered


def built(
    answer: Callable[[], HttpResponseBase], otherwise: Callable[[PrintJob], HttpResponseBase]
) -> HttpResponseBase:
    """The answer, or what is said of the job that builds what it lacks; a plate whose file is lost is built anew."""
    try:
        return answer()
    except plates.NotBuilt as wanted:
        return otherwise(jobs.ordered(wanted.edition, batches.holding(wanted.combination)))
    except FileNotFoundError:
        campaign = current_campaign()
        if campaign is None or campaign.edition is None or not plates.forget_lost(campaign.edition):
            raise
        return built(answer, otherwise)


def when_built(view: View) -> View:
    """Answer with progress and the time to come back while what is asked for is still being built."""

    @wraps(view)
    def answered(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        usual = reverse("kits:kit", args=[slug])
        return built(
            lambda: view(request, slug, *args, **kwargs),
            # Who looks at the usual kit already has nowhere to go back to.
            lambda job: progress(request, job, back=usual if request.GET else "", again=usual),
        )

    return answered


def progress(request: HttpRequest, job: PrintJob, *, back: str = "", again: str = "") -> HttpResponseBase:
    """How far a job is, on a page that asks again by itself; or that it was given up."""
    if job.state == PrintJob.State.FAILED:
        context = {"job": job, "campaign": job.edition.campaign, "back": back or again}
        return render(request, "kits/failed.html", context, status=503)
    jobs.revive(job)
    return asked_again(request, {"job": job, "done": job.done, "total": job.total, "back": back})


def asked_again(request: HttpRequest, context: dict[str, Any]) -> HttpResponseBase:
    response = render(request, "kits/building.html", context, status=503)
    response["Retry-After"] = "3"
    return response


def kit_address(kit: Kit) -> str:
    """The kit page with the print shop and paper that were chosen."""
    return reverse("kits:kit", args=[kit.slug]) + query(kit.shop.key, kit.paper)


def led_on(address: str) -> HttpResponseBase:
    """See other: what was asked for is no page; this one is."""
    response = redirect(address)
    response.status_code = 303
    return response
