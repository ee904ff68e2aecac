"""Answers for /q/ that ask no database: from the map, or a page of text with telephone numbers."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from campaigns.links import address
from campaigns.links.codes import UnreadableCode, normal
from campaigns.links.counting import count
from campaigns.links.destination import Destination
from campaigns.links.offline_map import known
from campaigns.links.previews import is_preview


def answer(request: HttpRequest, *, counted: bool = False) -> HttpResponse:
    """Lead to a code's page as the map knows it. Who is staff cannot be known now, so everybody is counted."""
    typed = request.path_info[len("/q/") :] or request.GET.get("code", "").strip()
    code = readable(typed)
    destination = known(code)
    if destination is None:
        response = HttpResponse(
            render_to_string("links/offline.html", {"typed": typed}), status=404 if typed else 200
        )
    else:
        if not counted and is_reading(request):
            count(code)
        response = leading(request, destination)
    add_never_cache_headers(response)
    return response


def readable(typed: str) -> str:
    """A typed code as codes are written; empty when it cannot be one."""
    try:
        return normal(typed)
    except UnreadableCode:
        return ""


def is_reading(request: HttpRequest) -> bool:
    """Whether somebody reads: not a look at the headers, not a program that makes previews."""
    return request.method == "GET" and not is_preview(request)


def leading(request: HttpRequest, destination: Destination) -> HttpResponseRedirect:
    """302 to the page in the reader's language, from whatever host asks."""
    path = destination.path_for(request.headers.get("Accept-Language", ""))
    elsewhere = path.startswith("/") and address.is_only_for_codes(request.get_host())
    response = HttpResponseRedirect(address.of_site(path) if elsewhere else path)
    patch_vary_headers(response, ["Accept-Language"])
    return response
