from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from campaigns.areas.near import code_in
from campaigns.desks.offered import some_desks
from home.search.finding import Manner, find
from home.search.gentle import desks_first
from home.search.results import groups
from home.search.suggestions import suggestions
from home.search.words import MOST_LETTERS


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Places, desks and pages with the words in ?q=. What is typed is neither logged nor kept, here or on the way."""
    typed = request.GET.get("q", "").strip()[:MOST_LETTERS]
    language = get_language() or "ja"
    finding = find(typed, language)
    nothing = finding.manner is Manner.NONE
    gentle = desks_first(typed)
    context = {
        "typed": typed,
        "near": code_in(request),
        "finding": finding,
        "manner": finding.manner.name if typed else "",
        "groups": groups(finding, request, request.GET.get("kind", ""), request.GET.get("page", "1")),
        "suggestions": suggestions(typed, language) if typed and nothing else (),
        "gentle": gentle,
        "desks": some_desks(language) if gentle or nothing else (),
    }
    response = render(request, "search/search.html", context)
    if typed:
        response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
