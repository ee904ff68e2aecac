"""The outermost middleware: answers a resident's page that is kept, before sessions, routes or queries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from campaigns.freshness import writes
from campaigns.freshness.changes import LONGEST, State, state
from campaigns.freshness.reads import all_count, tables_asked
from home.changes import next_change
from home.page_cache.answers import Answer, Answers
from home.page_cache.requests import Key, key_of, may_be_kept, remember_what_is_asked

Handler = Callable[[HttpRequest], HttpResponseBase]


class PageCache:
    """Each one keeps its own: a preview of the editor, which has a handler to itself, finds nothing in it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.answers = Answers()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = key_of(request) if settings.PAGE_CACHE else None
        # Before the page is made: what changes meanwhile makes another state, and the page is not found in it.
        seen = None if key is None or writes.is_unsettled() else state()
        if key is None or seen is None:
            return self.get_response(request)
        answer = self.answers.find(key, seen, timezone.now())
        if answer is not None:
            return answer.for_request(request)
        with self.answers.turn(key):
            seen = state() or seen
            answer = self.answers.find(key, seen, timezone.now())
            return answer.for_request(request) if answer is not None else self.made(request, key, seen)

    def made(self, request: HttpRequest, key: Key, seen: State) -> HttpResponseBase:
        """The page made anew, and kept if it may be."""
        now = timezone.now()
        if key[-1]:
            remember_what_is_asked(request)
        with tables_asked() as asked:
            response = self.get_response(request)
        if not may_be_kept(request, response) or not all_count(asked):
            self.answers.leave(key)
            return response
        answer = Answer.of(response, min(next_change(request, now), now + LONGEST))  # type: ignore[arg-type]
        self.answers.put(key, seen, answer)
        return answer.for_request(request)
