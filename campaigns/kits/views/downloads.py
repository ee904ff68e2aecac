"""Files to take: one PDF, the whole kit, what goes to the print shop, and the poster for anyone.

Such an address answers the file, leads to where one waits for it, or is not there; it shows no page of its own.
"""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaigns.kits import ranges, verdicts, verifying
from campaigns.kits.kit import OPEN_POSTER, Kit
from campaigns.kits.ranges import Download
from campaigns.kits.taking import PRESS, WHOLE, Taken, wanted
from campaigns.kits.views.access import built, kit_address, kit_for, kit_for_anyone, led_on, with_choice


@login_required
@require_safe
@with_choice
def download(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """One PDF of the kit."""
    return handed_over(request, kit_for(request, slug), f"{name}.pdf")


@login_required
@require_safe
@with_choice
def download_zip(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The whole kit."""
    return handed_over(request, kit_for(request, slug), WHOLE)


@login_required
@require_safe
@with_choice
def download_press_zip(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What a member passes on to a print shop."""
    return handed_over(request, kit_for(request, slug), PRESS)


@require_safe
def poster_for_anyone(request: HttpRequest) -> HttpResponseBase:
    """The unbranded office poster, for anyone, without an account."""
    return handed_over(request, kit_for_anyone(), OPEN_POSTER, by_anyone=True)


def handed_over(request: HttpRequest, kit: Kit, what: str, *, by_anyone: bool = False) -> HttpResponseBase:
    """Send what is called so, or lead to where one waits for it."""

    def answer() -> HttpResponseBase:
        # A copy: what the kit knows of its plates is read anew after one was found lost.
        taken = wanted(replace(kit), what, by_anyone=by_anyone)
        if taken is None:
            raise Http404
        return sent(request, taken, waiting, by_anyone=by_anyone)

    waiting = waiting_address(request, kit, what, by_anyone=by_anyone)
    return built(answer, lambda job: led_on(waiting))


def sent(request: HttpRequest, taken: Taken, waiting: str, *, by_anyone: bool) -> HttpResponseBase:
    """Send files that were verified, and note once that they were taken; what keeps one back is on the kit page."""
    if ranges.has_already(request, taken.etag):
        return ranges.not_modified(taken.etag)
    judged = [*taken.files, *taken.about]
    found = verdicts.known(judged)
    missing = verdicts.missing(judged, found)
    if missing and verifying.waits(taken.kit, len(missing)):
        return led_on(waiting)
    for file in taken.files:
        # A plate whose file is gone must be found out before the answer has begun.
        file.laid_out()
    found = verdicts.ensure(judged, found)
    if verdicts.refused(judged, found):
        if by_anyone:
            raise Http404
        return led_on(kit_address(taken.kit))
    body = Download(taken.etag, taken.filename, taken.media_type, taken.parts(found))
    if ranges.begins(request, body):
        taken.recorded(by_anyone=by_anyone)
    return ranges.response(request, body)


def waiting_address(request: HttpRequest, kit: Kit, what: str, *, by_anyone: bool) -> str:
    """Where one waits for a file, with what was chosen."""
    if kit.by_hand:
        return reverse("kits:wait_for_starter", args=[what.removesuffix(".pdf")])
    if by_anyone:
        return reverse("kits:wait_for_poster")
    query = request.GET.urlencode()
    return reverse("kits:wait", args=[kit.slug, what]) + (f"?{query}" if query else "")
