from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from campaigns.views import for_ever
from home.sharing.kinds import KINDS
from home.sharing.pictures import address_of, digest_of, kept, made
from home.sharing.words import words_of
from print_templates.bounded import NotMade

#: Seconds after which somebody whose picture is being drawn for somebody else, or was not drawn, looks again.
AGAIN = 3


@require_safe
def sharing_picture(request: HttpRequest, key: str, pk: int, digest: str) -> HttpResponse:
    """The picture of what anybody may see, for anyone; an address from before its words changed leads to the new one."""
    thing = KINDS[key].public().filter(pk=pk).first() if key in KINDS else None
    words = words_of(thing) if thing is not None else None
    if thing is None or words is None:
        raise Http404
    if digest_of(words) != digest:
        moved = HttpResponseRedirect(address_of(thing, words))
        patch_cache_control(moved, no_cache=True)
        return moved
    try:
        png = kept(words) or made(words)
    except NotMade:
        png = None
    if png is None:
        return HttpResponse(status=503, headers={"Retry-After": str(AGAIN)})
    return for_ever(HttpResponse(png, content_type="image/png"))
