"""Files to take: one PDF, the whole kit, what goes to the print shop, and the poster for anyone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaigns.kits import ranges, verdicts, verifying
from campaigns.kits.kit import OPEN_POSTER, Kit
from campaigns.kits.kit_file import KitFile
from campaigns.kits.models import ImprintVerdict, KitDownload
from campaigns.kits.parcel import Parcel
from campaigns.kits.ranges import Download
from campaigns.kits.segments import Segment
from campaigns.kits.views.access import asked_again, current_kit, kit_for, when_built

#: From the verdicts on all files, by key, to the parts of what is sent.
Parts = Callable[[dict[str, ImprintVerdict]], list[Segment]]


@login_required
@require_safe
@when_built
def download(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """One PDF of the kit."""
    kit = kit_for(request, slug)
    file = kit.file(f"{name}.pdf")
    if file is None:
        raise Http404
    return one_file(request, kit, file, f"{slug}-{file.name}")


@login_required
@require_safe
@when_built
def download_zip(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The whole kit."""
    kit = kit_for(request, slug)
    return parcel(request, kit, kit.files, f"{slug}-edition{kit.edition.number}.zip")


@login_required
@require_safe
@when_built
def download_press_zip(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What a member passes on to a print shop."""
    kit = kit_for(request, slug)
    shop = f"-{kit.shop.key}" if kit.shop.key else ""
    filename = f"{slug}-edition{kit.edition.number}-press{shop}.zip"
    return parcel(request, kit, kit.press_files, filename)


@require_safe
@when_built
def poster_for_anyone(request: HttpRequest) -> HttpResponseBase:
    """The unbranded office poster, for anyone, without an account."""
    kit = current_kit(lambda: None)
    file = kit.file(OPEN_POSTER)
    if file is None:
        raise Http404
    return one_file(request, kit, file, file.name, by_anyone=True)


def one_file(
    request: HttpRequest, kit: Kit, file: KitFile, filename: str, *, by_anyone: bool = False
) -> HttpResponseBase:
    def parts(found: dict[str, ImprintVerdict]) -> list[Segment]:
        return [file.segment(found[file.key].size)]

    taken = Taken(kit, [file], file.etag, filename, "application/pdf", by_anyone)
    return take(request, taken, parts)


def parcel(request: HttpRequest, kit: Kit, files: Sequence[KitFile], filename: str) -> HttpResponseBase:
    whole = Parcel(kit.slug, kit.edition, files)
    taken = Taken(kit, files, whole.etag, filename, "application/zip")
    return take(request, taken, whole.zip)


@dataclass(frozen=True)
class Taken:
    """What somebody wants to take."""

    kit: Kit
    files: Sequence[KitFile]
    etag: str
    filename: str
    media_type: str
    by_anyone: bool = False

    def recorded(self) -> None:
        KitDownload.objects.create(
            edition=self.kit.edition,
            organisation=self.kit.organisation,
            files=[file.name for file in self.files],
            by_anyone=self.by_anyone,
        )


def take(request: HttpRequest, wanted: Taken, parts: Parts) -> HttpResponseBase:
    """Send files that were verified, and note once that they were taken.

    While the worker verifies them, its progress is shown; what keeps one back is said on the kit page.
    """
    if ranges.has_already(request, wanted.etag):
        return ranges.not_modified(wanted.etag)
    found = verdicts.known(wanted.files)
    missing = verdicts.missing(wanted.files, found)
    if missing and verifying.waits(wanted.kit, len(missing)):
        total = len(wanted.files)
        return asked_again(request, {"verifying": True, "done": total - len(missing), "total": total})
    found = verdicts.ensure(wanted.files, found)
    if verdicts.refused(wanted.files, found):
        if wanted.by_anyone:
            raise Http404
        return redirect(kit_address(request, wanted.kit))
    sent = Download(wanted.etag, wanted.filename, wanted.media_type, parts(found))
    if ranges.begins(request, sent):
        wanted.recorded()
    return ranges.response(request, sent)


def kit_address(request: HttpRequest, kit: Kit) -> str:
    """The kit page with the print shop and paper that were chosen."""
    query = request.GET.urlencode()
    return reverse("kits:kit", args=[kit.slug]) + (f"?{query}" if query else "")
