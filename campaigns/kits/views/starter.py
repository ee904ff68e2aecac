"""The starter kit: an unbranded poster and flyer with lines to write a new place's name on; for anyone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaigns.kits.kit import Kit
from campaigns.kits.offers import Offer
from campaigns.kits.shelf import shelf_file, title_of
from campaigns.kits.views.access import built, kit_for_anyone, progress
from campaigns.kits.views.downloads import handed_over
from campaigns.kits.views.pictures import pictured
from campaigns.kits.views.waiting import waited

#: The files of the starter kit, as they are called in addresses.
STARTER = ("poster-a3-office", "flyer-a4-office")


@require_safe
def starter(request: HttpRequest) -> HttpResponseBase:
    """What the starter kit is for, with a picture of each page."""

    def answer() -> HttpResponseBase:
        kit = kit_for_anyone(by_hand=True)
        return render(request, "kits/starter.html", {"offers": offers(kit), "campaign": kit.edition.campaign})

    return built(answer, lambda job: progress(request, job))


def offers(kit: Kit) -> list[Offer]:
    """The files that can be taken, in order."""
    files = [kit.file(f"{name}.pdf") for name in STARTER]
    return [Offer(shelf_file(file), title_of(file.combination), "") for file in files if file is not None]


@require_safe
def starter_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """One of its files."""
    return handed_over(request, kit_with(name), f"{name}.pdf", by_anyone=True)


@require_safe
def wait_for_starter(request: HttpRequest, name: str) -> HttpResponseBase:
    """For one of its files."""
    return waited(request, kit_with(name), f"{name}.pdf", by_anyone=True)


@require_safe
def starter_picture(request: HttpRequest, name: str, page: int, width: int) -> HttpResponseBase:
    """One page of one of its files as PNG."""

    def answer() -> HttpResponse:
        return pictured(request, kit_with(name).file(f"{name}.pdf"), page, width)

    return built(answer, lambda job: progress(request, job))


def kit_with(name: str) -> Kit:
    """The starter kit; 404 when it has nothing of that name."""
    if name not in STARTER:
        raise Http404
    return kit_for_anyone(by_hand=True)
