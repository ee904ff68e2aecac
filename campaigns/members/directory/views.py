"""The public list of member organisations. It knows nobody, sets no cookie and is the same for everyone."""

import io

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from PIL import Image

from campaigns.areas.near import area_named
from campaigns.members.directory.listing import choices, groups, in_area, listed, version_of
from campaigns.members.models import Organisation
from print_templates.raster import png

#: Twice what the page shows, in pixels: sharp on a telephone.
LOGO_BOX = (400, 160)
#: Seconds a logo is kept here and by browsers: one who leaves the list is soon gone from everywhere.
KEPT = 7 * 24 * 3600


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Everybody who wants to be listed, by municipality; ?area=CODE shows one."""
    organisations = list(listed())
    area = area_named(request.GET.get("area", ""))
    context = {"area": area, "areas": choices(organisations), "groups": groups(in_area(organisations, area))}
    return render(request, "members/directory.html", context)


@require_safe
def public_logo(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """A listed organisation's logo, small; the address changes with the logo."""
    organisation = get_object_or_404(listed(), slug=slug)
    if not organisation.logo or version != version_of(organisation):
        raise Http404
    try:
        picture = cache.get_or_set(f"public-logo-{version}", lambda: small(organisation), KEPT)
    except FileNotFoundError as lost:
        raise Http404 from lost
    response = HttpResponse(picture, content_type="image/png")
    patch_cache_control(response, public=True, max_age=KEPT, immutable=True)
    return response


def small(organisation: Organisation) -> bytes:
    image = Image.open(io.BytesIO(organisation.logo_png)).convert("RGB")
    image.thumbnail(LOGO_BOX, Image.Resampling.LANCZOS)
    return png(image)
