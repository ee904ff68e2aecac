"""The first card of a place issues its code: only somebody who presses a button does that, no robot that reads pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from campaigns.languages.order import readers_language
from campaigns.links.case_codes import code_of
from home.cases.addresses import address_of, index_of
from home.cases.published import published


# A foreign form could do no more than the button on the page itself, and the check would need a cookie.
@csrf_exempt
@require_POST
def first_card(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue the code of a place that everybody may see, and lead to its cards."""
    language = readers_language()
    case = published(language).select_related("locale").filter(pk=pk).first()
    index = index_of(language)
    if case is None or index is None:
        raise Http404
    code_of(case, index)
    return redirect(f"{address_of(case, index, request)}card/")
