"""Kits for members, staff and anyone: pictures to look at and files to take."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.kits import jobs
from campaigns.kits.kit import NETWORK, OPEN_POSTER, Kit, KitFile
from campaigns.kits.models import KitDownload, PrintJob
from campaigns.kits.plates import NotBuilt, builds_here
from campaigns.kits.shelf import shelves, titles
from campaigns.members.models import Organisation
from campaigns.members.staff import works_for_network
from campaigns.models import current_campaign
from print_templates import raster
from print_templates.imprint import DoesNotFit
from print_templates.shaping import missing_characters

#: Widths of the pictures on the kit page in pixels.
PICTURE_WIDTHS = (360, 720)
#: Seconds a picture is kept; its name changes with its bytes.
PICTURES_KEPT = 7 * 24 * 3600


def mine(request: HttpRequest) -> list[Organisation]:
    """The approved organisations of whoever is logged in."""
    return list(Organisation.objects.filter(is_approved=True, people=request.user.pk))


def current_kit(organisation: Callable[[], Organisation | None]) -> Kit:
    """The kit of whoever `organisation` finds, in the current edition; 404 before anything is published."""
    campaign = current_campaign()
    if campaign is None or campaign.edition is None:
        raise Http404
    return Kit(campaign.edition, organisation(), build=builds_here())


def kit_for(request: HttpRequest, slug: str) -> Kit:
    """The current kit of an organisation, for its own people and staff alone; anybody else gets 404."""
    return current_kit(lambda: organisation_for(request, slug, mine(request)))


def when_built(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 503 with the time to come back while the worker still builds what is asked for."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotBuilt:
            response = render(request, "kits/building.html", status=503)
            response["Retry-After"] = "3"
            return response

    return answered


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


@login_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Lead to the kit of the only organisation, or let choose among several."""
    organisations = mine(request)
    if len(organisations) == 1:
        return redirect("kits:kit", slug=organisations[0].slug)
    if not organisations and works_for_network(request.user):
        return redirect("kits:kit", slug=NETWORK)
    return render(request, "kits/start.html", {"organisations": organisations})


@login_required
@require_safe
@when_built
def kit_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The kit of the current campaign with a picture of each artefact."""
    campaign = current_campaign()
    if campaign is None or campaign.edition is None:
        return render(request, "kits/none.html", {"slug": slug})
    own = mine(request)
    kit = Kit(campaign.edition, organisation_for(request, slug, own), build=builds_here())
    job = PrintJob.objects.filter(edition=kit.edition).first()
    if job is not None and job.state == PrintJob.State.FAILED:
        return render(request, "kits/failed.html", {"campaign": campaign}, status=503)
    if job is not None and job.state != PrintJob.State.DONE and not kit.build:
        jobs.revive(job)
        return render(request, "kits/building.html", {"campaign": campaign, "job": job})
    context = {
        "campaign": campaign,
        "kit": kit,
        "shelves": shelves(kit),
        "organisation": kit.organisation,
        "others": [other for other in own if other != kit.organisation],
        "taken": KitDownload.objects.filter(
            edition=kit.edition, organisation=kit.organisation, by_anyone=False
        ).first(),
        "problem": problem_of(kit),
    }
    return render(request, "kits/kit.html", context)


def problem_of(kit: Kit) -> str:
    """Why the kit cannot be printed as it is, in one sentence; empty when it can."""
    strangers = missing_characters(kit.words.name + kit.words.contact)
    if strangers:
        return _("We have no letter shape for: %(letters)s. Please enter another name for prints.") % {
            "letters": " ".join(strangers)
        }
    designs = kit.misfits()
    if designs:
        return _("The name is too long for: %(prints)s. Please enter a shorter name for prints.") % {
            "prints": "、".join(titles()[design][0] for design in designs)
        }
    return ""


@login_required
@require_safe
@when_built
def picture(request: HttpRequest, slug: str, name: str, page: int, width: int) -> HttpResponse:
    """One page of one file as PNG, rastered from the very bytes the download would send."""
    file = kit_for(request, slug).file(f"{name}.pdf")
    if file is None or width not in PICTURE_WIDTHS or not 1 <= page <= file.surfaces:
        raise Http404
    try:
        return picture_response(request, file, page, width)
    except DoesNotFit as error:
        raise Http404 from error


def picture_response(request: HttpRequest, file: KitFile, page: int, width: int) -> HttpResponse:
    """A page's picture, rastered once per state of plate and imprint."""
    etag = f"{file.etag}-{page}-{width}"
    if has_already(request, etag):
        return HttpResponse(status=304)
    png = cache.get_or_set(f"picture-{etag}", lambda: rastered(file, page, width), PICTURES_KEPT)
    response = HttpResponse(png, content_type="image/png", headers={"ETag": f'"{etag}"'})
    patch_cache_control(response, private=True, no_cache=True)
    return response


def has_already(request: HttpRequest, etag: str) -> bool:
    """Whether the browser says that it holds these very bytes."""
    return etag in (known.strip(' "W/') for known in request.headers.get("If-None-Match", "").split(","))


def rastered(file: KitFile, page: int, width: int) -> bytes:
    return raster.png(raster.picture(file.pdf(), width, page=page - 1))


@login_required
@require_safe
@when_built
def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One PDF of the kit."""
    kit = kit_for(request, slug)
    file = kit.file(f"{name}.pdf")
    if file is None:
        raise Http404
    return take(request, kit, [file.name], f"{slug}-{file.name}", "application/pdf", file.etag, file.pdf)


@login_required
@require_safe
@when_built
def download_zip(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole kit."""
    kit = kit_for(request, slug)
    names = [file.name for file in kit.files]
    number = kit.edition.number
    return take(request, kit, names, f"{slug}-edition{number}.zip", "application/zip", kit.etag, kit.zip)


def take(
    request: HttpRequest,
    kit: Kit,
    files: list[str],
    filename: str,
    media_type: str,
    etag: str,
    data: Callable[[], bytes],
    *,
    by_anyone: bool = False,
) -> HttpResponse:
    """Send a file and note that it was taken; a text that does not fit is said on the kit page instead."""
    if has_already(request, etag):
        return HttpResponse(status=304)
    try:
        body = data()
    except DoesNotFit:
        return redirect("kits:kit", slug=kit.slug)
    if request.method == "GET":
        KitDownload.objects.create(
            edition=kit.edition, organisation=kit.organisation, files=files, by_anyone=by_anyone
        )
    headers = {"Content-Disposition": f'attachment; filename="{filename}"', "ETag": f'"{etag}"'}
    response = HttpResponse(body, content_type=media_type, headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
@when_built
def poster_for_anyone(request: HttpRequest) -> HttpResponse:
    """The unbranded office poster, for anyone, without an account."""
    kit = current_kit(lambda: None)
    file = kit.file(OPEN_POSTER)
    if file is None:
        raise Http404
    return take(request, kit, [file.name], file.name, "application/pdf", file.etag, file.pdf, by_anyone=True)
