from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.areas.near import code_in
from campaigns.languages.order import readers_language
from home.desks.addresses import index_of
from home.desks.answering import Answering, desks_in, few, when_low
from home.search.finding import Manner, find
from home.search.gentle import desks_first
from home.search.results import groups
from home.search.suggestions import suggestions
from home.search.words import MOST_LETTERS


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Places, desks and pages with the words in ?q=. What is typed is neither logged nor kept, here or on the way."""
    typed = request.GET.get("q", "").strip()[:MOST_LETTERS]
    language = readers_language()
    finding = find(typed, language)
    nothing = finding.manner is Manner.NONE
    gentle = desks_first(typed)
    context = {
        "typed": typed,
        "near": code_in(request),
        "finding": finding,
        "manner": finding.manner.name if typed else "",
        "groups": groups(finding, request, request.GET.get("kind", ""), request.GET.get("page", "1")),
        "suggestions": suggestions(typed, language) if typed and nothing and not gentle else (),
        "gentle": gentle,
        "desks": desks(language, request, gentle=gentle) if gentle or nothing else (),
        "all_desks": index.get_url(request) if gentle and (index := index_of(language)) else "",
    }
    response = render(request, "search/search.html", context)
    if typed:
        response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def desks(language: str, request: HttpRequest, *, gentle: bool) -> list[Answering]:
    """A few who answer now; after a gentle word those first who are there for it."""
    now = timezone.now()
    return when_low(language, now, request) if gentle else few(desks_in(language), now, request)
