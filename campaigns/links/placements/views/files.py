"""Files of a placement: its photograph and its sticker."""

from django.contrib import messages
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.links.placements.views.finding import placement_of
from campaigns.members.access import for_member
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.bounded import NotMade, make_bounded
from print_templates.sticker import Sticker, sticker_job

#: Seconds a sticker is kept; its name changes with its words.
KEPT = 24 * 3600


@for_member
@require_safe
def photo(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """The photograph, for whoever may act for the organisation."""
    placement = placement_of(organisation, pk)
    try:
        file = placement.photo.open("rb")
    except (ValueError, FileNotFoundError) as error:
        raise Http404 from error
    return FileResponse(file, content_type="image/jpeg", headers={"Cache-Control": "private, no-cache"})


@for_member
@require_safe
def sticker(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Labels that say until when it hangs, and who is to be asked."""
    placement = placement_of(organisation, pk)
    if placement.until is None:
        messages.warning(request, _("Please enter until when it hangs; then the sticker can be printed."))
        return redirect("placements:edit", slug=organisation.slug, pk=pk)
    edition = placement.campaign.edition
    if edition is None:
        raise Http404
    try:
        pdf = made(edition, Sticker(placement.until, organisation.printed_name, organisation.phone))
    except NotMade as problem:
        messages.error(request, str(problem))
        return redirect("placements:list", slug=organisation.slug)
    name = f"{organisation.slug}-sticker-{placement.until.isoformat()}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


def made(edition: Edition, words: Sticker) -> bytes:
    """The labels, laid out once for equal words. Raises NotMade."""
    job = sticker_job(edition.content, words)
    key = f"sticker-{job.about.document}"
    pdf: bytes = cache.get(key) or make_bounded(job).pdf
    cache.set(key, pdf, KEPT)
    return pdf
