"""The weekly walk: every code that was ever issued is asked for, a few at a time, and how it was found is kept.

A run takes what is left and stops after some seconds, so that no other chore waits for it; the next minute's run goes
on. What was looked at is known by its own row: a run that is killed loses the code that it was looking at, no more.
"""

from collections.abc import Iterable
from datetime import timedelta
from time import monotonic, sleep

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from campaigns.connection import Unreachable
from campaigns.links.custody import probing
from campaigns.links.custody.asking import Pages
from campaigns.links.custody.finding import failed, keep, look
from campaigns.links.custody.states import with_states
from campaigns.links.locks import alone
from campaigns.links.models import ShortLink, Walk

#: How often all codes are walked, and for how long walks are remembered.
EVERY, REMEMBERED = timedelta(days=7), timedelta(days=400)
#: Seconds of one run, seconds of rest between two codes, and codes read from the database at once.
RUN, REST, AT_ONCE = 20.0, 0.05, 50


def go_on() -> None:
    """One run: what somebody has asked for, then what is left of the walk. Never two at once."""
    with alone(settings.LINKS_DIR / "walk", wait=False) as mine:
        if mine and not probing.was_silent_just_now():
            run(under_way())


def under_way() -> Walk | None:
    """The walk that has not ended, or a new one when the last is a week old; None between walks."""
    last = Walk.objects.first()
    if last is not None and last.finished_at is None:
        return last
    if last is not None and last.started_at > timezone.now() - EVERY:
        return None
    if not ShortLink.objects.exists():
        return None
    Walk.objects.filter(started_at__lt=timezone.now() - REMEMBERED).delete()
    return Walk.objects.create()


def run(walk: Walk | None) -> None:
    """Look at what is due until the time is over; a walk of which nothing is left has ended."""
    ends, pages = monotonic() + RUN, Pages()
    if not due(walk).exists():
        end(walk)
        return
    if probing.silence():
        return
    while monotonic() < ends:
        links = list(due(walk)[:AT_ONCE])
        if not links:
            end(walk)
            return
        if not looked_at(links, pages, ends):
            return


def looked_at(links: Iterable[ShortLink], pages: Pages, ends: float) -> bool:
    """Look at links while there is time. False when their host has fallen silent."""
    for link in links:
        if monotonic() >= ends:
            break
        try:
            keep(link, look(link, pages))
        except Unreachable as problem:
            if probing.silence():
                return False
            # It answers, so what happened is this code's or its page's.
            keep(link, failed(problem))
        sleep(REST)
    return True


def due(walk: Walk | None) -> QuerySet[ShortLink]:
    """The links to look at, what somebody has asked for first."""
    wanted = Q(last_check__is_wanted=True)
    if walk is not None:
        unseen = Q(last_check=None) | Q(last_check__checked_at=None)
        wanted |= unseen | Q(last_check__checked_at__lt=walk.started_at)
    links = with_states(ShortLink.objects.defer("encoded_operators")).filter(wanted)
    return links.order_by(F("last_check__is_wanted").desc(nulls_last=True), "pk")


def end(walk: Walk | None) -> None:
    if walk is not None:
        Walk.objects.filter(pk=walk.pk, finished_at=None).update(finished_at=timezone.now())
