"""What runserver does as production does although DEBUG is on: visitors of the demo are residents, too."""

import logging
import re

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django.views.defaults import page_not_found

#: From the question mark to the end of the address, in the first line of a request.
QUERY = re.compile(r"\?.*?(?= HTTP/|$)")


class OwnNotFound(MiddlewareMixin):
    """The site's page for what is not there, instead of a list of all its addresses."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        return page_not_found(request, Http404()) if says_all_addresses(response) else response


def says_all_addresses(response: HttpResponse) -> bool:
    """Whether it is Django's page for developers."""
    is_whole = response.status_code == 404 and not response.streaming
    return is_whole and b"<title>Page not found at" in response.content[:2_000]


class WithoutQueries(logging.Filter):
    """Leaves out of a request's line what stands behind the question mark: words that somebody searched for."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(without_query(part) for part in record.args)
        return True


def without_query(part: object) -> object:
    """`GET /search/?q=x HTTP/1.1` → `GET /search/ HTTP/1.1`; other things as they are."""
    return QUERY.sub("", part) if isinstance(part, str) else part
