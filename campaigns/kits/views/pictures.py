"""Pictures of a kit's pages, rastered from the very bytes a download would send."""

from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from campaigns.kits.kit_file import KitFile
from campaigns.kits.ranges import has_already, not_modified
from campaigns.kits.views.access import kit_for, when_built, with_chosen_shop
from print_templates import raster
from print_templates.imprint import DoesNotFit

#: Widths of the pictures on the kit page in pixels.
WIDTHS = (360, 720)
#: Seconds a picture is kept; its name changes with its bytes.
KEPT = 7 * 24 * 3600


@login_required
@require_safe
@with_chosen_shop
@when_built
def picture(request: HttpRequest, slug: str, name: str, page: int, width: int) -> HttpResponse:
    """One page of one file as PNG."""
    file = kit_for(request, slug).file(f"{name}.pdf")
    if file is None or width not in WIDTHS or not 1 <= page <= file.surfaces:
        raise Http404
    etag = f"{file.etag}-{page}-{width}"
    if has_already(request, etag):
        return not_modified(etag)
    try:
        png = cache.get_or_set(f"picture-{etag}", lambda: rastered(file, page, width), KEPT)
    except DoesNotFit as error:
        raise Http404 from error
    response = HttpResponse(png, content_type="image/png", headers={"ETag": f'"{etag}"'})
    patch_cache_control(response, private=True, no_cache=True)
    return response


def rastered(file: KitFile, page: int, width: int) -> bytes:
    return raster.png(raster.picture(file.pdf(), width, page=page - 1))
