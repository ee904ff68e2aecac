"""Pictures of a kit's pages, rastered from the very bytes a download would send."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from campaigns.checks import misfit_sentence
from campaigns.kits.examination import fault
from campaigns.kits.kit_file import KitFile
from campaigns.kits.ranges import has_already, not_modified
from campaigns.kits.views.access import WordingIsWrong, kit_for, when_built, with_choice
from print_templates import raster
from print_templates.imprint import DoesNotFit

#: Widths of the pictures in pixels: small ones, the live one of a kit page, and for dense screens.
WIDTHS = (360, 480, 720)
#: Seconds a picture is kept; its name changes with its bytes.
KEPT = 7 * 24 * 3600
#: The SHA-256 of the file that a picture was rastered from.
DIGEST = "X-Rastered-From"


@dataclass(frozen=True)
class Picture:
    """One page as PNG, and the SHA-256 of the file it was rastered from."""

    png: bytes
    sha256: str


@login_required
@require_safe
@with_choice
@when_built
def picture(request: HttpRequest, slug: str, name: str, page: int, width: int) -> HttpResponse:
    """One page of one file as PNG; 422 with a sentence when the words cannot be printed."""
    try:
        file = kit_for(request, slug).file(f"{name}.pdf")
    except WordingIsWrong as wrong:
        return unprintable(str(wrong))
    return pictured(request, file, page, width)


def pictured(request: HttpRequest, file: KitFile | None, page: int, width: int) -> HttpResponse:
    """One page of a file, rastered once as long as its bytes stay the same."""
    if file is None or width not in WIDTHS or not 1 <= page <= file.surfaces:
        raise Http404
    etag = f"{file.etag}-{page}-{width}"
    if has_already(request, etag):
        return not_modified(etag)
    sentence = fault(file.words)
    if sentence:
        return unprintable(sentence)
    found: Picture | None = cache.get(f"picture-{etag}")
    if found is None:
        try:
            found = rastered(file, page, width)
        except DoesNotFit as error:
            return unprintable(misfit_sentence(error.field, error.case))
        cache.set(f"picture-{etag}", found, KEPT)
    headers = {"ETag": f'"{etag}"', DIGEST: found.sha256}
    response = HttpResponse(found.png, content_type="image/png", headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def unprintable(sentence: str) -> HttpResponse:
    """The sentence instead of a picture, for whoever is typing."""
    response = HttpResponse(sentence, content_type="text/plain; charset=utf-8", status=422)
    patch_cache_control(response, private=True, no_store=True)
    return response


def rastered(file: KitFile, page: int, width: int) -> Picture:
    copy = file.copy()
    seen = raster.picture(bytes(copy), width, page=page - 1)
    # Somebody is waiting, and sees it once.
    return Picture(raster.png(seen, effort=1), copy.sha256)
