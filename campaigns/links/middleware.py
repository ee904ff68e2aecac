"""Codes answer whatever else is broken, and may have a host to themselves."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix

from campaigns.links import address
from campaigns.links.offline import answer
from campaigns.links.outage import outage
from campaigns.whole_addresses import whole

Handler = Callable[[HttpRequest], HttpResponse]


def asks_for_code(path: str) -> bool:
    return path[:3].lower() == "/q/" or path.lower() == "/q"


def dress() -> tuple[str, ...]:
    """What pages on the host of codes are dressed with: a browser takes style sheets from the page's own host alone."""
    root = get_script_prefix()
    return (str(settings.STATIC_URL), f"{root}style/", f"{root}theme/")


class HostOfCodes:
    """On the host that LINK_URL names there are codes, the page to type one with its style sheets, and nothing else."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.LINK_URL or not address.is_only_for_codes(request.get_host()):
            return self.get_response(request)
        if request.path_info == "/":
            request.path, request.path_info = f"{request.path}q/", "/q/"
        if asks_for_code(request.path_info) or request.path.startswith(dress()):
            response = self.get_response(request)
            # A browser that checks where a form's answer leads must let the typed code lead to the site.
            response._csp_update = {"form-action": [whole("")]}  # type: ignore[attr-defined]
            return response
        return HttpResponseRedirect(whole(request.get_full_path()))


class CodesAlwaysAnswer:
    """No error under /q/, not even one of the middleware below: what fails there is answered from the map."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not asks_for_code(request.path_info):
            return self.get_response(request)
        if outage.lasts():
            return answer(request)
        response = self.get_response(request)
        if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            return response
        # The reading may have been counted before the failure, so it is not counted here.
        return answer(request, counted=True)
