"""Files in answers: whole, continued, or not sent again (RFC 9110, 8.8.3, 13 and 14)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from campaigns.kits.segments import Segment, length, stretch

#: One stretch of bytes: from–to, from–, or –how many from the end. Several at once are answered with the whole.
ONE_RANGE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII)
ENTITY_TAG = re.compile(r'(?:W/)?"([^"]*)"')
Answer = TypeVar("Answer", bound=HttpResponseBase)


@dataclass(frozen=True)
class Download:
    """What is sent: a name for its very bytes, what it is called and is, and its parts."""

    etag: str
    filename: str
    media_type: str
    segments: Sequence[Segment]


class Unsatisfiable(ValueError):
    """The stretch that was asked for lies behind the end."""


def has_already(request: HttpRequest, etag: str) -> bool:
    """Whether the browser says that it holds these very bytes."""
    known = request.headers.get("If-None-Match", "")
    return known.strip() == "*" or etag in ENTITY_TAG.findall(known)


def not_modified(etag: str) -> HttpResponse:
    return private(HttpResponse(status=304, headers={"ETag": f'"{etag}"'}))


def begins(request: HttpRequest, download: Download) -> bool:
    """Whether this request takes the file from its first byte on, and does not continue or only look."""
    if request.method != "GET":
        return False
    try:
        start, _stop = asked(request, download.etag, length(download.segments)) or (0, 0)
    except Unsatisfiable:
        return False
    return start == 0


def response(request: HttpRequest, download: Download) -> HttpResponseBase:
    """The answer to a GET or HEAD for a download."""
    size = length(download.segments)
    headers = {
        "Content-Disposition": f'attachment; filename="{download.filename}"',
        "ETag": f'"{download.etag}"',
        "Accept-Ranges": "bytes",
    }
    try:
        wanted = asked(request, download.etag, size)
    except Unsatisfiable:
        return private(HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"}))
    start, stop = wanted or (0, size)
    headers["Content-Length"] = str(stop - start)
    if wanted:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    status = 206 if wanted else 200
    if request.method == "HEAD":
        return private(HttpResponse(status=status, content_type=download.media_type, headers=headers))
    body = stretch(download.segments, start, stop)
    return private(
        StreamingHttpResponse(body, status=status, content_type=download.media_type, headers=headers)
    )


def asked(request: HttpRequest, etag: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last of the stretch asked for; None for the whole. Raises Unsatisfiable."""
    if request.method != "GET" or not still_the_same(request, etag):
        return None
    found = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if found is None or found[1] == found[2] == "":
        return None
    return satisfied(found[1], found[2], size)


def satisfied(first: str, last: str, size: int) -> tuple[int, int] | None:
    """The stretch within a file of `size` bytes; None when it is written the wrong way round."""
    if not first:
        start, stop = max(size - int(last), 0), size
        if not int(last):
            raise Unsatisfiable
    else:
        start, stop = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= size:
        raise Unsatisfiable
    return start, stop


def still_the_same(request: HttpRequest, etag: str) -> bool:
    """Whether what the browser wants to continue is this file (If-Range); a date never says so here."""
    condition = request.headers.get("If-Range")
    return condition is None or condition.strip() == f'"{etag}"'


def private(answer: Answer) -> Answer:
    """For this person alone, asked for anew each time, and packed by nobody on the way."""
    patch_cache_control(answer, private=True, no_cache=True, no_transform=True)
    return answer
