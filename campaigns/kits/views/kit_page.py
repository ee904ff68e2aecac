"""The page of a kit, and the way to it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from campaigns.current import current_among, public_campaigns
from campaigns.kits import batches, jobs, verdicts, verifying
from campaigns.kits.choices import choices, parameters, query, query_of, words_of
from campaigns.kits.kit import NETWORK, Kit
from campaigns.kits.languages import languages, named
from campaigns.kits.models import KitDownload, PrintJob, PrintShop
from campaigns.kits.needs import BY_MATERIAL, EVERYTHING, FIRST, NEEDS
from campaigns.kits.offers import address, need_choices, offers, preset_choices
from campaigns.kits.problems import problems_of
from campaigns.kits.shelf import held_back_titles, shelves
from campaigns.kits.views.access import (
    Supply,
    chosen_kit,
    kit_address,
    organisation_for,
    progress,
    when_built,
    with_choice,
)
from campaigns.kits.wording import USUAL, WordingForm
from campaigns.members.access import mine
from campaigns.members.models import Organisation
from campaigns.members.staff import works_for_network
from campaigns.models import Edition


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
@with_choice
@when_built
def kit_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The kit of the current campaign: what suits a need, with live pictures, or every file."""
    campaigns = public_campaigns()
    campaign = current_among(campaigns)
    spoken = languages(campaign, campaigns) if campaign else {}
    if not spoken:
        return render(request, "kits/none.html", {"slug": slug})
    own = mine(request)
    organisation = organisation_for(request, slug, own)
    form = WordingForm(request.GET, organisation) if organisation else None
    presets = {each.key: each for each in PrintShop.objects.all()}
    supply = Supply(spoken, presets.get, with_taking(organisation))
    kit = chosen_kit(request, organisation, form.wording if form else USUAL, supply)
    unfinished = None if kit.is_complete() else job_in_the_way(kit)
    if unfinished is not None:
        usual = kit_address(Kit(kit.edition, kit.organisation))
        return progress(request, unfinished, back=usual if request.GET else "", again=usual)
    context = context_of(kit, own) | shown(kit, page_of(request), list(presets.values()))
    context |= {
        "campaign": kit.edition.campaign,
        "form": form,
        "languages": named(spoken) if len(spoken) > 1 else [],
        "usual_language": next(iter(spoken)),
        "language": kit.edition.content.language,
    }
    return render(request, "kits/kit.html", context)


def with_taking(organisation: Organisation | None) -> QuerySet[Edition]:
    """Editions with `taken_at`: when an organisation, or the network itself, took files of them last."""
    takings = KitDownload.objects.filter(edition=OuterRef("pk"), organisation=organisation, by_anyone=False)
    return Edition.objects.annotate(taken_at=Subquery(takings.order_by("-taken_at").values("taken_at")[:1]))


def page_of(request: HttpRequest) -> dict[str, str]:
    """What of the address says what the page shows, and not which kit."""
    need = request.GET.get("need", "")
    if need == EVERYTHING:
        return {"need": need}
    if need not in NEEDS:
        return {}
    size = NEEDS[need].preset(request.GET.get("size", "")).key
    return {"need": need} if size == NEEDS[need].presets[0].key else {"need": need, "size": size}


#: What the form of one's own words asks itself; the rest of the choice it keeps.
TYPED = (*WordingForm.base_fields, "language")


def shown(kit: Kit, page: dict[str, str], presets: list[PrintShop]) -> dict[str, Any]:
    """What the page shows: every file on shelves, or what suits a need."""
    material = kit.placement.material if kit.placement is not None else ""
    key = page.get("need", BY_MATERIAL.get(material, FIRST))
    told = {
        "needs": need_choices(kit, key),
        "choices": choices(kit, page, presets),
        "kept": page | {name: value for name, value in parameters(kit).items() if name not in TYPED},
        "everything": address(kit, {"need": EVERYTHING}),
    }
    if key == EVERYTHING:
        return told | {"shelves": shelves(kit)}
    need = NEEDS[key]
    preset = need.preset(page.get("size", ""))
    found = offers(kit, preset)
    return told | {
        "need": need,
        "presets": preset_choices(kit, need, preset),
        "offer": found[0] if found else None,
        "others": found[1:],
        "glued": any(each.shown.file.combination.finish == "tiled" for each in found),
    }


def job_in_the_way(kit: Kit) -> PrintJob | None:
    """The first job that has to be done before the kit can be shown; what nobody has asked for yet is ordered."""
    have = {job.batch: job for job in PrintJob.objects.filter(edition=kit.edition)}
    for batch in batches.needed(kit.shop, kit.paper, kit.variant):
        job = have.get(batch.key) or jobs.ordered(kit.edition, batch)
        if job.state == PrintJob.State.FAILED or (job.is_open and not kit.build):
            return job
    return None


def context_of(kit: Kit, own: list[Any]) -> dict[str, Any]:
    found = verdicts.known(kit.files)
    # Where a worker verifies, it begins now, so that whoever takes the kit in a moment need not wait.
    verifying.waits(kit, len(verdicts.missing(kit.files, found)))
    return {
        "kit": kit,
        "frame": "members/frame.html" if kit.organisation else "member.html",
        "here": "kit",
        "query": query_of(kit),
        "words": query(words_of(kit)),
        "organisation": kit.organisation,
        "other_kits": [other for other in own if other != kit.organisation],
        "taken": getattr(kit.edition, "taken_at", None),
        "problems": problems_of(kit, found),
        "held_back": held_back_titles(kit),
    }
