"""The page of a kit, and the way to it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from campaigns.kits import batches, jobs, verdicts, verifying
from campaigns.kits.kit import NETWORK, Kit
from campaigns.kits.models import KitDownload, PrintJob
from campaigns.kits.plates import builds_here
from campaigns.kits.problems import problems_of
from campaigns.kits.shelf import choices, held_back_titles, shelves
from campaigns.kits.views.access import (
    choice,
    kit_address,
    mine,
    organisation_for,
    progress,
    when_built,
    with_chosen_shop,
)
from campaigns.members.staff import works_for_network
from campaigns.models import current_campaign


@login_required
@require_safe
def start(request: HttpRequest) -> HttpResponseBase:
    """Lead to the kit of the only organisation, or let choose among several."""
    organisations = mine(request)
    if len(organisations) == 1:
        return redirect("kits:kit", slug=organisations[0].slug)
    if not organisations and works_for_network(request.user):
        return redirect("kits:kit", slug=NETWORK)
    return render(request, "kits/start.html", {"organisations": organisations})


@login_required
@require_safe
@with_chosen_shop
@when_built
def kit_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The kit of the current campaign with a picture of each artefact."""
    campaign = current_campaign()
    if campaign is None or campaign.edition is None:
        return render(request, "kits/none.html", {"slug": slug})
    own = mine(request)
    kit = Kit(campaign.edition, organisation_for(request, slug, own), builds_here(), *choice(request))
    unfinished = job_in_the_way(kit)
    if unfinished is not None:
        usual = kit_address(Kit(kit.edition, kit.organisation))
        return progress(request, unfinished, back=usual if request.GET else "", again=usual)
    return render(request, "kits/kit.html", context_of(kit, own) | {"campaign": campaign})


def job_in_the_way(kit: Kit) -> PrintJob | None:
    """The first job that has to be done before the kit can be shown; what nobody has asked for yet is ordered."""
    have = {job.batch: job for job in PrintJob.objects.filter(edition=kit.edition)}
    for batch in batches.needed(kit.shop, kit.paper):
        job = have.get(batch.key) or jobs.ordered(kit.edition, batch)
        if job.state == PrintJob.State.FAILED or (job.is_open and not kit.build):
            return job
    return None


def context_of(kit: Kit, own: list[Any]) -> dict[str, Any]:
    taken = KitDownload.objects.filter(edition=kit.edition, organisation=kit.organisation, by_anyone=False)
    found = verdicts.known(kit.files)
    # Where a worker verifies, it begins now, so that whoever takes the kit in a moment need not wait.
    verifying.waits(kit, len(verdicts.missing(kit.files, found)))
    return {
        "kit": kit,
        "shelves": shelves(kit),
        "choices": choices(kit),
        "organisation": kit.organisation,
        "others": [other for other in own if other != kit.organisation],
        "taken": taken.first(),
        "problems": problems_of(kit, found),
        "held_back": held_back_titles(kit),
    }
