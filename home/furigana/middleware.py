"""Readings over a finished page where its address asks for them."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from campaigns.reading.lexicon import lexicon
from campaigns.reading.markup import furigana_page
from home.furigana.switch import Carrier, is_on, without

Handler = Callable[[HttpRequest], HttpResponseBase]


class Furigana:
    """The page itself stays the one that search engines are told of. The answer depends on its address alone."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not is_on(request) or not isinstance(response, HttpResponse):
            return response
        if response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming:
            add_readings(request, response)
        if HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST:
            lead_on(request, response)
        return response


def add_readings(request: HttpRequest, response: HttpResponse) -> None:
    charset = response.charset
    page = furigana_page(response.content.decode(charset), lexicon(), Carrier(request))
    response.content = page.encode(charset)
    if response.has_header("Content-Length"):
        response.headers["Content-Length"] = str(len(response.content))
    itself = request.build_absolute_uri(without(request.get_full_path()))
    response.headers["Link"] = f'<{itself}>; rel="canonical"'


def lead_on(request: HttpRequest, response: HttpResponse) -> None:
    """A page that has moved has readings where it is now."""
    address = Carrier(request)(response.headers.get("Location", ""))
    if address is not None:
        response.headers["Location"] = address
