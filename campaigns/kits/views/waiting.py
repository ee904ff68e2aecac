"""Where a browser waits for a file, and from where the file comes once it is there.

A file's own address cannot show progress: the page would stay when the download begins.
"""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaigns.kits import verdicts, verifying
from campaigns.kits.choices import query, query_of, words_of
from campaigns.kits.kit import OPEN_POSTER, Kit
from campaigns.kits.taking import PRESS, WHOLE, Taken, wanted
from campaigns.kits.views.access import (
    asked_again,
    built,
    kit_address,
    kit_for,
    kit_for_anyone,
    led_on,
    progress,
    with_choice,
)


@login_required
@require_safe
@with_choice
def wait(request: HttpRequest, slug: str, what: str) -> HttpResponseBase:
    """For a file of a kit."""
    return waited(request, kit_for(request, slug), what)


@require_safe
def wait_for_poster(request: HttpRequest) -> HttpResponseBase:
    """For the poster for anyone."""
    return waited(request, kit_for_anyone(), OPEN_POSTER, by_anyone=True)


def waited(request: HttpRequest, kit: Kit, what: str, *, by_anyone: bool = False) -> HttpResponseBase:
    """How far the file is; once it is there, the page that starts it and stays true."""
    back = "" if by_anyone else kit_address(kit)

    def answer() -> HttpResponseBase:
        # A copy: what the kit knows of its plates is read anew after one was found lost.
        taken = wanted(replace(kit), what, by_anyone=by_anyone)
        if taken is None:
            raise Http404
        return looked(request, taken, back, what, by_anyone=by_anyone)

    return built(answer, lambda job: progress(request, job, back=back))


def looked(request: HttpRequest, taken: Taken, back: str, what: str, *, by_anyone: bool) -> HttpResponseBase:
    found = verdicts.known(taken.files)
    missing = len(verdicts.missing(taken.files, found))
    if missing and verifying.waits(taken.kit, missing):
        total = len(taken.files)
        return asked_again(
            request, {"verifying": True, "done": total - missing, "total": total, "back": back}
        )
    if back and verdicts.refused(taken.files, found):
        return led_on(back)
    file = open_address(taken.kit, what) if by_anyone else file_address(taken.kit, what)
    return render(request, "kits/begun.html", {"file": file, "filename": taken.filename, "back": back})


def open_address(kit: Kit, what: str) -> str:
    """The address that answers a file to anyone."""
    if kit.by_hand:
        return reverse("kits:starter_file", args=[what.removesuffix(".pdf")])
    return reverse("kits:open_poster")


def file_address(kit: Kit, what: str) -> str:
    """The address that answers the file."""
    if what in {WHOLE, PRESS}:
        name = "kits:zip" if what == WHOLE else "kits:press_zip"
        return reverse(name, args=[kit.slug]) + query_of(kit)
    return reverse("kits:file", args=[kit.slug, what.removesuffix(".pdf")]) + query(words_of(kit))
