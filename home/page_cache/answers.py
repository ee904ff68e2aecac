"""Whole answers in the memory of one process, the ones that nobody has asked for longest going first.

Memory and not files or a shared cache: looking up takes 1 µs, nothing outlives the templates it was made of, and what
each process of a machine makes anew after a change it makes once.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from campaigns.freshness.changes import State
from home.page_cache.requests import Key

#: Bytes of pages that a process keeps, and of those whose address has a query or another host than the usual one:
#: however many strangers think of, they push no other page out.
MOST, MOST_QUERIES = 24 * 1024 * 1024, 8 * 1024 * 1024
#: Addresses known to have been kept: who asks for one of these waits while somebody else's is made, so many seconds.
MOST_KNOWN, PATIENCE = 10_000, 5.0
#: What stands in memory besides the page: its key, its headers.
AROUND = 2_048


class Form(NamedTuple):
    """A page as it is sent: its bytes, and all headers."""

    body: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, body: bytes, headers: Mapping[str, str], **more: str) -> Self:
        said = {
            **headers,
            "Content-Length": str(len(body)),
            **{name.replace("_", "-"): more[name] for name in more},
        }
        return cls(body, tuple(said.items()))


@dataclass(frozen=True)
class Answer:
    """A page as it is and packed, once for all who ask for that, and until when it is true.

    A packed page tells an eavesdropper how long it is. It is the same for everyone, and holds nothing of anybody.
    """

    plain: Form
    packed: Form
    expires: datetime

    @classmethod
    def of(cls, response: HttpResponse, expires: datetime) -> Self:
        """Browsers and proxies may keep it, and ask each time whether it still holds."""
        body = response.content
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Encoding"
        # Weak: it stands for the packed page as well.
        response.headers["ETag"] = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
        headers = dict(response.headers.items())
        packed = Form.of(gzip.compress(body, mtime=0), headers, Content_Encoding="gzip")
        return cls(Form.of(body, headers), packed, expires)

    def for_request(self, request: HttpRequest) -> HttpResponse:
        takes_packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
        body, headers = self.packed if takes_packed else self.plain
        response = HttpResponse(body)
        for name, value in headers:
            response.headers[name] = value
        if "HTTP_IF_NONE_MATCH" not in request.META:
            return response
        told = get_conditional_response(request, etag=response.headers["ETag"], response=response)
        return told or response

    @property
    def size(self) -> int:
        return len(self.plain.body) + len(self.packed.body) + AROUND


class Shelf:
    """Answers of one state of the site, `most` bytes of them."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self.state: State | None = None
        self.answers: OrderedDict[Key, Answer] = OrderedDict()
        self.lock = threading.Lock()

    def find(self, key: Key, state: State, now: datetime) -> Answer | None:
        with self.lock:
            self.turn_to(state)
            answer = self.answers.get(key)
            if answer is None:
                return None
            if answer.expires <= now:
                self.drop(key)
                return None
            self.answers.move_to_end(key)
            return answer

    def put(self, key: Key, state: State, answer: Answer) -> None:
        """Keep an answer that was begun in a state; if that is not the present one any more, it may be half old."""
        with self.lock:
            if state != self.state or answer.size > self.most:
                return
            self.drop(key)
            self.answers[key] = answer
            self.size += answer.size
            while self.size > self.most:
                self.drop(next(iter(self.answers)))

    def turn_to(self, state: State) -> None:
        """Forget what is from before a change."""
        if state != self.state:
            self.answers.clear()
            self.size, self.state = 0, state

    def drop(self, key: Key) -> None:
        answer = self.answers.pop(key, None)
        if answer is not None:
            self.size -= answer.size


class Turn:
    """Whose turn it is to make one page, and how many make it or wait."""

    def __init__(self) -> None:
        self.lock, self.people = threading.Lock(), 0


class Answers:
    """What a process keeps, and whose turn it is to make what is missing."""

    def __init__(self) -> None:
        self.plain, self.queries = Shelf(MOST), Shelf(MOST_QUERIES)
        self.known: OrderedDict[Key, None] = OrderedDict()
        self.turns: dict[Key, Turn] = {}
        self.lock = threading.Lock()

    def shelf(self, key: Key) -> Shelf:
        """Of whatever a stranger can think of, a query or a port, there is no end."""
        _scheme, host, _path, query = key
        is_plain = not query and host == urlsplit(settings.PUBLIC_URL).netloc
        return self.plain if is_plain else self.queries

    def find(self, key: Key, state: State, now: datetime) -> Answer | None:
        return self.shelf(key).find(key, state, now)

    def leave(self, key: Key) -> None:
        """It is no longer kept, such as a page that was taken away: nobody waits for it from now on."""
        self.known.pop(key, None)

    def put(self, key: Key, state: State, answer: Answer) -> None:
        self.shelf(key).put(key, state, answer)
        self.known[key] = None
        if len(self.known) > MOST_KNOWN:
            self.known.popitem(last=False)

    @contextmanager
    def turn(self, key: Key) -> Iterator[None]:
        """One after the other for a page that is usually kept: after a change it is made once and not by all at once.

        Whoever has waited for PATIENCE goes ahead. What is never kept, such as a long download, waits for nobody.
        """
        if key not in self.known:
            yield
            return
        with self.lock:
            turn = self.turns.setdefault(key, Turn())
            turn.people += 1
        mine = turn.lock.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if mine:
                turn.lock.release()
            # Not before the last one goes: whoever comes meanwhile has to wait for the same turn.
            with self.lock:
                turn.people -= 1
                if not turn.people:
                    del self.turns[key]
